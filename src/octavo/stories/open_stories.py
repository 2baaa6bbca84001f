"""The stories that may still grow, their indexes, and how common each term is among them."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import partial

import numpy as np
from numpy.typing import NDArray

from octavo.core.stream_clock import StreamClock
from octavo.core.types import FoldInput
from octavo.stories.candidates import Among, TermIndex, VectorIndex, heaviest
from octavo.stories.constants import (
    BRIDGES,
    BRIDGES_SHARE,
    FRAGMENT_TEXTS,
    KEPT_WINDOWS,
    LONG_TOKENS,
    MOULD_OPENINGS,
    OPEN_STORIES,
    PAST_STORIES,
    THREAD_SECONDS,
    VECTOR_CANDIDATES,
    WINDOW_SECONDS,
)
from octavo.stories.digest import TERM, Digest, counted
from octavo.stories.moulds import Opening, swapped
from octavo.stories.postings import Rows
from octavo.stories.query import Query, query
from octavo.stories.signals import Evidence, Signals, signals, signals_of
from octavo.stories.story import OpenStory, StoryTable
from octavo.stories.vocabulary import Vocabulary


class OpenStories:
    """Open stories by row, in the order of their last growth, with their indexes."""

    def __init__(self, dim: int = 0, window_seconds: float = WINDOW_SECONDS) -> None:
        self._window_seconds = window_seconds
        self._vocabulary = Vocabulary()
        self._table = StoryTable(dim)
        self._terms = TermIndex()
        self._vectors = VectorIndex(dim) if dim else None
        self._open: OrderedDict[int, OpenStory] = OrderedDict()
        self._articles: dict[int, list[str]] = {}
        self._row_of: dict[str, int] = {}
        """Of each article of an open story, its first among them."""
        self._openings: defaultdict[int, list[Opening]] = defaultdict(list)
        """How the latest articles of each open story begin."""
        self._places = np.zeros(1 << 14, dtype=np.int16)
        self._clock = StreamClock()
        self._grew: dict[int, float] = {}
        """When the latest article of each open story was published, or came where that is unknown."""
        self._bridges: dict[int, dict[int, int]] = {}
        """How many articles would have done for both of two rows, in both directions."""
        self._merged: dict[str, OpenStory] = {}
        """Where stories went that were merged."""

    @property
    def vocabulary(self) -> Vocabulary:
        """How common each term is so far."""
        return self._vocabulary

    def __len__(self) -> int:
        return len(self._open)

    def digest(self, article: FoldInput) -> Digest:
        """Read an article and count its terms."""
        return counted(article, self._vocabulary, is_across=self._vectors is not None)

    def query(self, article: Digest) -> Query:
        """Weigh the article's terms."""
        return query(article, self._vocabulary)

    def candidates(self, asked: Query) -> Rows:
        """Return the rows of the few open stories that the article might belong to."""
        article = asked.article
        are_near = partial(self._are_near, self._moment(article))
        rows = self._by_terms(asked, are_near)
        if self._vectors is not None and article.vector is not None:
            near = self._vectors.search(article.vector, VECTOR_CANDIDATES, among=are_near)
            rows = np.concatenate([rows, near[~np.isin(near, rows)]])
        return rows

    def past(self, asked: Query) -> Rows:
        """Return the rows of the few stories of the weeks before that the article's might develop from."""
        moment = self._moment(asked.article)
        return np.empty(0, np.int64) if moment is None else self._by_terms(asked, partial(self._are_past, moment))

    def _by_terms(self, asked: Query, among: Among) -> Rows:
        if asked.weighed is None:
            weights = asked.article.weights[:, TERM] * asked.squares
            asked.weighed = self._terms.weighed(asked.article.terms, weights)
        return heaviest(asked.weighed, among=among)

    def _moment(self, article: Digest) -> float | None:
        return self._clock.now() if article.moment is None else article.moment

    def _are_past(self, moment: float, rows: Rows) -> NDArray[np.bool_]:
        """Tell of each story whether it ended before the window at a moment, though not long before."""
        last = self._table.last[rows]
        return (last < moment - self._window_seconds) & (last >= moment - THREAD_SECONDS)

    def _are_near(self, moment: float | None, rows: Rows) -> NDArray[np.bool_]:
        """Tell of each story whether it is open at a moment, however late an article of then comes."""
        are_open = self._table.size[rows] > 0
        if moment is not None:
            are_open &= ~(self._table.last[rows] < moment - self._window_seconds)
            are_open &= ~(self._table.first[rows] > moment + self._window_seconds)
        return are_open

    def signals(self, asked: Query, rows: Rows) -> Evidence:
        """Compare the article with the stories at `rows`."""
        if len(self._places) < self._vocabulary.size:
            self._places = np.zeros(self._vocabulary.size, dtype=np.int16)
        return signals(asked, self._table, rows, self._places)

    def likeness(self, asked: Query, row: int, evidence: NDArray[np.float32]) -> Signals:
        """Return how like the article and the story at `row` are, of which this is the evidence."""
        article = asked.article
        is_of_its_script = bool(self._table.scripts[row] & self._table.bit(article.across.script))
        return signals_of(evidence, marks_names=article.has_capitals and is_of_its_script)

    def swapped(self, asked: Query, row: int) -> tuple[int, int] | None:
        """Return the terms that stand for one another where the article and the story at `row` are of one mould."""
        mine, knows, story_knows = asked.opening, asked.article.terms, self._table.terms[row]
        found = (swapped(mine, other, knows, story_knows) for other in self._openings[row])
        return next(filter(None, found), None)

    def at(self, row: int) -> OpenStory:
        """Return the story at `row`."""
        return self._open[row]

    def row_of(self, article: str) -> int | None:
        """Return the row of the open story that holds this article."""
        return self._row_of.get(article)

    def story_of(self, article: str) -> OpenStory | None:
        """Return the open story that holds this article."""
        row = self._row_of.get(article)
        return None if row is None else self._open[row]

    def is_fragment(self, row: int, count: int) -> bool:
        """Tell whether the story at `row` is of a few short texts alone: these, as many as `count`."""
        return self._is_short(row) and self._table.size[row] == count <= FRAGMENT_TEXTS

    def is_whole(self, row: int) -> bool:
        """Tell whether the story at `row` is of many short texts."""
        return self._is_short(row) and self._table.size[row] > FRAGMENT_TEXTS

    def _is_short(self, row: int) -> bool:
        return bool(self._table.length[row] < LONG_TOKENS)

    def merged(self, story: str) -> OpenStory | None:
        """Return where a story went that was merged into another."""
        into = self._merged.get(story)
        return into and (self.merged(into.id) or into)

    def begun_among(self, articles: AbstractSet[str]) -> set[str]:
        """Return those of these articles that began stories of which no part began elsewhere."""
        elsewhere = {into.id for gone in self._merged if gone not in articles and (into := self.merged(gone))}
        return {*articles} - elsewhere

    def add(self, asked: Query, story: str, thread: str) -> None:
        """Put the article into the story, which opens where it is not open yet."""
        row = self._row_of.get(story)
        if row is None:
            row = self._opened(story, thread)
        self._row_of[asked.article.id] = row
        self._articles[row].append(asked.article.id)
        self._openings[row] = [*self._openings[row], asked.opening][-MOULD_OPENINGS:]
        self._terms.add(row, self._table.add(row, asked, self._vocabulary))
        if self._vectors is not None and asked.article.vector is not None:
            self._vectors.put(row, self._table.vector(row))
        self._open.move_to_end(row)
        self._grew[row] = self._clock.tick(asked.article.moment)
        self._close_old()

    def note_bridges(self, story: str, others: Iterable[int]) -> None:
        """Note that an article of `story` would do for the stories at `others` as well.

        Two stories are merged where most of the lesser one's articles would do for either. What was said of the
        lesser one's articles stays said; what comes after joins the greater.
        """
        for other in others:
            row = self._row_of[story]
            if row == other or other not in self._open:
                continue
            count = self._bridges.get(row, {}).get(other, 0) + 1
            for one, to in ((row, other), (other, row)):
                self._bridges.setdefault(one, {})[to] = count
            if count >= max(BRIDGES, BRIDGES_SHARE * self._table.size[[row, other]].min()):
                self.merge(*sorted((row, other), key=lambda one: (-self._table.size[one], self._open[one].number)))

    def merge(self, row: int, gone: int) -> None:
        """Let the story at `gone` go on in the one at `row`."""
        fresh = self._table.merge(row, gone, self._vocabulary)
        self._terms.add(row, fresh)
        if self._vectors is not None:
            self._vectors.put(row, self._table.vector(row))
        articles = [self._open[gone].id, *self._articles[gone]]
        self._openings[row] = [*self._openings[gone], *self._openings[row]][-MOULD_OPENINGS:]
        self._merged[self._open[gone].id] = self._open[row]
        self._grew[row] = max(self._grew[row], self._grew[gone])
        self._close(gone)
        self._articles[row] += articles
        self._row_of.update(dict.fromkeys(articles, row))

    def _opened(self, story: str, thread: str) -> int:
        row = self._table.open()
        self._open[row] = OpenStory(int(self._table.opened[row]), story, thread)
        self._row_of[story] = row
        self._articles[row] = []
        return row

    def _close_old(self) -> None:
        while self._open:
            row = next(iter(self._open))
            if len(self._open) <= OPEN_STORIES and not self._is_old(row):
                return
            self._close(row)

    def _is_old(self, row: int) -> bool:
        remembered = KEPT_WINDOWS * self._window_seconds
        if len(self._open) <= PAST_STORIES:
            remembered = max(remembered, THREAD_SECONDS)
        return self._clock.is_far(self._grew[row], remembered)

    def _close(self, row: int) -> None:
        story = self._open.pop(row)
        for other in self._bridges.pop(row, ()):
            self._bridges[other].pop(row, None)
        for article in (story.id, *self._articles.pop(row)):
            self._row_of.pop(article, None)
        self._openings.pop(row, None)
        self._grew.pop(row)
        self._table.close(row)
        if self._vectors is not None:
            self._vectors.put(row, np.zeros(self._table.vectors.shape[1], dtype=np.float32))
