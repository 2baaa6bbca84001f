"""A story in the folding window: the sum of its articles, and a few of them whole."""

from dataclasses import dataclass, field
from heapq import nlargest
from math import sqrt

import numpy as np

from octavo.core.vectors import Vectors
from octavo.stories.constants import EXEMPLARS, STORY_TERMS
from octavo.stories.digest import Digest
from octavo.stories.vocabulary import Vocabulary


@dataclass(slots=True)
class OpenStory:
    """A story that may still grow."""

    number: int
    """Its place in the indexes; never used again."""
    id: str
    thread: str
    articles: list[str] = field(default_factory=list)
    """Ids, in order of arrival."""
    size: int = 0
    length: float = 0.0
    """Mean tokens of its articles."""
    terms: dict[str, float] = field(default_factory=dict)
    title: dict[str, float] = field(default_factory=dict)
    names: dict[str, float] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)
    norm: float = 0.0
    """Of `terms`, weighted by rarity."""
    title_norm: float = 0.0
    vector_sum: Vectors | None = None
    exemplars: list[tuple[Digest, float]] = field(default_factory=list)
    """Articles whole, with the norm of their terms."""
    first: float | None = None
    last: float | None = None

    def add(self, article: Digest, norm: float, vocabulary: Vocabulary) -> list[str]:
        """Take `article` in; return the terms that are new to the story."""
        fresh = [term for term in article.terms if term not in self.terms]
        self.size += 1
        self.length += (article.length - self.length) / self.size
        _pour(article.terms, self.terms)
        _pour(article.title, self.title)
        _pour(dict.fromkeys(article.names, 1.0), self.names)
        for number in article.numbers:
            self.numbers[number] = self.numbers.get(number, 0) + 1
        self.languages[article.language] = self.languages.get(article.language, 0) + 1
        self._stamp(article)
        if article.vector is not None:
            self.vector_sum = article.vector.copy() if self.vector_sum is None else self.vector_sum + article.vector
        self.exemplars.append((article, norm))
        if len(self.exemplars) > EXEMPLARS:
            del self.exemplars[1]
        self.terms = _strongest(self.terms, vocabulary)
        self.norm = norm_of(self.terms, vocabulary)
        self.title_norm = norm_of(self.title, vocabulary)
        return [term for term in fresh if term in self.terms]

    def _stamp(self, article: Digest) -> None:
        if article.moment is None:
            return
        self.first = article.moment if self.first is None else min(self.first, article.moment)
        self.last = article.moment if self.last is None else max(self.last, article.moment)

    @property
    def vector(self) -> Vectors | None:
        """The direction of its articles' mean."""
        if self.vector_sum is None:
            return None
        return self.vector_sum / (float(np.linalg.norm(self.vector_sum)) or 1.0)


def _pour(source: dict[str, float], target: dict[str, float]) -> None:
    for term, weight in source.items():
        target[term] = target.get(term, 0.0) + weight


def _strongest(terms: dict[str, float], vocabulary: Vocabulary) -> dict[str, float]:
    if len(terms) <= STORY_TERMS * 1.5:
        return terms
    weights = zip(terms, vocabulary.rarities(terms), strict=True)
    kept = nlargest(STORY_TERMS, weights, key=lambda pair: terms[pair[0]] * pair[1])
    return {term: terms[term] for term, _ in kept}


def norm_of(terms: dict[str, float], vocabulary: Vocabulary) -> float:
    """Return the length of `terms` weighted by rarity."""
    return sqrt(
        sum((weight * rarity) ** 2 for weight, rarity in zip(terms.values(), vocabulary.rarities(terms), strict=True))
    )
