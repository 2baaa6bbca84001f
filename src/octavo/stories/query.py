"""An article made ready for comparing with many stories: its terms weighed by how rare they are just now."""

from dataclasses import dataclass
from math import sqrt

from octavo.stories.constants import ARTICLE_TERMS
from octavo.stories.digest import Digest
from octavo.stories.vocabulary import Vocabulary


@dataclass(slots=True)
class Weighted:
    """Terms with their own weights, these times squared rarity, and the squared rarities alone."""

    terms: dict[str, float]
    weights: dict[str, float]
    squares: dict[str, float]
    norm: float


@dataclass(slots=True)
class Query:
    """An article made ready for comparing with many stories."""

    article: Digest
    terms: Weighted
    title: Weighted
    names: Weighted
    headline_names: Weighted
    """The names in its headline."""


def query(article: Digest, vocabulary: Vocabulary) -> Query:
    """Return `article` weighted by how rare its terms are just now; its lesser terms are dropped."""
    if len(article.terms) > ARTICLE_TERMS:
        heaviest = sorted(zip(article.terms.items(), vocabulary.rarities(article.terms), strict=True), key=_heaviest)
        article.terms = dict(pair for pair, _ in heaviest[:ARTICLE_TERMS])
    for name in sorted(article.maybe_names):
        if vocabulary.is_name(name):
            article.names[name] = 1.0
    return Query(
        article=article,
        terms=_weighted(article.terms, vocabulary),
        title=_weighted(article.title, vocabulary),
        names=_weighted(article.names, vocabulary),
        headline_names=_weighted({term: 1.0 for term in article.title if term in article.names}, vocabulary),
    )


def _heaviest(pair: tuple[tuple[str, float], float]) -> tuple[float, str]:
    (term, weight), rarity = pair
    return -weight * rarity, term


def _weighted(terms: dict[str, float], vocabulary: Vocabulary) -> Weighted:
    squares = {term: rarity * rarity for term, rarity in zip(terms, vocabulary.rarities(terms), strict=True)}
    weights = {term: weight * squares[term] for term, weight in terms.items()}
    norm = sqrt(sum(weight * weights[term] for term, weight in terms.items()))
    return Weighted(terms, weights, squares, norm)
