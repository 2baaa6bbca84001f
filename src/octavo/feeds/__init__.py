"""Feeds: bytes of RSS, Atom, RDF, JSON Feed or a sitemap to entries."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.feeds.parsing import parse

__all__ = ["parse"]

__getattr__ = offered(__name__, parsing="parse")
