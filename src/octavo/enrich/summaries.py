"""Summaries of a story."""

from collections.abc import Sequence

from octavo.core.types import Summary
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.providers.local import LocalProvider


def summarise(articles: Sequence[SourceArticle], language: str) -> Summary:
    """Return the local provider's summary of a story, for readers of `language`."""
    return LocalProvider().summarise(articles, language)
