"""What is asked for, what comes back, and what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Request:
    """What `fetch` is asked for; `etag` and `last_modified` make it conditional."""

    url: str
    etag: str = ""
    last_modified: str = ""
    is_page: bool = False
    """A publisher's page: robots.txt and the pause between page requests apply."""
    form: Mapping[str, str] | None = None
    """Fields to POST; None: a GET."""
    body: bytes | None = None
    """Content to POST as it is; None: `form`, or a GET."""
    headers: tuple[tuple[str, str], ...] = ()
    """Said beside the usual ones."""
    bearer: str = field(default="", repr=False)
    """A secret that shows who asks (RFC 6750); it follows no redirect."""
    seconds: float | None = None
    """How long the whole answer may take; None: as long as the door lets any."""
    limit_bytes: int | None = None
    """How large its body may be; None: as large as the door lets any."""


@dataclass(frozen=True, slots=True)
class Response:
    """What came back through the one HTTP door."""

    url: str
    """The address after redirects."""
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    """Decompressed."""
    fetched: datetime
    permanent_url: str = ""
    """Where the permanent redirects (301, 308) that began the way led; "" where there was none."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that a stage did not pass on, and why. Counted, never silent."""

    stage: str
    reason: str
    """One word or hyphenated words, fit for counting: "robots", "not-a-feed", "stub"."""
    detail: str = ""
    """One plain line for a person."""
    after_seconds: float = 0.0
    """How long the host asks to be left alone; 0 where it does not say."""
    body: bytes = field(default=b"", repr=False)
    """What had come of an answer before it went wrong, decompressed."""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file attached to an entry, at the publisher's: sound or film to be listened to or watched, or another."""

    url: str
    type: str = ""
    """A MIME type in lower case; "" where neither said nor told by the address."""
    size_bytes: int | None = None
    seconds: int | None = None
    """How long it plays."""

    @property
    def is_playable(self) -> bool:
        """Tell whether it is listened to or watched."""
        return self.type.startswith(("audio/", "video/"))

    @property
    def is_film(self) -> bool:
        return self.type.startswith("video/")


class Entry(NamedTuple):
    """A feed's item as delivered (RFC 4287's word).

    Feeds give them by the ten thousand, and a frozen dataclass takes five times as long to make.
    """

    key: str
    """What tells this entry from the feed's others: its id, else its link, else a hash of its text."""
    url: str
    title: str
    """Plain text."""
    summary: str = ""
    """HTML as delivered, not yet sanitised."""
    content: str = ""
    """HTML as delivered, not yet sanitised."""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    image: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    media: tuple[MediaFile, ...] = ()
    """Attached files of every kind."""

    @property
    def playable(self) -> tuple[MediaFile, ...]:
        """Return the attached files that are listened to or watched, which an article keeps."""
        return tuple(one for one in self.media if one.is_playable) if self.media else ()


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed's bytes, understood."""

    kind: str
    """rss, atom, rdf, json, sitemap"""
    title: str = ""
    home_url: str = ""
    language: str = ""
    icon: str = ""
    hub: str = ""
    """The WebSub hub that it names."""
    self_url: str = ""
    ttl_seconds: int | None = None
    """The pause between polls that it asks for: RSS's ttl, or its syndication module's updatePeriod."""
    skip_hours: tuple[int, ...] = ()
    """Hours of the day, UTC, in which the publisher asks not to be polled."""
    skip_days: tuple[int, ...] = ()
    """Days of the week, UTC, Monday as 0, alike."""
    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()
    """What had to be forgiven to read it, one plain line each."""
