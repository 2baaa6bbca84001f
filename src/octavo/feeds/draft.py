"""What a reader of one format hands over: raw values, before addresses, dates and duplicates are settled."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Draft:
    """One entry as found. A date is a moment, or text that nobody could read yet."""

    id: str = ""
    url: str = ""
    title: str = ""
    summary: str = ""
    content: str = ""
    authors: list[str] = field(default_factory=list)
    published: datetime | str | None = None
    updated: datetime | str | None = None
    image: str = ""
    language: str = ""
    tags: list[str] = field(default_factory=list)
    media: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Attached files: address, type, size and length as told."""
    has_plain_title: bool = False
    """Whether what looks like a tag in the title is none."""


@dataclass(slots=True)
class Channel:
    """What a feed says of itself."""

    title: str = ""
    home_url: str = ""
    language: str = ""
    icon: str = ""
    hub: str = ""
    self_url: str = ""
    base_url: str = ""
    ttl_seconds: int | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()


@dataclass(slots=True)
class Reading:
    """One feed as one reader understood it."""

    kind: str
    channel: Channel
    drafts: list[Draft]
    problems: list[str] = field(default_factory=list)
