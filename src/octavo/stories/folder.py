"""Online folding: each arriving article joins a story or starts one, in bounded time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from octavo.core.types import APART, Copy, CopyKind, Folded, FoldInput, Signal
from octavo.core.vectors import Embedder
from octavo.dedupe import CopyIndex
from octavo.stories.constants import (
    BLOCK_ARTICLES,
    BRIDGE_LOG_ODDS,
    LONG_TOKENS,
    ROUND_UP_READ,
    ROUND_UP_THREADS,
    WINDOW_SECONDS,
)
from octavo.stories.decide import strongest
from octavo.stories.digest import Digest, digest, sentence_for_vector, with_language
from octavo.stories.fragments import bring_together
from octavo.stories.hindsight import looked_over
from octavo.stories.learned import Learned, learned
from octavo.stories.moulds import APART_LOG_ODDS, apart
from octavo.stories.open_stories import OpenStories
from octavo.stories.postings import Rows
from octavo.stories.query import Query
from octavo.stories.refrains import Refrains
from octavo.stories.settling import settled
from octavo.stories.signals import SIGNALS, Evidence
from octavo.stories.story import OpenStory
from octavo.stories.threads import Earlier, earlier_stories
from octavo.stories.ties import ties, with_copies


class _Done(NamedTuple):
    """What became of one article."""

    folded: Folded
    read: Digest
    copy: Copy | None
    """As found, whether it stands or not."""
    tells_of_several: bool = False
    """It is a round-up in its own words."""


def _rejoined(folded: Folded, joined: Mapping[str, tuple[Signal, ...]]) -> Folded:
    """Return the outcome of an article with what `joined` the story that it began to another."""
    return replace(folded, why=joined[folded.id], develops=()) if folded.id in joined else folded


class Folder:
    """Folds a stream of articles; the same order gives the same stories."""

    def __init__(
        self,
        embedder: Embedder | None = None,
        *,
        window_seconds: float = WINDOW_SECONDS,
        decisions: Learned | None = None,
    ) -> None:
        self._embedder = embedder
        self._learned = decisions or learned(has_vectors=embedder is not None)
        self._open = OpenStories(embedder.dim if embedder else 0, window_seconds)
        self._copies = CopyIndex()
        self._refrains = Refrains()
        self._goes_on: dict[str, tuple[str, str]] = {}
        """Where stories go on, and in which thread, that hindsight gave up."""

    def fold(self, article: FoldInput) -> Folded:
        """Decide where `article` belongs, and keep it; ids of stories and threads are their first articles'."""
        return self._followed(self._fold(article).folded)

    def fold_all(self, articles: Iterable[FoldInput]) -> Iterator[Folded]:
        """Fold each article as it comes."""
        return map(self.fold, articles)

    def fold_stream(self, articles: Iterable[FoldInput]) -> Iterator[Folded]:
        """Fold articles as they come; look over the first block once it is there, or all where they are fewer.

        Later articles are told as they come: a stream of a million has no end to wait for.
        """
        stream = iter(articles)
        yield from self.fold_block(islice(stream, BLOCK_ARTICLES))
        yield from self.fold_all(stream)

    def fold_block(self, articles: Iterable[FoldInput]) -> list[Folded]:
        """Fold articles as they come, and look over them once all are there: see `hindsight`.

        Stories that began before the block stay as they are, but for what joins them.
        """
        done = [self._fold(article) for article in articles]
        short = (one.read for one in done if one.read.length < LONG_TOKENS)
        joined = bring_together(self._open, short, self._learned.stories)
        folded = [self._followed(_rejoined(one.folded, joined)) for one in done]
        fresh = self._open.begun_among({one.id for one in folded})
        loose = [place for place, one in enumerate(done) if one.read.length >= LONG_TOKENS]
        loose = [place for place in loose if folded[place].story in fresh]
        ids, copies = [folded[place].id for place in loose], [one.copy for one in done]
        round_ups = {one.folded.id for one in done if one.tells_of_several}
        tied = ties(ids, [copies[place] for place in loose], self._copies.gathered, round_ups)
        reads = [done[place].read for place in loose]
        seen = looked_over(reads, self._open.vocabulary, self._learned.pairs, tied)
        found, goes_on = settled(folded, loose, seen)
        self._goes_on.update(goes_on)
        together = {ids[place] for place in tied.gathered.keys() - seen.round_ups}
        return with_copies(found, [copy if self._stands(copy, together) else None for copy in copies])

    def _fold(self, article: FoldInput) -> _Done:
        article = with_language(article)
        copy = self._copies.find_and_add(article)
        asked = self._open.query(self._digest(article))
        holds = self._holds_several(article.id)
        tells = not holds and self._tells_of_several(article, asked.article)
        if holds or tells:
            return _Done(Folded(article.id, article.id, article.id, article.language), asked.article, copy, tells)
        folded, also = self._decide(asked, copy)
        self._open.add(asked, folded.story, folded.thread)
        self._open.note_bridges(folded.story, also)
        return _Done(folded, asked.article, copy)

    def remember(
        self, article: FoldInput, story: str, thread: str, copy: Copy | None = None, why: Sequence[Signal] = ()
    ) -> None:
        """Put an article that was decided before back into the window, as it was decided.

        why: the reasons then. Whether it is a round-up in its own words is asked anew where there were none.
        """
        article = with_language(article)
        self._copies.add(article, copy)
        asked = self._open.query(self._digest(article))
        if not self._holds_several(article.id) and (why or not self._tells_of_several(article, asked.article)):
            self._open.add(asked, story, thread)

    def _digest(self, article: FoldInput) -> Digest:
        article = self._refrains.without(article, self._open.vocabulary)
        return self._with_vector(self._open.digest(article), article)

    def _with_vector(self, read: Digest, article: FoldInput) -> Digest:
        if self._embedder is None:
            read.vector = None
        elif read.vector is None:
            read.vector = self._embedder.encode([sentence_for_vector(article)])[0]
        return read

    def mended(self, folded: Iterable[Folded]) -> list[Folded]:
        """Return the outcomes of earlier blocks with what was merged since; what hindsight grouped stays so."""
        ended = self._goes_on.keys() | {story for story, _ in self._goes_on.values()}
        return [one if one.story in ended else self._followed(one) for one in folded]

    def _followed(self, folded: Folded) -> Folded:
        """Return an outcome of folding with where its story goes on since."""
        into = self._open.merged(folded.story)
        story, thread = (into.id, into.thread) if into else (folded.story, folded.thread)
        story, thread = self._goes_on.get(story, (story, thread))
        return folded if story == folded.story else replace(folded, story=story, thread=thread)

    def _decide(self, asked: Query, copy: Copy | None) -> tuple[Folded, list[int]]:
        """Return where the article belongs, and the rows of the other stories that it would belong to."""
        by_copy = self._story_of_copy(copy, asked.article)
        if not self._stands(copy):
            return self._decide_by_evidence(asked, None, other_than=by_copy)
        if copy is not None and by_copy is not None:
            return self._joined(asked.article, by_copy, copy, (Signal("copy", copy.likeness, copy.kind),)), []
        return self._decide_by_evidence(asked, copy)

    def _decide_by_evidence(
        self, asked: Query, copy: Copy | None, *, other_than: OpenStory | None = None
    ) -> tuple[Folded, list[int]]:
        article, rows = asked.article, self._open.candidates(asked)
        if other_than is not None:
            rows = rows[[self._open.at(row) is not other_than for row in rows.tolist()]]
        evidence = self._open.signals(asked, rows)
        log_odds = self._learned.stories.log_odds(evidence)
        moulds = self._moulds(asked, rows, log_odds)
        log_odds[[*moulds]] = APART_LOG_ODDS
        if len(rows) and log_odds.max() > 0:
            best = int(np.argmax(log_odds))
            why = strongest(SIGNALS, self._learned.stories.weights(evidence[best]))
            also = [int(row) for row in rows[log_odds > BRIDGE_LOG_ODDS] if row != rows[best]]
            return self._joined(article, self._open.at(int(rows[best])), copy, why), also
        earlier = self._earlier(asked, rows, evidence) or self._weeks_earlier(asked)
        thread, develops = earlier or (article.id, ())
        why = next(iter(moulds.values()), ()) or self._apart(rows, evidence, log_odds)
        return Folded(article.id, article.id, thread, article.language, copy, why, develops), []

    def _weeks_earlier(self, asked: Query) -> Earlier | None:
        """Return the story of before the window that the article's develops from."""
        rows = self._open.past(asked)
        return self._earlier(asked, rows, self._open.signals(asked, rows), is_past=True)

    def _earlier(self, asked: Query, rows: Rows, evidence: Evidence, *, is_past: bool = False) -> Earlier | None:
        """Return the story at one of these rows that the article's develops from: none that is of one mould with it."""
        near = list(zip(rows.tolist(), evidence, strict=True))
        found = [(self._open.at(row), self._open.likeness(asked, row, one)) for row, one in near]
        grown = earlier_stories(found, is_past=is_past)
        return next((earlier for place, earlier in grown if not self._open.swapped(asked, near[place][0])), None)

    def _moulds(self, asked: Query, rows: Rows, log_odds: NDArray[np.float32]) -> dict[int, tuple[Signal, ...]]:
        """Return the places of likely stories that are of one mould with the article, likeliest first, and why."""
        found: dict[int, tuple[Signal, ...]] = {}
        likely = np.flatnonzero(log_odds > 0)
        for place in likely[np.argsort(-log_odds[likely], kind="stable")].tolist():
            if terms := self._open.swapped(asked, int(rows[place])):
                story = self._open.at(int(rows[place])).id
                found[place] = (Signal(APART, APART_LOG_ODDS, story), apart(terms, self._open.vocabulary))
        return found

    def _apart(self, rows: Rows, evidence: Evidence, log_odds: NDArray[np.float32]) -> tuple[Signal, ...]:
        """Return what keeps an article that starts a story from the nearest one."""
        if not len(rows):
            return ()
        nearest = int(np.argmax(log_odds))
        why = strongest(SIGNALS, self._learned.stories.weights(evidence[nearest]))
        return (Signal(APART, round(float(log_odds[nearest]), 3), self._open.at(int(rows[nearest])).id), *why)

    @staticmethod
    def _joined(article: Digest, story: OpenStory, copy: Copy | None, why: tuple[Signal, ...]) -> Folded:
        return Folded(article.id, story.id, story.thread, article.language, copy, why)

    def _stands(self, copy: Copy | None, together: AbstractSet[str] = frozenset()) -> bool:
        """Tell whether a copy is of its original's story: not where it is one of several texts that this one holds.

        together: those that hold such as are of one story all the same.
        """
        both = {copy.article, copy.original} - together if copy and copy.kind is CopyKind.ABRIDGED else ()
        return not any(map(self._copies.gathered, both))

    def _holds_several(self, article: str) -> bool:
        """Tell whether an article holds the texts of several stories: it is of none, nothing joins it."""
        parts = map(self._open.story_of, self._copies.gathered(article))
        return len({story.id for story in parts if story}) > 1

    def _tells_of_several(self, article: FoldInput, read: Digest) -> bool:
        """Tell whether an article's paragraphs would do for stories of several threads: it is of none either."""
        if not read.is_loose:
            return False
        paragraphs = [one for one in article.text.split("\n") if one.strip()][:ROUND_UP_READ]
        told = (replace(article, title="", text=one, vector=b"") for one in paragraphs)
        return len({story.thread for story in map(self._likeliest, told) if story}) >= ROUND_UP_THREADS

    def _likeliest(self, article: FoldInput) -> OpenStory | None:
        """Return the story that a text would join, without keeping it."""
        read = digest(article, self._open.vocabulary, is_across=self._embedder is not None)
        asked = self._open.query(self._with_vector(read, article))
        rows = self._open.candidates(asked)
        log_odds = self._learned.stories.log_odds(self._open.signals(asked, rows))
        return self._open.at(int(rows[np.argmax(log_odds)])) if len(rows) and log_odds.max() > 0 else None

    def _story_of_copy(self, copy: Copy | None, article: Digest) -> OpenStory | None:
        if copy is None:
            return None
        other = copy.original if copy.article == article.id else copy.article
        return self._open.story_of(other)
