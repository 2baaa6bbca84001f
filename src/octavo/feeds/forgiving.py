"""The patient reader: feedparser, for everything that the fast one declines."""

import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from itertools import islice
from time import struct_time
from typing import Any

from octavo.core.decode import known_text
from octavo.core.languages import language_code
from octavo.core.linked import absolute_links
from octavo.core.plain import plain
from octavo.feeds import mending, picking
from octavo.feeds.bounding import ENTRY_END, cut_after
from octavo.feeds.channel import read_channel, take_link, ttl_seconds
from octavo.feeds.constants import APART_LIMIT, BREAKS_OFF, ENTRIES_LIMIT, FORGIVING_MARKS_LIMIT, NOT_WELL_FORMED
from octavo.feeds.dates import read_date
from octavo.feeds.draft import Channel, Draft, Reading
from octavo.feeds.media import address, best_image, is_file, is_icon, leads_to_page
from octavo.feeds.sniff import undeclared

_WRAPPED = re.compile(r"\s*<div(?:\s[^<>]*)?>((?:(?!<div).)*)</div>\s*", re.DOTALL)
"""Atom's xhtml stands in a div that is no part of it (RFC 4287, 3.1.1.3)."""
_MARK = re.compile(rb"[<&]")
_ENTRY_START = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_RELATION = re.compile(r"^http://www\.iana\.org/assignments/relation/")
"""Relations by their full name (RFC 4287, 4.2.7.2)."""
_TRIPPED = (LookupError, TypeError)
"""What feedparser raises for an element that it does not expect where it stands: an end without its beginning."""
_FEED_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf|channel)\s*>\s*(?:<!--.*?-->\s*)?$", re.IGNORECASE | re.DOTALL)


def read(body: bytes, content_type: str = "") -> Reading | None:
    """Return what feedparser understood; None where it found neither a feed nor entries.

    It is not told where the feed came from: it would resolve ids too, and an entry's key must not depend on the
    reader. Addresses are left relative to xml:base, or to the feed.
    """
    problems: list[str] = []
    body, headers = _in_utf8(body, content_type, problems)
    body = mending.typed(mending.closed(mending.flattened(mending.with_characters(_bounded(body, problems)))))
    try:
        parsed = _understood(body, headers)
    except _TRIPPED:
        parsed = _understood_apart(body, headers, problems)
    if not parsed.entries and not parsed.version:
        return None
    if parsed.bozo and not problems:
        problems.append(NOT_WELL_FORMED)
    kind = _kind(parsed.version)
    drafts = [_draft(entry, kind) for entry in parsed.entries[: ENTRIES_LIMIT + 1]]
    return Reading(kind, _channel(parsed.feed, body), drafts, problems)


def _in_utf8(body: bytes, content_type: str, problems: list[str]) -> tuple[bytes, Mapping[str, str]]:
    """Return a body in UTF-8, and no headers; as it is, and with what may help, where its encoding must be guessed."""
    headers = {"content-type": content_type} if content_type else {}
    text = known_text(body, headers)
    if text is None:
        return body, headers
    if "\ufffd" in text:
        problems.append("characters that cannot be read, replaced")
    return undeclared(text), {}


