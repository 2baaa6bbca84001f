"""Sentences of reports, word for word, with where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from octavo.core.types import Dropped
from octavo.editions.reading.cards import ArticleCard
from octavo.enrich.backing import is_prose


@dataclass(frozen=True, slots=True)
class SentenceCite:
    """Where a sentence of a summary rests."""

    article: ArticleCard
    start: int
    end: int
    """Character offsets into the article's text."""


@dataclass(frozen=True, slots=True)
class SummarySentence:
    text: str
    cites: tuple[SentenceCite, ...]
    model: str = ""
    """The language model that worded it; "" for a report's own words."""


def dropped_shown(dropped: Iterable[Dropped], articles: Iterable[ArticleCard]) -> tuple[Dropped, ...]:
    """Return a summary's dropped sentences as pages list them.

    Without its words stands one that holds an address, markup or a command to a machine, and each where one of the
    articles may not be quoted.
    """
    may_quote = all(one.publisher.is_quotable for one in articles)
    return tuple(Dropped(one.text if may_quote and is_prose(one.text) else "", one.reason) for one in dropped)
