"""Sentences of reports, word for word, with where they stand."""

from dataclasses import dataclass

from octavo.editions.reading.cards import ArticleCard


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
