"""Editions: which stories stand on a front page, in which order, where, and why."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.editions.edition import Draw, Edition, read_edition, written
    from octavo.editions.facts import EditionFacts, Placed, PublisherFacts, StoryFacts
    from octavo.editions.layout import FrontPage, Section, lay_out
    from octavo.editions.ranking import rank

__all__ = [
    "Draw",
    "Edition",
    "EditionFacts",
    "FrontPage",
    "Placed",
    "PublisherFacts",
    "Section",
    "StoryFacts",
    "lay_out",
    "rank",
    "read_edition",
    "written",
]

__getattr__ = offered(
    __name__,
    edition="Draw Edition read_edition written",
    facts="EditionFacts Placed PublisherFacts StoryFacts",
    layout="FrontPage Section lay_out",
    ranking="rank",
)
