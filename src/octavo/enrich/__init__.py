"""Enrichment: what a story is about, who acts in it, and what its articles say, each with its source."""

from octavo.enrich.categories import CATEGORIES, category
from octavo.enrich.entities import Entity, EntityKind
from octavo.enrich.hashtags import hashtags
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.naming import entities
from octavo.enrich.providers import Length
from octavo.enrich.summaries import summarise

__all__ = [
    "CATEGORIES",
    "Entity",
    "EntityKind",
    "Length",
    "SourceArticle",
    "category",
    "entities",
    "hashtags",
    "summarise",
]
