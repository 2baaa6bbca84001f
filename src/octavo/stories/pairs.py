"""The join-or-new decision for two articles alone, against the words of the articles around them."""

from collections.abc import Iterable

from octavo.core.types import FoldInput
from octavo.core.vectors import Embedder
from octavo.stories.decide import log_odds
from octavo.stories.digest import Digest, digest, sentence_for_vector
from octavo.stories.query import query
from octavo.stories.signals import signals, with_leads
from octavo.stories.story import OpenStory
from octavo.stories.vocabulary import Vocabulary


class PairJudge:
    """Tells whether two articles are of one story."""

    def __init__(self, around: Iterable[FoldInput], embedder: Embedder | None = None) -> None:
        self._embedder = embedder
        self._vocabulary = Vocabulary()
        for article in around:
            read = digest(article)
            self._vocabulary.learn(read.terms, read.names)

    def log_odds(self, one: FoldInput, other: FoldInput) -> float:
        """Return the log-odds that the two are of one story; above 0 says they are."""
        story = OpenStory(0, one.id, one.id)
        first = query(self._digest(one), self._vocabulary)
        story.add(first, self._vocabulary)
        asked = query(self._digest(other), self._vocabulary)
        return log_odds(with_leads([signals(asked, story)])[0], has_vectors=self._embedder is not None)

    def _digest(self, article: FoldInput) -> Digest:
        read = digest(article)
        if self._embedder is not None:
            read.vector = self._embedder.encode([sentence_for_vector(article)])[0]
        return read