def _understood(body: bytes, headers: Mapping[str, str]) -> Any:
    import feedparser

    return feedparser.parse(BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def _understood_apart(body: bytes, headers: Mapping[str, str], problems: list[str]) -> Any:
    """Read a feed that trips feedparser entry by entry, without those that trip it."""
    parsed, tripping_count = _understood(b"<rss><channel>", headers), 0
    for start in islice(_ENTRY_START.finditer(body), APART_LIMIT):
        end = ENTRY_END.search(body, start.end())
        piece = b"<rss><channel>" + body[start.start() : end.end() if end else None]
        try:
            parsed.entries.extend(_understood(piece, headers).entries)
        except _TRIPPED:
            tripping_count += 1
    if tripping_count:
        problems.append(f"{tripping_count} entries that cannot be read, left out")
    return parsed


def _kind(version: str) -> str:
    if version.startswith("atom"):
        return "atom"
    return "rdf" if version in ("rss10", "rss090") else "rss"


def _bounded(body: bytes, problems: list[str]) -> bytes:
    """Cut a body that breaks off, or is too long to be read patiently, after its last whole entry."""
    if body.count(b"<") + body.count(b"&") > FORGIVING_MARKS_LIMIT:
        body = body[: next(islice(_MARK.finditer(body), FORGIVING_MARKS_LIMIT, None)).start()]
        problems.append("too many elements to read, only the first ones were read")
    elif _FEED_END.search(body, max(0, len(body) - 1_000)) or b"<" not in body:
        return body
    else:
        problems.append(BREAKS_OFF)
    end = 0
    for found in ENTRY_END.finditer(body):
        end = found.end()
    return cut_after(body, end) if end else body


def _channel(feed: Any, body: bytes) -> Channel:
    channel = Channel(
        title=plain(_text(feed, "title")[:4_000]),
        language=language_code(_text(feed, "language")),
        ttl_seconds=ttl_seconds(_text(feed, "ttl")),
    )
    for link in feed.get("links", ()):
        take_link(channel, link.get("rel", ""), link.get("href", ""))
    channel.home_url = _text(feed, "link") or channel.home_url
    image = feed.get("image")
    channel.icon = _text(feed, "icon") or _text(feed, "logo") or (address(image) if isinstance(image, Mapping) else "")
    first = _ENTRY_START.search(body)
    return _completed(channel, read_channel(body[: first.start()] if first else body))


def _completed(channel: Channel, other: Channel) -> Channel:
    """Fill what feedparser lost with what the XML itself says; it has applied xml:base already."""
    for field in fields(Channel):
        if field.name != "base_url" and not getattr(channel, field.name):
            setattr(channel, field.name, getattr(other, field.name))
    return channel


def _draft(entry: Any, kind: str) -> Draft:
    contents = entry.get("content", ())
    content: Mapping[str, Any] = max(contents, key=lambda one: len(_html(one)), default={})
    summary = _html(entry.get("summary_detail")) or _text(entry, "summary", "googleplay_description", "subtitle")
    title, is_plain = _text(entry, "title", "itunes_title"), _is_plain_title(entry, kind)
    published, updated = _moment(entry, "published"), _moment(entry, "updated")
    if kind != "atom" and not published:
        published, updated = updated, None
    return Draft(
        id=_text(entry, "id"),
        url=_text(entry, "feedburner_origlink") or _link(entry, kind),
        title=picking.plain_title(title) if is_plain else title,
        summary="" if summary == content.get("value") else summary,
        content=_html(content) or picking.with_breaks(_text(entry, *_full_texts(entry))),
        authors=_authors(entry),
        published=published,
        updated=updated,
        image=_image(entry),
        language=_language(entry, contents),
        tags=[tag.get("label") or tag.get("term") or "" for tag in entry.get("tags", ())],
        media=[*_files(entry)],
        has_plain_title=is_plain,
    )


def _full_texts(entry: Any) -> Iterator[str]:
    yield from (name for name in entry if name.endswith(picking.FULL_TEXT))
    yield "turbo_content"


def _is_plain_title(entry: Any, kind: str) -> bool:
    """Tell a title that says that it is text; feedparser takes those of RSS for text that say nothing."""
    return kind == "atom" and (entry.get("title_detail") or {}).get("type") == "text/plain"


def _link(entry: Any, kind: str) -> str:
    """Return the entry's own page: its link, but for one that feedparser took from an attached file.

    Of an item of RDF it is what the item is about, where it has no link.
    """
    link, id_ = _text(entry, "link"), _text(entry, "id")
    if link == id_ and not picking.may_be_address(link):
        link = ""
    links = [(_RELATION.sub("", found.get("rel") or "alternate"), found) for found in entry.get("links", ())]
    others = {found.get("href") for rel, found in links if rel != "alternate"}
    alternates = [found for rel, found in links if rel == "alternate" and found.get("href")]
    if alternates and (not link or link in others or not leads_to_page(alternates[0])):
        return address(next(filter(leads_to_page, alternates), alternates[0]))
    return link or (id_ if kind == "rdf" and picking.may_be_address(id_) else "")


def _text(found: Any, *names: str) -> str:
    """Return the first text of these names; feedparser's stand-ins (updated for published) and warnings stay out."""
    values = (dict.get(found, name) if isinstance(found, dict) else None for name in names)
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), "")


def _html(detail: Any) -> str:
    if not detail:
        return ""
    value = detail.get("value") or ""
    if detail.get("type") == "text/plain":
        return escape(value, quote=False) if "<" in value else value
    if detail.get("type") == "application/xhtml+xml" and (wrapped := _WRAPPED.fullmatch(value)):
        value = wrapped[1]
    return absolute_links(value, detail.get("base") or "")


def _moment(entry: Any, name: str) -> datetime | str | None:
    """Return a date as written, or as feedparser read it where it says something that only feedparser reads."""
    parsed, written = dict.get(entry, f"{name}_parsed"), _text(entry, name)
    if isinstance(parsed, struct_time) and not read_date(written):
        try:
            return datetime.fromtimestamp(timegm(parsed), UTC)
        except (ValueError, OverflowError, OSError):
            return "unreadable"
    return written or None


def _authors(entry: Any) -> list[str]:
    names = [author.get("name") or author.get("email") or "" for author in entry.get("authors", ())]
    return [name for name in [*names, "" if any(names) else _text(entry, "author", "googleplay_author")] if name]


def _files(entry: Any) -> Iterator[tuple[str, str, str, str]]:
    files = entry.get("enclosures") or [one for one in entry.get("media_content", ()) if is_file(one)]
    for one in filter(address, files):
        size = _text(one, "length", "filesize")
        yield address(one), _text(one, "type"), size, _text(one, "duration") or _text(entry, "itunes_duration")


def _image(entry: Any) -> str:
    thumbnails = [one for one in entry.get("media_thumbnail", ()) if not is_icon(one)]
    own = (dict.get(entry, name) for name in ("image", "thumbnail"))
    candidates = [*thumbnails, *(one for one in own if isinstance(one, Mapping))]
    return (
        best_image(entry.get("media_content", ()), ())
        or next(filter(None, map(address, candidates)), "")
        or _text(entry, "thumbnail")
        or best_image((), entry.get("enclosures", ()))
    )


def _language(entry: Any, contents: Any) -> str:
    details = [*contents, entry.get("summary_detail") or {}, entry.get("title_detail") or {}]
    return language_code(next((one["language"] for one in details if one.get("language")), _text(entry, "language")))
