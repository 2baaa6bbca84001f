"""What ranking sees of a story and an edition, and what it says of a position."""

from dataclasses import dataclass
from datetime import datetime

from octavo.core.types import Signal


@dataclass(frozen=True, slots=True)
class PublisherFacts:
    """One independent publisher of a story: it has an article there that is no copy."""

    id: str
    country: str = ""
    """ISO 3166-1 alpha-2, upper case."""
    languages: tuple[str, ...] = ()
    weight: float = 1.0
    """What its report counts in the edition beside that of any publisher."""
    draw: int | None = None
    """The index of the edition's draw that it is of; None for the rest."""


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What ranking sees of a story; how often its texts were copied is not among it."""

    id: str
    latest: datetime
    """The time of the last real news: of its newest article that is no copy."""
    publishers: tuple[PublisherFacts, ...] = ()
    """Independent ones, each once."""
    category: str = ""
    thread: str = ""
    languages: tuple[str, ...] = ()
    """Of its articles."""
    is_here: bool = False
    """Whether its headline names the edition's place."""


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """A front page for a language and a place."""

    language: str
    country: str = ""
    """ISO 3166-1 alpha-2, upper case; "" for an edition of a language alone."""
    further_languages: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    """By draw: the share of the stories placed that has a report of its publishers, as far as there are such."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A story at its position, with the signals that put it there."""

    story: StoryFacts
    position: int
    """From 0."""
    score: float
    reasons: tuple[Signal, ...]
    """corroborated, coverage, mix, local, here, language, freshness, spread, share; `score` is made of their values"""
