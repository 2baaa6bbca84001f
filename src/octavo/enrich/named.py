"""Whom and what a story's reports name, each bearer once."""

from collections.abc import Sequence
from dataclasses import dataclass

from octavo.enrich.cues import UNCASED
from octavo.enrich.entities import EntityKind
from octavo.enrich.gathering import Found, gathered, kind_of, spelled, weightiest
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.naming import entities


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that the reports name."""

    name: str
    kind: EntityKind
    articles: tuple[str, ...]


def named_in(articles: Sequence[SourceArticle]) -> tuple[Named, ...]:
    """Return whom and what articles name, the most reported first; names of unknown kind where they weigh enough."""
    return tuple(named(group) for group in names_in(articles))


def names_in(articles: Sequence[SourceArticle]) -> list[list[Found]]:
    """Return the mentions of whom and what articles name, a list for each bearer, the most reported first."""
    found = gathered(
        (article, one) for article in articles for one in entities(article.text, article.title, article.language)
    )
    return weightiest([group for group in found if _weighs(group)])


def named(group: Sequence[Found]) -> Named:
    """Return whom or what mentions name."""
    return Named(spelled(group)[1].surface, kind_of(group), tuple(dict.fromkeys(article.id for article, _ in group)))


def _weighs(found: Sequence[Found]) -> bool:
    article, one = found[0]
    if len(found) > 1:
        return True
    is_sure = one.kind is not EntityKind.OTHER or (article.language not in UNCASED and " " in one.surface)
    return is_sure and (one.count > 1 or one.in_title)
