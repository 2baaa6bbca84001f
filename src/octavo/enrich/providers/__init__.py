"""Who writes summaries: every provider keeps this protocol."""

from collections.abc import Sequence
from typing import Protocol

from octavo.core.types import Summary
from octavo.enrich.inputs import SourceArticle


class Provider(Protocol):
    """Writes what the panel shows; every sentence of it cites the spans that it rests on."""

    @property
    def name(self) -> str: ...

    def summarise(self, articles: Sequence[SourceArticle], language: str) -> Summary:
        """Return a summary of a story's articles, for readers of `language`."""
        ...


__all__ = ["Provider"]
