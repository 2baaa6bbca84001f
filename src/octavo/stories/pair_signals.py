"""Which full texts of a block are near each other, and how like each such two are, both ways at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.core.vectors import Vectors
from octavo.stories.candidates import TermIndex
from octavo.stories.constants import NEAR_BY_TERMS, NEAR_BY_VECTOR, WINDOW_SECONDS
from octavo.stories.digest import TERM, Digest
from octavo.stories.postings import Rows
from octavo.stories.query import Query, query
from octavo.stories.signals import LESSER, PLACE, SIGNALS, Evidence, signals
from octavo.stories.story import StoryTable
from octavo.stories.vocabulary import Vocabulary

LEAST = ("told", "tells", "told_lead", "tells_lead", "told_names", "tells_names")
"""Signals of which the lesser of the two ways counts as well: what one text tells and the other does not."""
PAIR_SIGNALS = (*SIGNALS, *(f"{LESSER}{name}" for name in LEAST))
PAIR_PLACE = {name: place for place, name in enumerate(PAIR_SIGNALS)}
_AT_ONCE = 512
_LEAST_PLACES = [PLACE[name] for name in LEAST]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of near texts: ones < others, int64 (n_pairs,), and float32 (n_pairs, len(PAIR_SIGNALS))."""

    ones: Rows
    others: Rows
    evidence: Evidence


def near_pairs(articles: Sequence[Digest], vocabulary: Vocabulary) -> Pairs:
    """Return the pairs of near texts among `articles`, weighed by how rare terms are now that all are known."""
    if len(articles) < 2:
        return Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty((0, len(PAIR_SIGNALS)), np.float32))
    asked = [query(article, vocabulary) for article in articles]
    vectors = _vectors(articles)
    table, index = StoryTable(vectors.shape[1]), TermIndex()
    for one in asked:
        row = table.open()
        index.add(row, table.add(row, one, vocabulary))
    near = _both_ways(asked, index, vectors)
    places = np.zeros(vocabulary.size, dtype=np.int16)
    found = [signals(one, table, rows, places) for one, rows in zip(asked, near, strict=True)]
    ones, others = np.repeat(np.arange(len(near)), [len(rows) for rows in near]), np.concatenate(near)
    evidence, turned = np.concatenate(found), np.lexsort((ones, others))
    there, back = ones < others, turned[others[turned] < ones[turned]]
    pairs = Pairs(ones[there], others[there], both_ways(evidence[there], evidence[back]))
    return _of_one_window(pairs, np.array([one.moment for one in articles], dtype=np.float64))


def _of_one_window(pairs: Pairs, moments: NDArray[np.float64]) -> Pairs:
    """Leave out pairs of texts that came too far apart for one story to be open for both."""
    near = ~(np.abs(moments[pairs.ones] - moments[pairs.others]) > WINDOW_SECONDS)
    return Pairs(pairs.ones[near], pairs.others[near], pairs.evidence[near])


def both_ways(there: Evidence, back: Evidence) -> Evidence:
    """Return the evidence of pairs from that of each text for the other: float32 (n_pairs, len(PAIR_SIGNALS))."""
    least = np.minimum(there[:, _LEAST_PLACES], back[:, _LEAST_PLACES])
    return np.concatenate([(there + back) / 2, least], axis=1, dtype=np.float32)


def _both_ways(asked: Sequence[Query], index: TermIndex, vectors: Vectors) -> list[Rows]:
    """Return for each text those near it, and those that it is near to: rows, ascending."""
    near: list[set[int]] = [set() for _ in asked]
    by_vector = _nearest(vectors)
    for place, one in enumerate(asked):
        by_terms = index.search(one.article.terms, one.article.weights[:, TERM] * one.squares, NEAR_BY_TERMS + 1)
        for other in {*by_terms.tolist(), *by_vector[place].tolist()} - {place}:
            near[place].add(other)
            near[other].add(place)
    return [np.array(sorted(rows), dtype=np.int64) for rows in near]


def _vectors(articles: Sequence[Digest]) -> Vectors:
    dim = max((len(article.vector) for article in articles if article.vector is not None), default=0)
    vectors = np.zeros((len(articles), dim), dtype=np.float32)
    for row, article in zip(vectors, articles, strict=True):
        if article.vector is not None:
            row[:] = article.vector
    return vectors


def _nearest(vectors: Vectors) -> NDArray[np.int64]:
    """Return the rows of the nearest vectors of each, itself among them: int64 (n_vectors, NEAR_BY_VECTOR + 1)."""
    count = min(NEAR_BY_VECTOR + 1, len(vectors)) if vectors.shape[1] else 0
    found = np.empty((len(vectors), count), dtype=np.int64)
    for start in range(0, len(vectors) if count else 0, _AT_ONCE):
        likeness = vectors[start : start + _AT_ONCE] @ vectors.T
        found[start : start + _AT_ONCE] = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
    return found
