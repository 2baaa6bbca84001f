"""Editions: which stories stand on a front page, in which order, where, and why."""

from octavo.editions.facts import EditionFacts, Placed, PublisherFacts, StoryFacts
from octavo.editions.layout import FrontPage, Section, lay_out
from octavo.editions.ranking import rank

__all__ = [
    "EditionFacts",
    "FrontPage",
    "Placed",
    "PublisherFacts",
    "Section",
    "StoryFacts",
    "lay_out",
    "rank",
]
