"""JSON Feed 1.0 and 1.1 (jsonfeed.org), and what calls itself so."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import escape
from json import JSONDecoder
from typing import Any

import orjson

from octavo.core.languages import language_code
from octavo.core.plain import one_line
from octavo.feeds.constants import BREAKS_OFF, ENTRIES_LIMIT
from octavo.feeds.draft import Channel, Draft, Reading

_ITEMS = re.compile(r'(?<!\\)"items"\s*:\s*\[')
_NEXT = re.compile(r"[\s,]*(?=\{)")
_decoder = JSONDecoder()


def read(body: bytes) -> Reading | None:
    """Return what the JSON says as a feed; None where it is no JSON or lists no items."""
    problems: list[str] = []
    try:
        text = getincrementaldecoder("utf-8-sig")().decode(body)
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        found = _salvaged(text)
        problems.append(BREAKS_OFF)
    except UnicodeDecodeError:
        return None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        return None
    listed = found["items"][: ENTRIES_LIMIT + 1]
    items = [item for item in listed if isinstance(item, dict)]
    if skipped := len(listed) - len(items):
        problems.append(f"{skipped} items that are no objects left out")
    return Reading("json", _channel(found), [_draft(item) for item in items], problems)


def _salvaged(text: str) -> dict[str, Any] | None:
    """Return what is whole of a feed that breaks off or is not well-formed; None where no item is."""
    start = _ITEMS.search(text)
    if not start:
        return None
    items = [*_whole_items(text, start.end())]
    try:
        head = orjson.loads(f"{text[: start.end()]}]}}")
    except orjson.JSONDecodeError:
        head = {}
    return {**head, "items": items} if items else None


def _whole_items(text: str, position: int) -> Iterator[Any]:
    with suppress(ValueError, RecursionError):
        while found := _NEXT.match(text, position):
            _, position = _decoder.raw_decode(text, found.end())
            with suppress(orjson.JSONDecodeError):
                yield orjson.loads(text[found.end() : position])


def _channel(feed: Mapping[str, Any]) -> Channel:
    hubs = [hub.get("url") for hub in _objects(feed, "hubs") if hub.get("type", "WebSub") == "WebSub"]
    return Channel(
        title=one_line(_text(feed, "title")[:4_000]),
        home_url=_text(feed, "home_page_url"),
        language=language_code(_text(feed, "language")),
        icon=_text(feed, "icon") or _text(feed, "favicon"),
        hub=hubs[0] if hubs and isinstance(hubs[0], str) else "",
        self_url=_text(feed, "feed_url"),
    )


def _draft(item: Mapping[str, Any]) -> Draft:
    text = _text(item, "content_text")
    files = [_file(attached) for attached in _objects(item, "attachments")]
    pictures = [href for href, kind, *_ in files if kind.startswith("image")]
    return Draft(
        id=_text(item, "id"),
        url=_text(item, "url") or _text(item, "external_url"),
        title=_text(item, "title"),
        summary=escape(_text(item, "summary"), quote=False),
        content=_text(item, "content_html") or escape(text, quote=False).replace("\n", "<br>\n"),
        authors=_authors(item),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        image=_text(item, "image") or _text(item, "banner_image") or next(iter(pictures), ""),
        language=language_code(_text(item, "language")),
        tags=[tag for tag in _list(item, "tags") or _text(item, "tags").split(",") if isinstance(tag, str)],
        media=[file for file in files if file[0]],
        has_plain_title=True,
    )


def _file(attached: Mapping[str, Any]) -> tuple[str, str, str, str]:
    size, length = _text(attached, "size_in_bytes"), _text(attached, "duration_in_seconds")
    return _text(attached, "url"), _text(attached, "mime_type"), size, length


def _authors(item: Mapping[str, Any]) -> list[str]:
    people = _list(item, "authors") or [item.get("author")]
    names = [_text(person, "name") if isinstance(person, dict) else person for person in people]
    return [escape(name, quote=False) for name in names if isinstance(name, str)]


def _text(found: Mapping[str, Any], name: str) -> str:
    """Return a text; an id may be a number (JSON Feed 1.0 asks readers to bear it)."""
    value = found.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def _list(found: Mapping[str, Any], name: str) -> list[Any]:
    value = found.get(name)
    return value if isinstance(value, list) else []


def _objects(found: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    return [value for value in _list(found, name) if isinstance(value, dict)]
