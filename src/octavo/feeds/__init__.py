"""Feeds: bytes of RSS, Atom, RDF, JSON Feed or a sitemap to entries."""

from octavo.feeds.parsing import parse

__all__ = ["parse"]
