"""What folding sees, and what it finds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit


class CopyKind(StrEnum):
    """How a text repeats another."""

    EXACT = "exact"
    NEAR = "near"
    ABRIDGED = "abridged"


@dataclass(frozen=True, slots=True)
class FoldInput:
    """What folding sees of one article; the label of an evaluation set is never among it."""

    id: str
    title: str
    text: str = ""
    url: str = ""
    publisher: str = ""
    agency: str = ""
    published: datetime | None = None
    language: str = ""
    vector: bytes = b""
    """Kept sentence vector of title and lead, float32 (dim,), L2-normalised; empty where none is at hand."""

    @property
    def publisher_name(self) -> str:
        """Who published it, case-folded; its address's host where no name is known, "" where neither is."""
        return (self.publisher or urlsplit(self.url).hostname or "").casefold()


APART = "apart"
"""Names the first signal of an article that starts a story: how far off the nearest one was, and which that is."""
DEVELOPS = "develops"
"""Names the first signal of what links a story to an earlier one: how like the two are, and which that is."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One piece of evidence for or against joining, as shown to people."""

    name: str
    """terms, title, entities, vector, time, numbers, places, copy; apart: how far off the nearest story was; mould: the
    same wording, told of something else; develops: how like the earlier story of its thread is"""
    value: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """The relation "this article's text is that article's"."""

    article: str
    original: str
    kind: CopyKind
    likeness: float
    """0..1"""


@dataclass(frozen=True, slots=True)
class Folded:
    """Where folding put one article. Ids of stories and threads are those of their first articles."""

    id: str
    story: str
    thread: str
    language: str
    copy: Copy | None = None
    why: tuple[Signal, ...] = ()
    develops: tuple[Signal, ...] = ()
    """What links the story that it starts to the earlier one of its thread; empty where it starts none, or a thread."""


@dataclass(frozen=True, slots=True)
class Related:
    """A story that truly bears on another, with the reason in words."""

    story: str
    other: str
    score: float
    reason: str
    """what they share: summit, place, person, organisation, subject, thread"""
    terms: tuple[str, ...] = ()
    """The shared words that a person is shown, as written in the articles: "NATO summit", "The Hague"."""
