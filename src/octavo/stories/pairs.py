"""The join-or-new decision for two articles alone, against the words of the articles around them."""

from collections.abc import Iterable

from octavo.core.types import FoldInput
from octavo.core.vectors import Embedder
from octavo.stories.alone_signals import alone_signals, told
from octavo.stories.digest import Digest, counted, digest, sentence_for_vector
from octavo.stories.learned import learned
from octavo.stories.moulds import APART_LOG_ODDS, swapped
from octavo.stories.query import query
from octavo.stories.signals import Evidence
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
        evidence = self.evidence(one, other)
        if evidence is None:
            return APART_LOG_ODDS
        return float(learned(has_vectors=self._embedder is not None).alone.log_odds(evidence)[0])

    def evidence(self, one: FoldInput, other: FoldInput) -> Evidence | None:
        """Return how like the two are, float32 (1, len(ALONE_SIGNALS)); None for two of one mould, which are apart."""
        mine, theirs = self._digest(one), self._digest(other)
        tells, others = told(one, mine, self._vocabulary), told(other, theirs, self._vocabulary)
        return None if self._are_of_one_mould(mine, theirs) else alone_signals(tells, others, self._vocabulary)

    def _are_of_one_mould(self, one: Digest, other: Digest) -> bool:
        mine, theirs = query(one, self._vocabulary), query(other, self._vocabulary)
        return swapped(mine.opening, theirs.opening, mine.article.terms, theirs.article.terms) is not None

    def _digest(self, article: FoldInput) -> Digest:
        read = digest(article, self._vocabulary, is_across=False)
        if self._embedder is not None:
            read.vector = self._embedder.encode([sentence_for_vector(article)])[0]
        return read
