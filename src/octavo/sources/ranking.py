"""Feeds that were found behind an address, weighed against one another: which one does a reader of it mean?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from octavo.core.types import Entry, ParsedFeed
from octavo.sources import constants as c
from octavo.sources.discovery import Candidate

_ASIDE = re.compile(
    r"comment|komment|coment[aá]ri|комментар|yorum|reacties|댓글|コメント|评论|評論|تعليق|"
    r"(?:^|/)(?:tag|tags|author|authors|search|label|replies)/",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(r"(?:rss|atom|xml|json|feeds?|2\.0|[\W_])*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed that can be subscribed to."""

    url: str
    """Where it was found, after redirects."""
    parsed: ParsedFeed
    reason: str
    """Where its address came from, in words."""
    score: float
    """How likely it is the one that is meant; comparable among the offers of one address."""
    is_aside: bool
    """Comments, or one tag's or one author's entries beside the publisher's main feed."""
    named: str = ""
    """What the page that names it calls it."""

    @property
    def title(self) -> str:
        """Return what it is called by itself, and by the page that names it where that says more."""
        own, given = self.parsed.title, self.named
        if not given or _SAYS_NOTHING.fullmatch(given) or given.casefold() in own.casefold():
            return own
        return given if own.casefold() in given.casefold() else f"{own} ({given})"

    @property
    def newest(self) -> datetime | None:
        """When its latest entry was published; None where it does not say, or has none."""
        return max(filter(None, (entry.published or entry.updated for entry in self.parsed.entries)), default=None)

    @property
    def is_full_text(self) -> bool:
        """Whether most entries carry their whole text."""
        full = sum(_length(entry) >= c.FULL_TEXT_CHARACTERS for entry in self.parsed.entries)
        return full * 2 > len(self.parsed.entries)


def offer(
    candidate: Candidate, url: str, parsed: ParsedFeed, page_url: str, now: datetime, *, language: str = ""
) -> Offer:
    """Weigh a feed that was read at `url`, found as `candidate` on the way from `page_url`, a page in `language`."""
    is_aside = _is_aside(candidate, url, parsed, page_url)
    bare = Offer(url, parsed, candidate.reason, 0.0, is_aside, candidate.title)
    parts = (
        candidate.score,
        _freshness(bare.newest, now) if parsed.entries else c.EMPTY_SCORE,
        c.FULL_TEXT_SCORE * bare.is_full_text,
        c.OF_PAGE_SCORE * (not is_aside and _is_of(page_url, url, parsed)),
        c.ASIDE_SCORE * is_aside,
        c.SITEMAP_SCORE * (parsed.kind == "sitemap"),
        c.OTHER_LANGUAGE_SCORE * bool(language and parsed.language and parsed.language[:2] != language[:2]),
    )
    return replace(bare, score=round(sum(parts), 3))


def ranked(offers: Iterable[Offer]) -> list[Offer]:
    """Return the offers best first; of those that carry the same entries in other formats, the best alone."""
    kept: list[Offer] = []
    for one in sorted(offers, key=lambda one: -one.score):
        if not any(_is_same(one, other) for other in kept):
            kept.append(one)
    return kept


def is_clear(offers: Sequence[Offer]) -> bool:
    """Tell whether the first offer needs no person's choice: all others are asides, or far behind."""
    return bool(offers) and all(
        other.is_aside or other.score < offers[0].score - c.CLEAR_MARGIN_SCORE for other in offers[1:]
    )


def is_alive(one: Offer, now: datetime) -> bool:
    """Tell whether the feed's newest entry is recent, or undated."""
    newest = one.newest
    if newest is None:
        return bool(one.parsed.entries)
    return (now - newest).total_seconds() <= c.ALIVE_DAYS * c.DAY_SECONDS


def is_feed(parsed: ParsedFeed) -> bool:
    """Tell whether it is worth an offer: a sitemap must be one of news, with titles and times (Google News)."""
    told = sum(bool(entry.title and (entry.published or entry.updated)) for entry in parsed.entries)
    return parsed.kind != "sitemap" or (bool(parsed.entries) and told * 2 > len(parsed.entries))


def _is_aside(candidate: Candidate, url: str, parsed: ParsedFeed, page_url: str) -> bool:
    path, page_path = urlsplit(url).path, urlsplit(page_url).path.rstrip("/")
    comments = sum("#comment" in entry.url for entry in parsed.entries)
    if comments * 2 > len(parsed.entries):
        return True
    said = _ASIDE.search(f"{candidate.title} {parsed.title} {path}")
    return bool(said) and not (len(page_path) > 1 and path.startswith(page_path) and _ASIDE.search(f"{page_path}/"))


def _is_of(page_url: str, url: str, parsed: ParsedFeed) -> bool:
    """Tell whether the feed calls the page its own, or is named after its section."""
    if parsed.home_url and _bare(parsed.home_url) == _bare(page_url):
        return True
    sections = [part for part in urlsplit(page_url).path.split("/") if part]
    parts = urlsplit(url)
    names = re.split(r"[/.?=&_\-]", f"{parts.path}?{parts.query}".lower())
    return 0 < len(sections) <= 2 and sections[-1].lower() in names


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _freshness(newest: datetime | None, now: datetime) -> float:
    if newest is None:
        return c.UNDATED_SCORE
    days = (now - newest).total_seconds() / c.DAY_SECONDS
    return next((score for limit, score in c.FRESHNESS_SCORES if days <= limit), c.STALE_SCORE)


def _length(entry: Entry) -> int:
    return max(len(entry.content), len(entry.summary))


def _is_same(one: Offer, other: Offer) -> bool:
    """Tell whether nearly all entries of the shorter are in the longer, and both are of like length."""
    first, second = ({entry.url or entry.key for entry in found.parsed.entries} for found in (one, other))
    shared, most = len(first & second), max(len(first), len(second))
    return bool(most) and shared >= c.SAME_SHARE * most
