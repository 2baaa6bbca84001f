"""Editions: which stories stand on a front page, in which order, where, and why."""

from octavo.editions.edition import Draw, Edition, read_edition, written
from octavo.editions.facts import EditionFacts, Placed, PublisherFacts, StoryFacts
from octavo.editions.layout import FrontPage, Section, lay_out
from octavo.editions.ranking import rank
from octavo.editions.shipped import shipped

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
    "shipped",
    "written",
]
