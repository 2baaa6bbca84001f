"""What a page or an entry becomes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from octavo.core.types.arriving import MediaFile


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
    media: tuple[MediaFile, ...] = ()
    """What its entry brings to listen to or watch."""
    publisher: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    robots: tuple[str, ...] = ()
    """What the publisher asks: noindex, noarchive, noai, tdm-reserved, ..."""
