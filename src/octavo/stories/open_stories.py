"""The stories that may still grow, their indexes, and how common each term is among them."""

from collections import OrderedDict

from octavo.stories.candidates import TermIndex, VectorIndex
from octavo.stories.constants import CANDIDATES, OPEN_STORIES, QUERY_TERMS, VECTOR_CANDIDATES, WINDOW_SECONDS
from octavo.stories.digest import Digest
from octavo.stories.query import Query, query
from octavo.stories.story import OpenStory
from octavo.stories.vocabulary import Vocabulary


class OpenStories:
    """Open stories by number, in the order of their last growth, with their indexes."""

    def __init__(self, dim: int = 0, window_seconds: float = WINDOW_SECONDS) -> None:
        self._window_seconds = window_seconds
        self._vocabulary = Vocabulary()
        self._terms = TermIndex()
        self._vectors = VectorIndex(dim) if dim else None
        self._open: OrderedDict[int, OpenStory] = OrderedDict()
        self._number_of: dict[str, int] = {}
        """Of each article of an open story, its first among them."""
        self._next = 1
        self._newest = 0.0

    def __len__(self) -> int:
        return len(self._open)

    def read(self, article: Digest) -> Query:
        """Count the article's terms and weigh them."""
        self._vocabulary.learn(article.terms, article.names)
        return query(article, self._vocabulary)

    def candidates(self, asked: Query) -> list[OpenStory]:
        """Return the few open stories that the article might belong to."""
        terms = asked.article.terms
        weights = [(term, weight * terms[term]) for term, weight in asked.terms.weights.items()]
        weights.sort(key=lambda pair: (-pair[1], pair[0]))
        numbers = self._terms.search(weights[:QUERY_TERMS], CANDIDATES)
        if self._vectors is not None and asked.article.vector is not None:
            numbers += self._vectors.search(asked.article.vector, VECTOR_CANDIDATES)
        return [self._open[number] for number in dict.fromkeys(numbers) if number in self._open]

    def story_of(self, article: str) -> OpenStory | None:
        """Return the open story that holds this article."""
        number = self._number_of.get(article)
        return None if number is None else self._open[number]

    def add(self, asked: Query, story: str, thread: str) -> None:
        """Put the article into the story, which opens where it is not open yet."""
        into = self.story_of(story) or self._opened(story, thread)
        self._number_of[asked.article.id] = into.number
        self._terms.add(into.number, into.add(asked, self._vocabulary))
        if self._vectors is not None and into.vector is not None:
            self._vectors.put(into.number, into.vector / into.length_of_vector)
        self._open.move_to_end(into.number)
        self._newest = max(self._newest, asked.article.moment or 0.0)
        self._close_old()

    def _opened(self, story: str, thread: str) -> OpenStory:
        opened = OpenStory(self._next, story, thread)
        self._next += 1
        self._open[opened.number] = opened
        self._number_of[story] = opened.number
        return opened

    def _close_old(self) -> None:
        while self._open:
            number, oldest = next(iter(self._open.items()))
            is_old = oldest.last is not None and oldest.last < self._newest - self._window_seconds
            if not is_old and len(self._open) <= OPEN_STORIES:
                return
            del self._open[number]
            for article in oldest.articles:
                self._number_of.pop(article, None)
            if self._vectors is not None:
                self._vectors.remove(number)
