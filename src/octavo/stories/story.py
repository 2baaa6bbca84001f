"""A story in the folding window: the sum of its articles, in a size that does not grow with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from math import sqrt

import numpy as np

from octavo.core.vectors import Vectors
from octavo.stories.constants import STORY_TERMS
from octavo.stories.query import Query
from octavo.stories.vocabulary import Vocabulary


@dataclass(slots=True)
class Bag:
    """Summed weights of terms, and the length of their vector under the rarities met so far."""

    weights: dict[str, float] = field(default_factory=dict)
    square: float = 0.0

    def pour(self, terms: Mapping[str, float], squares: Mapping[str, float]) -> None:
        """Add `terms`; each brings the squared rarity that it has now."""
        weights, grown = self.weights, 0.0
        get = weights.get
        for term, weight in terms.items():
            before = get(term, 0.0)
            weights[term] = before + weight
            grown += weight * (before + before + weight) * squares[term]
        self.square += grown

    def prune(self, count: int, vocabulary: Vocabulary) -> None:
        """Keep the `count` heaviest terms."""
        rarities = dict(zip(self.weights, vocabulary.rarities(self.weights), strict=True))
        kept = nlargest(count, self.weights, key=lambda term: (self.weights[term] * rarities[term], term))
        self.weights = {term: self.weights[term] for term in kept}
        self.square = sum((weight * rarities[term]) ** 2 for term, weight in self.weights.items())

    @property
    def norm(self) -> float:
        """The vector's length."""
        return sqrt(max(self.square, 0.0))


@dataclass(slots=True)
class OpenStory:
    """A story that may still grow."""

    number: int
    """Its place in the indexes; never used again."""
    id: str
    thread: str
    articles: list[str] = field(default_factory=list)
    """Ids, in order of arrival."""
    length: float = 0.0
    """Mean tokens of its articles."""
    terms: Bag = field(default_factory=Bag)
    title: Bag = field(default_factory=Bag)
    names: Bag = field(default_factory=Bag)
    headline_names: Bag = field(default_factory=Bag)
    numbers: set[str] = field(default_factory=set)
    dates: set[tuple[int, int]] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    ahead: int = 0
    """How many of its articles tell of what is still to come."""
    vector: Vectors | None = None
    """Sum of its articles' vectors, float32 (dim,)."""
    length_of_vector: float = 1.0
    first: float | None = None
    last: float | None = None

    @property
    def size(self) -> int:
        """How many articles it holds."""
        return len(self.articles)

    def add(self, asked: Query, vocabulary: Vocabulary) -> list[str]:
        """Take the article in; return the terms that are new to the story."""
        article = asked.article
        fresh = [term for term in article.terms if term not in self.terms.weights]
        self.articles.append(article.id)
        self.length += (article.length - self.length) / self.size
        self.terms.pour(article.terms, asked.terms.squares)
        self.title.pour(article.title, asked.title.squares)
        self.names.pour(article.names, asked.names.squares)
        self.headline_names.pour(asked.headline_names.terms, asked.headline_names.squares)
        for mine in (self.terms, self.title, self.names):
            if len(mine.weights) > 1.5 * STORY_TERMS:
                mine.prune(STORY_TERMS, vocabulary)
        self.numbers |= article.numbers
        self.dates |= article.dates
        self.languages.add(article.language)
        self.ahead += article.is_ahead
        self._stamp(article.moment)
        if article.vector is not None:
            self.vector = article.vector.copy() if self.vector is None else self.vector + article.vector
            self.length_of_vector = float(np.linalg.norm(self.vector)) or 1.0
        return [term for term in fresh if term in self.terms.weights]

    def _stamp(self, moment: float | None) -> None:
        if moment is None:
            return
        self.first = moment if self.first is None else min(self.first, moment)
        self.last = moment if self.last is None else max(self.last, moment)
