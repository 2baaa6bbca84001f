"""How like an article and a story are, one number a signal."""

from collections.abc import Set as AbstractSet
from math import exp, log, log1p
from typing import NamedTuple

from octavo.stories.constants import LONG_TOKENS, NEAR_DAYS, SHORT_TOKENS, UNRELATED_VECTOR
from octavo.stories.digest import Digest
from octavo.stories.query import Query, Weighted
from octavo.stories.story import Bag, OpenStory


class Signals(NamedTuple):
    """The evidence for one article and one story; likenesses are 0..1."""

    terms: float
    title: float
    names: float
    vector: float
    lead: float
    """How far the vector's likeness is ahead of the next story's, or behind the best's."""
    told: float
    """Share of the article's headline that the story tells."""
    tells: float
    """Share of the story's headlines that the article tells."""
    places: float
    """0 where a headline's names are told by the other side, falling to -1 where neither tells the other's."""
    numbers: float
    """Share of the article's numbers that the story has; -1 where both have numbers and none is shared."""
    dates: float
    """1 where both name a day in common, -1 where both name days and none in common."""
    days: float
    """Logarithm of one and the days between them."""
    near: float
    """1 where both are dated and close in time, falling to 0."""
    ahead: float
    """How far one looks ahead to what the other reports."""
    size: float
    shortness: float
    """1 where one side is a headline alone, 0 where both are full texts."""
    is_foreign: float
    """1 where the story has no article in this article's language."""


def signals(asked: Query, story: OpenStory) -> Signals:
    """Compare an article with a story."""
    article = asked.article
    days = _days(article, story)
    vector = 0.0
    if article.vector is not None and story.vector is not None:
        vector = float(article.vector @ story.vector) / story.length_of_vector
    return Signals(
        terms=_cosine(asked.terms, story.terms),
        title=_cosine(asked.title, story.title),
        names=_cosine(asked.names, story.names),
        vector=vector,
        lead=0.0,
        told=_told(asked.title, story.terms),
        tells=_tells(asked.terms, story.title),
        places=_places(asked, story),
        numbers=_shared(article.numbers, story.numbers),
        dates=0.0 if not article.dates or not story.dates else -1.0 if article.dates.isdisjoint(story.dates) else 1.0,
        days=0.0 if days is None else log1p(days),
        near=0.0 if days is None else exp(-days / NEAR_DAYS),
        ahead=abs(article.is_ahead - story.ahead / story.size),
        size=log(story.size),
        shortness=_shortness(min(article.length, story.length)),
        is_foreign=float(article.language not in story.languages),
    )


def with_leads(found: list[Signals]) -> list[Signals]:
    """Return the signals of all candidates of one article with `lead` filled in."""
    best, second = 0.0, 0.0
    for like in found:
        if like.vector > best:
            best, second = like.vector, best
        elif like.vector > second:
            second = like.vector
    ahead_of, behind = max(second, UNRELATED_VECTOR), max(best, UNRELATED_VECTOR)
    return [like._replace(lead=like.vector - (ahead_of if like.vector >= best else behind)) for like in found]


def _cosine(mine: Weighted, theirs: Bag) -> float:
    norms = mine.norm * theirs.norm
    if not norms:
        return 0.0
    return min(1.0, _dot(mine.weights, theirs.weights) / norms)


def _dot(one: dict[str, float], other: dict[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    get = other.get
    return sum(weight * get(term, 0.0) for term, weight in one.items())


def _told(title: Weighted, story: Bag) -> float:
    total = sum(title.squares.values())
    return sum(square for term, square in title.squares.items() if term in story.weights) / total if total else 0.0


def _tells(terms: Weighted, title: Bag) -> float:
    if not title.square:
        return 0.0
    get = terms.squares.get
    return min(1.0, sum(weight * weight * get(term, 0.0) for term, weight in title.weights.items()) / title.square)


def _places(asked: Query, story: OpenStory) -> float:
    if not asked.headline_names.norm or not story.headline_names.square:
        return 0.0
    return max(_told(asked.headline_names, story.terms), _tells(asked.terms, story.headline_names)) - 1.0


def _shared(mine: AbstractSet[str], theirs: AbstractSet[str]) -> float:
    if not mine or not theirs:
        return 0.0
    return len(mine & theirs) / len(mine) or -1.0


def _days(article: Digest, story: OpenStory) -> float | None:
    if article.moment is None or story.last is None or story.first is None:
        return None
    return max(0.0, article.moment - story.last, story.first - article.moment) / 86400


def _shortness(length: float) -> float:
    return min(1.0, max(0.0, (LONG_TOKENS - length) / (LONG_TOKENS - SHORT_TOKENS)))
