"""Online folding: each arriving article joins a story or starts one, in bounded time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from octavo.core.text import language_of
from octavo.core.types import Copy, Folded, FoldInput, Signal
from octavo.core.vectors import Embedder
from octavo.dedupe import CopyIndex
from octavo.stories.constants import BRIDGE_LOG_ODDS, WINDOW_SECONDS
from octavo.stories.decide import judge, reasons
from octavo.stories.digest import Digest, sentence_for_vector
from octavo.stories.open_stories import OpenStories
from octavo.stories.query import Query
from octavo.stories.signals import signals_of
from octavo.stories.story import OpenStory
from octavo.stories.threads import earlier_story


class Folder:
    """Folds a stream of articles; the same order gives the same stories."""

    def __init__(self, embedder: Embedder | None = None, *, window_seconds: float = WINDOW_SECONDS) -> None:
        self._embedder = embedder
        self._has_vectors = embedder is not None
        self._open = OpenStories(embedder.dim if embedder else 0, window_seconds)
        self._copies = CopyIndex()

    def fold(self, article: FoldInput) -> Folded:
        """Decide where `article` belongs, and keep it; ids of stories and threads are their first articles'."""
        article = _with_language(article)
        copy = self._copies.find_and_add(article)
        asked = self._open.query(self._digest(article))
        folded, also = self._decide(asked, copy)
        self._open.add(asked, folded.story, folded.thread)
        self._open.note_bridges(folded.story, also)
        return folded

    def fold_all(self, articles: Iterable[FoldInput]) -> Iterator[Folded]:
        """Fold each article as it comes."""
        return map(self.fold, articles)

    def remember(self, article: FoldInput, story: str, thread: str, copy: Copy | None = None) -> None:
        """Put an article that was decided before back into the window, as it was decided."""
        article = _with_language(article)
        self._copies.add(article, copy)
        self._open.add(self._open.query(self._digest(article)), story, thread)

    def _digest(self, article: FoldInput) -> Digest:
        found = self._open.digest(article)
        if self._embedder is None:
            found.vector = None
        elif found.vector is None:
            found.vector = self._embedder.encode([sentence_for_vector(article)])[0]
        return found

    def mended(self, folded: Iterable[Folded]) -> list[Folded]:
        """Return earlier outcomes with what was merged since."""
        return [
            replace(one, story=into.id, thread=into.thread) if (into := self._open.merged(one.story)) else one
            for one in folded
        ]

    def _decide(self, asked: Query, copy: Copy | None) -> tuple[Folded, list[int]]:
        """Return where the article belongs, and the rows of the other stories that it would belong to."""
        article = asked.article
        by_copy = self._story_of_copy(copy, article)
        if copy is not None and by_copy is not None:
            return self._joined(article, by_copy, copy, (Signal("copy", copy.likeness, copy.kind),)), []
        rows = self._open.candidates(asked)
        evidence = self._open.signals(asked, rows)
        log_odds = judge(has_vectors=self._has_vectors).log_odds(evidence)
        if len(rows) and log_odds.max() > 0:
            best = int(np.argmax(log_odds))
            why = reasons(evidence[best], has_vectors=self._has_vectors)
            also = [int(row) for row in rows[log_odds > BRIDGE_LOG_ODDS] if row != rows[best]]
            return self._joined(article, self._open.at(int(rows[best])), copy, why), also
        found = [(self._open.at(int(row)), signals_of(one)) for row, one in zip(rows, evidence, strict=True)]
        earlier = earlier_story(found)
        return Folded(article.id, article.id, earlier.thread if earlier else article.id, article.language, copy), []

    @staticmethod
    def _joined(article: Digest, story: OpenStory, copy: Copy | None, why: tuple[Signal, ...]) -> Folded:
        return Folded(article.id, story.id, story.thread, article.language, copy, why)

    def _story_of_copy(self, copy: Copy | None, article: Digest) -> OpenStory | None:
        if copy is None:
            return None
        other = copy.original if copy.article == article.id else copy.article
        return self._open.story_of(other)


def _with_language(article: FoldInput) -> FoldInput:
    if article.language:
        return article
    return replace(article, language=language_of(f"{article.title}. {article.text[:300]}"))
