"""The join-or-new decision for two articles alone, against the words of the articles around them."""

from collections.abc import Iterable

import numpy as np

from octavo.core.types import FoldInput
from octavo.core.vectors import Embedder
from octavo.stories.digest import NAME, Digest, digest, sentence_for_vector
from octavo.stories.learned import learned
from octavo.stories.moulds import APART_LOG_ODDS, opening, swapped
from octavo.stories.pair_signals import both_ways
from octavo.stories.query import query
from octavo.stories.signals import Evidence, signals
from octavo.stories.story import StoryTable
from octavo.stories.vocabulary import Vocabulary


class PairJudge:
    """Tells whether two articles are of one story."""

    def __init__(self, around: Iterable[FoldInput], embedder: Embedder | None = None) -> None:
        self._embedder = embedder
        self._vocabulary = Vocabulary()
        for article in around:
            read = digest(article, self._vocabulary)
            self._vocabulary.learn(read.terms, read.weights[:, NAME] > 0)

    def log_odds(self, one: FoldInput, other: FoldInput) -> float:
        """Return the log-odds that the two are of one story; above 0 says they are."""
        if self._are_of_one_mould(one, other):
            return APART_LOG_ODDS
        return float(learned(has_vectors=self._embedder is not None).alone.log_odds(self.evidence(one, other))[0])

    def _are_of_one_mould(self, one: FoldInput, other: FoldInput) -> bool:
        mine, theirs = (query(self._digest(article), self._vocabulary).article for article in (one, other))
        return swapped(opening(mine), opening(theirs), mine.terms, theirs.terms) is not None

    def evidence(self, one: FoldInput, other: FoldInput) -> Evidence:
        """Return how like the two are, both ways: float32 (1, len(PAIR_SIGNALS))."""
        return both_ways(self._one_way(one, other), self._one_way(other, one))

    def _one_way(self, one: FoldInput, other: FoldInput) -> Evidence:
        """Return the signals of `other` for a story of `one` alone, float32 (1, n_signals)."""
        stories = StoryTable(self._embedder.dim if self._embedder else 0)
        row = stories.open()
        stories.add(row, query(self._digest(one), self._vocabulary), self._vocabulary)
        asked = query(self._digest(other), self._vocabulary)
        places = np.zeros(self._vocabulary.size, dtype=np.int16)
        return signals(asked, stories, np.array([row]), places)

    def _digest(self, article: FoldInput) -> Digest:
        read = digest(article, self._vocabulary)
        if self._embedder is not None:
            read.vector = self._embedder.encode([sentence_for_vector(article)])[0]
        return read
