"""What is said of articles, and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cite:
    """The span of an article's text that a sentence rests on."""

    article: str
    start: int
    end: int
    """Character offsets into the article's `text`."""


@dataclass(frozen=True, slots=True)
class CitedSentence:
    text: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that its sources do not support, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    headline: str
    sentences: tuple[CitedSentence, ...]
    dropped: tuple[Dropped, ...] = ()
    facts: tuple[Mapping[str, object], ...] = field(default=())
