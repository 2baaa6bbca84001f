"""The stories in the folding window as rows of flat arrays: each takes the same room however many articles it has.

A row of 160 terms with five weights each takes 4 kB (and 2 kB for a vector); Python objects took ten times that, and
comparing an article with twenty stories is a handful of array operations.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.core.vectors import Vectors
from octavo.stories.constants import STORY_DATES, STORY_FIGURES, STORY_NUMBERS, STORY_SOUNDS, STORY_TERMS
from octavo.stories.digest import COLUMNS, NAME, TERM, TITLE
from octavo.stories.query import Query
from octavo.stories.vocabulary import Found, Terms, Vocabulary, Weights, found_among

Weighed = tuple[Terms, Weights]
"""Terms, ascending, and the weights of each, float32 (n_terms, COLUMNS)."""
_FIRST_ROWS = 256
_MOST_BIT = 63


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story that may still grow."""

    number: int
    """Its place in the order in which stories opened."""
    id: str
    thread: str


class StoryTable:
    """What is known of each open story, by row; rows of closed stories are used again.

    terms: int32 (n_rows, STORY_TERMS), all in front, 0 where free; weights: float32 (n_rows, STORY_TERMS, COLUMNS),
    summed over its articles; norms: float32 (n_rows, COLUMNS), lengths of the weights times rarity.
    """

    def __init__(self, dim: int = 0) -> None:
        self.terms = np.zeros((_FIRST_ROWS, STORY_TERMS), dtype=np.int32)
        self.weights = np.zeros((_FIRST_ROWS, STORY_TERMS, COLUMNS), dtype=np.float32)
        self.norms = np.zeros((_FIRST_ROWS, COLUMNS), dtype=np.float32)
        self.numbers = np.zeros((_FIRST_ROWS, STORY_NUMBERS), dtype=np.int32)
        self.dates = np.zeros((_FIRST_ROWS, STORY_DATES), dtype=np.int32)
        self.size = np.zeros(_FIRST_ROWS, dtype=np.int32)
        self.opened = np.zeros(_FIRST_ROWS, dtype=np.int64)
        self.length = np.zeros(_FIRST_ROWS, dtype=np.float32)
        """Mean tokens of its articles."""
        self.ahead = np.zeros(_FIRST_ROWS, dtype=np.float32)
        """How many of its articles tell of what is still to come."""
        self.first = np.full(_FIRST_ROWS, np.nan)
        self.last = np.full(_FIRST_ROWS, np.nan)
        self.languages = np.zeros(_FIRST_ROWS, dtype=np.uint64)
        self.scripts = np.zeros(_FIRST_ROWS, dtype=np.uint64)
        self.sounds = np.zeros((_FIRST_ROWS, STORY_SOUNDS if dim else 0), dtype=np.int32)
        self.figures = np.zeros((_FIRST_ROWS, STORY_FIGURES if dim else 0), dtype=np.int32)
        """Neither where there are no vectors: without these, hardly a story of another language is found."""
        self.cohesion = np.zeros((_FIRST_ROWS, 2), dtype=np.float32)
        """Sums over its later articles of their likeness when they joined: by terms, by vector."""
        self.vectors = np.zeros((_FIRST_ROWS, dim), dtype=np.float32)
        """Sum of its articles' vectors, float32 (n_rows, dim)."""
        self.vector_norms = np.ones(_FIRST_ROWS, dtype=np.float32)
        self._bits: dict[str, np.uint64] = {}
        """Of languages and of scripts."""
        self._free: list[int] = []
        self._next = 0
        self._opened_count = 0

    def open(self) -> int:
        """Return the row of a new, empty story."""
        if self._free:
            row = self._free.pop()
        else:
            row, self._next = self._next, self._next + 1
            if row >= len(self.size):
                self._grow()
        self._opened_count += 1
        self.opened[row] = self._opened_count
        return row

    def close(self, row: int) -> None:
        """Forget the story at `row`."""
        for array in self._arrays():
            array[row] = 0
        self.first[row] = self.last[row] = np.nan
        self.vector_norms[row] = 1.0
        self._free.append(row)

    def bit(self, name: str) -> np.uint64:
        """Return the bit that stands for a language or a script; the last to come beyond 63 share one."""
        bit = self._bits.get(name)
        if bit is None:
            bit = self._bits[name] = np.uint64(1 << min(len(self._bits), _MOST_BIT))
        return bit

    def add(self, row: int, asked: Query, vocabulary: Vocabulary) -> Terms:
        """Take the article into the story; return its terms that the story did not have."""
        article, shared = asked.article, found_among(self.terms[row], asked.article.terms)
        if self.size[row]:
            self._note_cohesion(row, asked, shared)
        fresh = self._pour(row, (article.terms, article.weights), shared, vocabulary)
        size = self.size[row] = self.size[row] + 1
        self.length[row] += (article.length - self.length[row]) / size
        self.ahead[row] += article.is_ahead
        self.languages[row] |= self.bit(article.language)
        self.scripts[row] |= self.bit(article.across.script)
        _note(self.sounds[row], article.across.sounds)
        _note(self.figures[row], article.across.figures)
        _note(self.numbers[row], article.numbers)
        _note(self.dates[row], article.dates)
        if article.moment is not None:
            self.first[row] = np.fmin(self.first[row], article.moment)
            self.last[row] = np.fmax(self.last[row], article.moment)
        if article.vector is not None:
            self._add_vector(row, article.vector)
        return fresh

    def merge(self, row: int, gone: int, vocabulary: Vocabulary) -> Terms:
        """Pour the story at `gone` into that at `row`; return the terms that this one did not have."""
        order = np.argsort(self.terms[gone])
        order = order[self.terms[gone][order] > 0]
        terms, weights = self.terms[gone][order], self.weights[gone][order]
        fresh = self._pour(row, (terms, weights), found_among(self.terms[row], terms), vocabulary)
        size, added = self.size[row], self.size[gone]
        self.length[row] = (self.length[row] * size + self.length[gone] * added) / (size + added)
        for summed in (self.size, self.ahead, self.cohesion, self.vectors):
            summed[row] += summed[gone]
        self.languages[row] |= self.languages[gone]
        self.scripts[row] |= self.scripts[gone]
        _note(self.sounds[row], self.sounds[gone][self.sounds[gone] > 0])
        _note(self.figures[row], self.figures[gone][self.figures[gone] > 0])
        _note(self.numbers[row], self.numbers[gone][self.numbers[gone] > 0])
        _note(self.dates[row], self.dates[gone][self.dates[gone] > 0])
        self.first[row] = np.fmin(self.first[row], self.first[gone])
        self.last[row] = np.fmax(self.last[row], self.last[gone])
        self.vector_norms[row] = float(np.linalg.norm(self.vectors[row])) or 1.0
        return fresh

    def vector(self, row: int) -> Vectors:
        """Return the story's vector, float32 (dim,), L2-normalised."""
        vector: Vectors = self.vectors[row] / self.vector_norms[row]
        return vector

    def _pour(self, row: int, poured: Weighed, shared: Found, vocabulary: Vocabulary) -> Terms:
        """Add terms, ascending, with their weights to a story; return those that it did not have.

        shared: which of its terms are among them, and where.
        """
        terms, weights = self.terms[row], self.weights[row]
        are_shared, places = shared
        weights[are_shared] += poured[1][places]
        are_fresh = np.ones(len(poured[0]), dtype=np.bool_)
        are_fresh[places] = False
        kept = self._put(row, poured[0][are_fresh], poured[1][are_fresh], vocabulary)
        rarities = vocabulary.rarities(terms)
        self.norms[row] = np.sqrt((rarities * rarities) @ (weights * weights))
        return kept

    def _put(self, row: int, fresh: Terms, fresh_weights: NDArray[np.float32], vocabulary: Vocabulary) -> Terms:
        """Put terms that the story lacks into its row, the heaviest of all where there is no room; return those."""
        terms, weights = self.terms[row], self.weights[row]
        used = np.count_nonzero(terms)
        end = used + len(fresh)
        if end <= STORY_TERMS:
            terms[used:end], weights[used:end] = fresh, fresh_weights
            return fresh
        every = np.concatenate([terms[:used], fresh])
        every_weights = np.concatenate([weights[:used], fresh_weights])
        heaviness = (every_weights[:, TERM] + every_weights[:, TITLE] + every_weights[:, NAME]) * vocabulary.rarities(
            every
        )
        kept = np.argpartition(-heaviness, STORY_TERMS - 1)[:STORY_TERMS]
        kept.sort()
        terms[:], weights[:] = every[kept], every_weights[kept]
        return every[kept[kept >= used]]

    def _note_cohesion(self, row: int, asked: Query, shared: Found) -> None:
        article, (are_shared, places) = asked.article, shared
        dot = self.weights[row, are_shared, TERM] @ (asked.squares[places] * article.weights[places, TERM])
        self.cohesion[row, 0] += dot / max(self.norms[row, TERM] * asked.norms[TERM], 1e-9)
        if article.vector is not None:
            self.cohesion[row, 1] += self.vectors[row] @ article.vector / self.vector_norms[row]

    def _add_vector(self, row: int, vector: Vectors) -> None:
        self.vectors[row] += vector
        self.vector_norms[row] = float(np.linalg.norm(self.vectors[row])) or 1.0

    def _arrays(self) -> list[NDArray[np.generic]]:
        return [array for array in vars(self).values() if isinstance(array, np.ndarray)]

    def _grow(self) -> None:
        for name, array in vars(self).items():
            if isinstance(array, np.ndarray):
                grown = np.zeros((2 * len(array), *array.shape[1:]), dtype=array.dtype)
                grown[: len(array)] = array
                setattr(self, name, grown)
        half = len(self.size) // 2
        self.first[half:] = self.last[half:] = np.nan
        self.vector_norms[half:] = 1.0


def _note(kept: NDArray[np.int32], fresh: NDArray[np.int32]) -> None:
    """Put `fresh` values before those in the row `kept`; the oldest fall out."""
    newest = fresh[: len(kept)].tolist()
    if newest:
        known = set(newest)
        kept[:] = (newest + [one for one in kept.tolist() if one not in known])[: len(kept)]
