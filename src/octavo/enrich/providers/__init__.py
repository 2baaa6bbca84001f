"""Who writes summaries: every provider keeps this protocol."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from octavo.core.types import Summary
    from octavo.enrich.inputs import SourceArticle


class Length(StrEnum):
    """How much a summary says: one sentence, three to six, six to twelve."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    BRIEFING = "briefing"


class Style(StrEnum):
    """For whom a summary is written; without a model there is only the reports' own wording."""

    NEWS = "news"
    PLAIN = "plain"
    CHILD = "child"


class Provider(Protocol):
    """Writes what the panel shows; every sentence of it cites the spans that it rests on."""

    @property
    def name(self) -> str: ...

    def summarise(
        self, articles: Sequence["SourceArticle"], language: str, length: Length = Length.PARAGRAPH
    ) -> "Summary":
        """Return a summary of a story's articles, for readers of `language`."""
        ...


__all__ = ["Length", "Provider", "Style"]
