"""Which stories an article might belong to, in bounded time: by rare terms and by vectors."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from octavo.core.vectors import Vectors
from octavo.stories.constants import CANDIDATES, ENOUGH, EXACT_STORIES, POSTINGS, QUERY_TERMS, SKETCH_DIM, SKETCHED
from octavo.stories.postings import PostingTable, Rows
from octavo.stories.vocabulary import Terms, Weights

_TERM_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_PLACE_MULTIPLIER = np.uint64(0xC2B2AE3D27D4EB4F)
_HALF = np.uint64(32)
Among = Callable[[Rows], NDArray[np.bool_]]
"""Tells which rows may be found."""


class Weighed(NamedTuple):
    """Stories in no order, each once, and how much weight each shares with an article."""

    rows: Rows
    scores: Weights


def _are_known(rows: Rows) -> NDArray[np.bool_]:
    return rows >= 0


class TermIndex:
    """Term to the newest stories that hold it, in one table, so that no term costs an object."""

    def __init__(self) -> None:
        self._table = PostingTable()
        self._posted = np.zeros(1 << 14, dtype=np.int64)
        """How often each term was posted; a term's newest postings take the places of its oldest."""
        self._scores = np.zeros(1 << 10, dtype=np.float32)
        self._last = np.zeros(1 << 10, dtype=np.int64)
        """Of each row the last place at which a search met it."""

    def add(self, row: int, terms: Terms) -> None:
        """Note that the story at `row` holds `terms`."""
        self._make_room(row, int(terms.max(initial=0)))
        self._table.put(_keys(terms, self._posted[terms] % POSTINGS), row)
        self._posted[terms] += 1

    def weighed(self, terms: Terms, weights: Weights) -> Weighed:
        """Return the stories that hold the heaviest of the terms, and how much weight each shares."""
        self._make_room(0, int(terms.max(initial=0)))
        heaviest = np.argsort(-weights, kind="stable")[:QUERY_TERMS]
        counts = np.minimum(self._posted[terms[heaviest]], POSTINGS)
        which = np.repeat(heaviest, counts)
        places = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        rows = self._table.get(_keys(terms[which], places))
        is_known = _are_known(rows)
        rows = rows[is_known]
        np.add.at(self._scores, rows, weights[which][is_known])
        self._last[rows] = np.arange(len(rows))
        rows = rows[self._last[rows] == np.arange(len(rows))]
        scores = self._scores[rows]
        self._scores[rows] = 0.0
        return Weighed(rows, scores)

    def search(self, terms: Terms, weights: Weights, count: int) -> Rows:
        """Return the rows of up to `count` stories that share the most weight with these terms."""
        return heaviest(self.weighed(terms, weights), count)

    def _make_room(self, row: int, term: int) -> None:
        while term >= len(self._posted):
            self._posted = np.concatenate([self._posted, np.zeros_like(self._posted)])
        while row >= len(self._scores):
            self._scores = np.concatenate([self._scores, np.zeros_like(self._scores)])
            self._last = np.concatenate([self._last, np.zeros_like(self._last)])


def heaviest(found: Weighed, count: int = CANDIDATES, *, among: Among = _are_known) -> Rows:
    """Return the rows of up to `count` stories that share the most weight, best first, older before newer."""
    enough = count * ENOUGH
    if len(found.rows) > enough:
        most = np.argpartition(-found.scores, enough)[:enough]
        best = _in_order(Weighed(found.rows[most], found.scores[most]), among)[:count]
        if len(best) == count:
            return best
    return _in_order(found, among)[:count]


def _in_order(found: Weighed, among: Among) -> Rows:
    rows, scores = found
    is_among = among(rows)
    rows, scores = rows[is_among], scores[is_among]
    return rows[np.lexsort((rows, -scores))]


class VectorIndex:
    """Story vectors: searched exactly where they are few, among many those alone whose sketches are near."""

    def __init__(self, dim: int) -> None:
        self._vectors = np.zeros((1 << 10, dim), dtype=np.float32)
        self._projection = _projection(dim)
        self._sketches = np.zeros((1 << 10, self._projection.shape[1]), dtype=np.float32)
        """Random projections of the vectors: four times less to read."""
        self._used = 0

    def put(self, row: int, vector: Vectors) -> None:
        """Set the vector of the story at `row`, float32 (dim,), L2-normalised; zeros forget it."""
        while row >= len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
            self._sketches = np.concatenate([self._sketches, np.zeros_like(self._sketches)])
        self._vectors[row] = vector
        self._sketches[row] = vector @ self._projection
        self._used = max(self._used, row + 1)

    def search(self, vector: Vectors, count: int, *, among: Among = _are_known) -> Rows:
        """Return the rows of up to `count` stories, nearest first."""
        rows, vectors = np.arange(self._used), self._vectors[: self._used]
        if self._used > EXACT_STORIES:
            rows = _nearest(rows, self._sketches[: self._used] @ (vector @ self._projection), SKETCHED)
            rows.sort()
            vectors = self._vectors[rows]
        likeness = np.where(among(rows), vectors @ vector, 0.0)
        best = _nearest(np.arange(len(rows)), likeness, count)
        best = best[likeness[best] > 0.0]
        return rows[best[np.argsort(-likeness[best], kind="stable")]]


@cache
def _projection(dim: int) -> Vectors:
    """Return the same directions at random each time, float32 (dim, at most SKETCH_DIM), orthonormal."""
    drawn = np.random.default_rng(1).standard_normal((dim, SKETCH_DIM))
    return np.linalg.qr(drawn)[0].astype(np.float32)


def _nearest(rows: Rows, likeness: NDArray[np.float32], count: int) -> Rows:
    """Return the rows of the `count` greatest, in no order."""
    count = min(count, len(rows))
    return rows[np.argpartition(-likeness, count - 1)[:count]] if count else rows


def _keys(terms: Terms, places: Rows) -> NDArray[np.uint32]:
    mixed = (terms.astype(np.uint64) * _TERM_MULTIPLIER) ^ (places.astype(np.uint64) * _PLACE_MULTIPLIER)
    mixed ^= mixed >> _HALF
    return ((mixed * _TERM_MULTIPLIER) >> _HALF).astype(np.uint32)
