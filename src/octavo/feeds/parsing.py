"""Bytes to a feed: the fast reader first, the patient one where something would be lost."""

from datetime import datetime

from octavo.core.links import web_url
from octavo.core.packed import unpacked
from octavo.core.types import ParsedFeed, Refusal
from octavo.core.uncollected import uncollected
from octavo.feeds import bounding, forgiving, jsonfeed, quick, sitemap
from octavo.feeds.constants import BODY_LIMIT_BYTES
from octavo.feeds.draft import Draft, Reading
from octavo.feeds.settle import settle
from octavo.feeds.sniff import as_utf8, sniff

_DETAILS = {
    "empty": "there is nothing in it",
    "html": "this is a web page, not a feed; give its address to `octavo add`, which looks for its feeds",
    "opml": "this is a list of subscriptions, not a feed; read it with `octavo import opml`",
    "sitemap-index": "this is a list of sitemaps, not a feed; give the address of the one with the news",
    "not-a-feed": "this is neither RSS, Atom, JSON Feed nor a sitemap",
    "too-large": f"this is larger than {BODY_LIMIT_BYTES // 2**20} MB",
    "unreadable": "this could not be read as a feed",
}


def parse(body: bytes, url: str = "", content_type: str = "", *, now: datetime | None = None) -> ParsedFeed | Refusal:
    """Read a feed in any format and state; never raise.

    `url` is where it came from, for relative addresses; `content_type` is the server's header, believed for the
    encoding only where the bytes do not speak for themselves; with `now`, dates further ahead than two days are
    dropped. Reasons for refusing: empty, html, opml, sitemap-index, not-a-feed, too-large, unreadable.
    """
    body = unpacked(body, BODY_LIMIT_BYTES + 1)
    if len(body) > BODY_LIMIT_BYTES:
        return _refusal("too-large")
    with uncollected():
        return _parsed(body, url, content_type, now)


def _parsed(body: bytes, url: str, content_type: str, now: datetime | None) -> ParsedFeed | Refusal:
    try:
        body = as_utf8(body)
        kind = sniff(body)
        if kind in ("empty", "html", "opml", "sitemap-index"):
            return _refusal(kind)
        reading = _read(kind, body, content_type)
        return _feed(reading, url, now) if reading else _refusal("not-a-feed")
    except Exception as error:  # bytes of strangers meet four parsers here: none may take the caller down
        return _refusal("unreadable", f"{_DETAILS['unreadable']} ({type(error).__name__})")


def _refusal(reason: str, detail: str = "") -> Refusal:
    return Refusal("feeds", reason, detail or _DETAILS[reason])


def _read(kind: str, body: bytes, content_type: str) -> Reading | None:
    if kind == "json":
        return jsonfeed.read(body)
    if kind == "sitemap":
        return sitemap.read(body)
    if kind != "xml":
        return None
    return _read_xml(bounding.first_entries(body), content_type)


def _read_xml(body: bytes, content_type: str) -> Reading | None:
    """Return what RSS, RDF or Atom says, the marks of sections left out where a program escaped those too."""
    reading = quick.read(body) or forgiving.read(body, content_type)
    if not reading or not _shows_sections(reading):
        return reading
    bare = body.replace(b"&lt;![CDATA[", b"").replace(b"]]&gt;", b"")
    return reading if bare == body else _read_xml(bare, content_type)


def _shows_sections(reading: Reading) -> bool:
    """Tell whether the first entry shows the mark of a section that was escaped."""
    first = reading.drafts[0] if reading.drafts else Draft()
    return any(text.lstrip().startswith("<![CDATA[") for text in (first.title, first.url, first.summary, first.content))


def _feed(reading: Reading, url: str, now: datetime | None) -> ParsedFeed:
    channel = reading.channel
    base = url or web_url(channel.self_url) or web_url(channel.home_url)
    base = web_url(channel.base_url, base) or base
    entries, problems = settle(reading.drafts, base, now, channel.language)
    return ParsedFeed(
        kind=reading.kind,
        title=channel.title[:300],
        home_url=web_url(channel.home_url, base),
        language=channel.language,
        icon=web_url(channel.icon, base),
        hub=web_url(channel.hub, base),
        self_url=web_url(channel.self_url, base),
        ttl_seconds=channel.ttl_seconds,
        skip_hours=channel.skip_hours,
        skip_days=channel.skip_days,
        entries=entries,
        problems=(*reading.problems, *problems),
    )
