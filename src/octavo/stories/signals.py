"""How like an article and a story are, one number a signal."""

from dataclasses import dataclass
from math import log1p
from typing import NamedTuple

from octavo.stories.constants import ARTICLE_TERMS
from octavo.stories.digest import Digest
from octavo.stories.story import OpenStory, norm_of
from octavo.stories.vocabulary import Vocabulary


class Signals(NamedTuple):
    """The evidence for one article and one story; likenesses are 0..1."""

    terms: float
    best: float
    title: float
    names: float
    vector: float
    vector_best: float
    numbers: float
    days: float
    size: float
    shortness: float
    """1 where one side is a headline alone, 0 where both are full texts."""
    is_foreign: float
    """1 where the story has no article in this article's language."""


@dataclass(slots=True)
class Query:
    """An article made ready for comparing with many stories."""

    article: Digest
    terms: dict[str, float]
    """Weight times squared rarity."""
    norm: float
    title: dict[str, float]
    title_norm: float
    names: dict[str, float]
    """Term to rarity."""


def query(article: Digest, vocabulary: Vocabulary) -> Query:
    """Return `article` weighted by how rare its terms are just now."""
    weighted = list(zip(article.terms.items(), vocabulary.rarities(article.terms), strict=True))
    if len(weighted) > ARTICLE_TERMS:
        weighted.sort(key=lambda pair: -pair[0][1] * pair[1])
        del weighted[ARTICLE_TERMS:]
    article.terms = {term: weight for (term, weight), _ in weighted}
    names = {name for name in article.maybe_names if vocabulary.is_name(name)} | article.names
    article.names = frozenset(names)
    return Query(
        article=article,
        terms={term: weight * rarity * rarity for (term, weight), rarity in weighted},
        norm=norm_of(article.terms, vocabulary),
        title={t: w * vocabulary.rarity(t) ** 2 for t, w in article.title.items()},
        title_norm=norm_of(article.title, vocabulary),
        names={name: vocabulary.rarity(name) for name in sorted(names)},
    )


def signals(asked: Query, story: OpenStory) -> Signals:
    """Compare an article with a story."""
    article = asked.article
    vector = vector_best = 0.0
    if article.vector is not None and story.vector is not None:
        vector = float(article.vector @ story.vector)
        vector_best = max(
            (float(article.vector @ held.vector) for held, _ in story.exemplars if held.vector is not None), default=0.0
        )
    return Signals(
        terms=_cosine(asked.terms, story.terms, asked.norm * story.norm),
        best=max(_cosine(asked.terms, held.terms, asked.norm * norm) for held, norm in story.exemplars),
        title=_cosine(asked.title, story.title, asked.title_norm * story.title_norm),
        names=_names(asked, story),
        vector=vector,
        vector_best=vector_best,
        numbers=_numbers(article, story),
        days=_days(article, story),
        size=log1p(story.size),
        shortness=_shortness(min(article.length, story.length)),
        is_foreign=float(article.language not in story.languages),
    )


def _cosine(weighted: dict[str, float], other: dict[str, float], norms: float) -> float:
    if not norms:
        return 0.0
    if len(other) < len(weighted):
        get = weighted.get
        return sum(weight * get(term, 0.0) for term, weight in other.items()) / norms
    get = other.get
    return sum(weight * get(term, 0.0) for term, weight in weighted.items()) / norms


def _names(asked: Query, story: OpenStory) -> float:
    total = sum(asked.names.values())
    if not total or not story.names:
        return 0.0
    return sum(rarity for name, rarity in asked.names.items() if name in story.names) / total


def _numbers(article: Digest, story: OpenStory) -> float:
    if not article.numbers or not story.numbers:
        return 0.0
    shared = sum(number in story.numbers for number in article.numbers)
    return shared / len(article.numbers) if shared else -1.0


def _days(article: Digest, story: OpenStory) -> float:
    if article.moment is None or story.last is None or story.first is None:
        return 0.0
    return max(0.0, article.moment - story.last, story.first - article.moment) / 86400


def _shortness(length: float) -> float:
    return min(1.0, max(0.0, (120.0 - length) / 100.0))
