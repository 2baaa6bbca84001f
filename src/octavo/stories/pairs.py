"""The join-or-new decision for two articles alone, against the words of the articles around them."""

from collections.abc import Iterable

import numpy as np

from octavo.core.types import FoldInput
from octavo.core.vectors import Embedder
from octavo.stories.digest import counted, digest, sentence_for_vector
from octavo.stories.learned import learned
from octavo.stories.moulds import APART_LOG_ODDS, swapped
from octavo.stories.pair_signals import both_ways
from octavo.stories.query import Query, query
from octavo.stories.signals import Evidence, signals
from octavo.stories.story import StoryTable
from octavo.stories.vocabulary import Vocabulary


class PairJudge:
    """Tells whether two articles are of one story."""

    def __init__(self, around: Iterable[FoldInput], embedder: Embedder | None = None) -> None:
        self._embedder = embedder
        self._vocabulary = Vocabulary()
        for article in around:
            counted(article, self._vocabulary, is_across=False)

    def log_odds(self, one: FoldInput, other: FoldInput) -> float:
        """Return the log-odds that the two are of one story; above 0 says they are."""
        mine, theirs = self._query(one), self._query(other)
        if swapped(mine.opening, theirs.opening, mine.article.terms, theirs.article.terms):
            return APART_LOG_ODDS
        decision = learned(has_vectors=self._embedder is not None).alone
        return float(decision.log_odds(self._evidence(mine, theirs))[0])

    def evidence(self, one: FoldInput, other: FoldInput) -> Evidence:
        """Return how like the two are, both ways: float32 (1, len(PAIR_SIGNALS))."""
        return self._evidence(self._query(one), self._query(other))

    def _evidence(self, one: Query, other: Query) -> Evidence:
        return both_ways(self._one_way(one, other), self._one_way(other, one))

    def _one_way(self, one: Query, other: Query) -> Evidence:
        """Return the signals of `other` for a story of `one` alone, float32 (1, n_signals)."""
        stories = StoryTable(self._embedder.dim if self._embedder else 0)
        row = stories.open()
        stories.add(row, one, self._vocabulary)
        places = np.zeros(self._vocabulary.size, dtype=np.int16)
        return signals(other, stories, np.array([row]), places)

    def _query(self, article: FoldInput) -> Query:
        read = digest(article, self._vocabulary)
        if self._embedder is not None:
            read.vector = self._embedder.encode([sentence_for_vector(article)])[0]
        return query(read, self._vocabulary)
