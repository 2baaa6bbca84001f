"""Enrichment: what a story is about, who acts in it, and what its articles say, each with its source."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.enrich.categories import CATEGORIES, category
    from octavo.enrich.entities import Entity, EntityKind
    from octavo.enrich.inputs import SourceArticle
    from octavo.enrich.providers import Length
    from octavo.enrich.summaries import summarise

__all__ = ["CATEGORIES", "Entity", "EntityKind", "Length", "SourceArticle", "category", "summarise"]

__getattr__ = offered(
    __name__,
    categories="CATEGORIES category",
    entities="Entity EntityKind",
    inputs="SourceArticle",
    providers="Length",
    summaries="summarise",
)
