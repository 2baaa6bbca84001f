"""Sentences of reports, word for word, with where they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from octavo.core.types import Cite, CitedSentence, Dropped
from octavo.editions.reading.cards import ArticleCard
from octavo.enrich.agreeing import Stated
from octavo.enrich.backing import is_prose
from octavo.enrich.quotes import Quote


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


@dataclass(frozen=True, slots=True)
class QuoteCard:
    text: str
    speaker: str
    language: str
    cite: SentenceCite


def cite_of(told: Cite | Stated | Quote, cards: Mapping[int, ArticleCard]) -> SentenceCite:
    """Return where something stands, with the card of its article."""
    return SentenceCite(cards[int(told.article)], told.start, told.end)


def cited(
    sentences: Iterable[CitedSentence], cards: Mapping[int, ArticleCard], model: str = ""
) -> tuple[SummarySentence, ...]:
    """Return sentences, which `model` worded, with the articles that they are cited from."""
    return tuple(
        SummarySentence(one.text, tuple(cite_of(cite, cards) for cite in one.cites), model) for one in sentences
    )


def quote_card(quote: Quote, cards: Mapping[int, ArticleCard]) -> QuoteCard:
    cite = cite_of(quote, cards)
    return QuoteCard(quote.text, quote.speaker, cite.article.language, cite)


def dropped_shown(dropped: Iterable[Dropped], articles: Iterable[ArticleCard]) -> tuple[Dropped, ...]:
    """Return a summary's dropped sentences as pages list them.

    Without its words stands one that holds an address, markup or a command to a machine, and each where one of the
    articles may not be quoted.
    """
    may_quote = all(one.publisher.is_quotable for one in articles)
    return tuple(Dropped(one.text if may_quote and is_prose(one.text) else "", one.reason) for one in dropped)
