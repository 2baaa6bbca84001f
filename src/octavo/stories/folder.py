"""Online folding: each arriving article joins a story or starts one, in bounded time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from octavo.core.text import language_of
from octavo.core.types import Copy, Folded, FoldInput, Signal
from octavo.core.vectors import Embedder
from octavo.dedupe import CopyIndex
from octavo.stories.constants import WINDOW_SECONDS
from octavo.stories.decide import log_odds, reasons
from octavo.stories.digest import Digest, digest, sentence_for_vector
from octavo.stories.open_stories import OpenStories
from octavo.stories.query import Query
from octavo.stories.signals import signals, with_leads
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
        asked = self._open.read(self._digest(article))
        folded = self._decide(asked, copy)
        self._open.add(asked, folded.story, folded.thread)
        return folded

    def fold_all(self, articles: Iterable[FoldInput]) -> Iterator[Folded]:
        """Fold each article as it comes."""
        return map(self.fold, articles)

    def remember(self, article: FoldInput, story: str, thread: str, copy: Copy | None = None) -> None:
        """Put an article that was decided before back into the window, as it was decided."""
        article = _with_language(article)
        self._copies.add(article, copy)
        self._open.add(self._open.read(self._digest(article)), story, thread)

    def _digest(self, article: FoldInput) -> Digest:
        found = digest(article)
        if self._embedder is None:
            found.vector = None
        elif found.vector is None:
            found.vector = self._embedder.encode([sentence_for_vector(article)])[0]
        return found

    def _decide(self, asked: Query, copy: Copy | None) -> Folded:
        article = asked.article
        by_copy = self._story_of_copy(copy, article)
        if copy is not None and by_copy is not None:
            return self._joined(article, by_copy, copy, (Signal("copy", copy.likeness, copy.kind),))
        candidates = self._open.candidates(asked)
        likenesses = with_leads([signals(asked, story) for story in candidates])
        found = list(zip(candidates, likenesses, strict=True))
        judged = [(log_odds(like, has_vectors=self._has_vectors), -story.number, story, like) for story, like in found]
        if judged and (best := max(judged, key=lambda one: one[:2]))[0] > 0:
            return self._joined(article, best[2], copy, reasons(best[3], has_vectors=self._has_vectors))
        earlier = earlier_story(found)
        return Folded(article.id, article.id, earlier.thread if earlier else article.id, article.language, copy)

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
