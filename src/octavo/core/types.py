"""The frozen types that the stages hand to one another, in the order of the data's way.

Times are aware UTC `datetime`; languages are ISO 639-1 codes ("" where unknown); texts are NFC with one
paragraph a line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
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
    media: tuple[tuple[str, str], ...] = ()
    """Attached files: address and MIME type, the latter "" where not stated."""


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


class Verdict(StrEnum):
    """What a page is."""

    ARTICLE = "article"
    STUB = "stub"
    INDEX = "index"
    LIVE = "live"
    MEDIA = "media"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture at the publisher's."""

    url: str
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """The extracted text at one canonical URL."""

    url: str
    title: str
    text: str
    """Plain, one paragraph a line."""
    html: str = ""
    """The same, as sanitised HTML with links, lists, quotes, figures and sub-headings."""
    verdict: Verdict = Verdict.ARTICLE
    reasons: tuple[str, ...] = ()
    """Why the verdict is not `article`, or what was in doubt."""
    authors: tuple[str, ...] = ()
    agency: str = ""
    dateline: str = ""
    published: datetime | None = None
    published_precision_seconds: int | None = None
    """How far off `published` may be: 3600 for "5 hours ago", 86400 for a bare day, 1 for a time."""
    updated: datetime | None = None
    language: str = ""
    image: Image | None = None
    publisher: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    robots: tuple[str, ...] = ()
    """What the publisher asks: noindex, noarchive, noai, tdm-reserved, ..."""


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


@dataclass(frozen=True, slots=True)
class Signal:
    """One piece of evidence for or against joining, as shown to people."""

    name: str
    """terms, title, entities, vector, time, numbers, places, copy; apart: how far off the nearest story was; mould: the
    same wording, told of something else"""
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
