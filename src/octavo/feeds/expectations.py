"""What other parsers' test suites expect of a feed, in our model's terms.

An expectation is a dotted path ("entries.0.title") and a value. A path that our model has no place for is excluded,
with the reason; the rest is met or not.
"""

import re
from calendar import day_name
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any
from unicodedata import normalize

from lxml import html as lxml_html
from lxml.etree import ParserError

from octavo.core.languages import language_code
from octavo.core.plain import plain
from octavo.core.types import Entry, ParsedFeed
from octavo.feeds.dates import read_date


@dataclass(frozen=True, slots=True)
class Expectation:
    """A value expected at a path; `is_absent` expects nothing there."""

    path: str
    value: object = None
    is_absent: bool = False


Compare = Callable[[Any, Any], bool]
Getter = Callable[[Any, int], Any]


def _same(ours: Any, expected: Any) -> bool:
    return bool(ours == expected)


def _text(ours: str, expected: Any) -> bool:
    """Compare what a reader sees: we keep titles as plain text in NFC, even where they were escaped twice."""
    once = _seen(str(expected))
    return ours in (" ".join(str(expected).split()), once, _seen(once), plain(str(expected)))


def _seen(text: str) -> str:
    with suppress(ParserError, ValueError):
        text = str(lxml_html.fromstring(f"<div>{text}</div>").text_content())
    return " ".join(normalize("NFC", text).split())


def _markup(ours: str, expected: Any) -> bool:
    """Compare HTML after parsing: quotes, entities, namespaces and the order of attributes are spelling.

    What was delivered as plain text we keep as HTML, so its brackets are escaped. A div around Atom's xhtml is no part
    of it (RFC 4287, 3.1.1.3).
    """
    return ours in (expected, escape(str(expected), quote=False)) or _canonical(ours) == _canonical(str(expected))


def _canonical(text: str) -> str:
    try:
        root = lxml_html.fromstring(f"<div>{text}</div>")
    except (ParserError, ValueError):
        return text.strip()
    while len(root) == 1 and root[0].tag == "div" and not (root.text or root[0].tail or "").strip():
        root = root[0]
        root.attrib.clear()
    for element in root.iter():
        for name, value in sorted(element.attrib.items()):
            del element.attrib[name]
            if not name.startswith("xmlns"):
                element.attrib[name] = value
    return re.sub(r"\s+", " ", lxml_html.tostring(root, encoding="unicode")).replace("> ", ">").replace(" <", "<")


def _name(ours: str, expected: Any) -> bool:
    bare = re.sub(r"\s*[(<]?[^\s()<>]+@[^\s()<>]+[)>]?\s*", "", str(expected)).strip("() ")
    return ours in (expected, bare, plain(str(expected)))


def _moment(ours: datetime | None, expected: Any) -> bool:
    if isinstance(expected, tuple | list) and len(expected) >= 6:
        year, month, day, hour, minute, second = expected[:6]
        return ours == datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    return ours is not None and ours == read_date(str(expected))


def _language(ours: str, expected: Any) -> bool:
    return ours == language_code(str(expected))


def _among(ours: Sequence[str], expected: Any) -> bool:
    return expected in ours


def _at(values: Sequence[Any], index: int) -> Any:
    return values[index] if 0 <= index < len(values) else ""


_FEED: dict[str, tuple[Getter, Compare]] = {
    "version": (lambda feed, _: feed.kind, lambda ours, said: ours in _kinds_of(str(said))),
    "title": (lambda feed, _: feed.title, _text),
    "link": (lambda feed, _: feed.home_url, _same),
    "language": (lambda feed, _: feed.language, _language),
    "ttl": (lambda feed, _: str((feed.ttl_seconds or 0) // 60), lambda ours, said: ours == str(said)),
    "icon": (lambda feed, _: feed.icon, _same),
    "self": (lambda feed, _: feed.self_url, _same),
    "skip_hours": (lambda feed, _: feed.skip_hours, lambda ours, said: int(said) % 24 in ours),
    "skip_days": (lambda feed, _: feed.skip_days, lambda ours, said: list(day_name).index(str(said).title()) in ours),
    "entries_count": (lambda feed, _: len(feed.entries), _same),
}
_ENTRY: dict[str, tuple[Getter, Compare]] = {
    "title": (lambda entry, _: entry.title, _text),
    "link": (lambda entry, _: entry.url, _same),
    "id": (lambda entry, _: entry.key, _same),
    "summary": (lambda entry, _: entry.summary or entry.content, _markup),
    "content": (lambda entry, _: entry.content or entry.summary, _markup),
    "author": (lambda entry, index: _at(entry.authors, index), _name),
    "published": (lambda entry, _: entry.published, _moment),
    "updated": (lambda entry, _: entry.updated or entry.published, _moment),
    "tag": (lambda entry, index: _at(entry.tags, index), _text),
    "tags_count": (lambda entry, _: len(entry.tags), _same),
    "image": (lambda entry, _: entry.image, _same),
    "media": (lambda entry, index: _at([(one.url, one.type) for one in entry.media], index), _among),
    "any_media": (lambda entry, _: [one.url for one in entry.media], _among),
    "language": (lambda entry, _: entry.language, _language),
}


def _kinds_of(version: str) -> tuple[str, ...]:
    if version in ("rss10", "rss090"):
        return ("rdf",)
    return ("rss", "rdf") if version == "rss" else (version[:4].rstrip("0123"),)


_LEFT_OUT = {
    "came twice": "an entry that came twice, which we keep once",
    "empty entries": "an entry that holds nothing to show, which is left out",
}
"""Why an entry is missing, by what a feed's problems say."""


def reason_beside(expectation: Expectation, field: str, feed: ParsedFeed | None) -> str:
    """Say why an expectation is beside our model although it has a place there; "" where it is not."""
    if feed is None:
        return ""
    numbers = re.findall(r"\.(\d+)", expectation.path)
    if field.startswith("entry.") and numbers and int(numbers[0]) >= len(feed.entries):
        return next((why for said, why in _LEFT_OUT.items() if any(said in problem for problem in feed.problems)), "")
    if expectation.path == "image.url" and feed.kind == "atom" and feed.icon not in ("", expectation.value):
        return "a logo where there is an icon too: a feed has one picture, the icon"
    return _beside(expectation, field, feed.entries[int(numbers[0])]) if field.startswith("entry.") and numbers else ""


def _beside(expectation: Expectation, field: str, entry: Entry) -> str:
    if field == "entry.tag" and not entry.tags and str(expectation.value).startswith("<"):
        return "markup within a category, which RSS does not allow"
    if ".title_detail.language" in expectation.path and entry.language not in ("", expectation.value):
        return "a title's language where its text has another: an entry has one, its text's"
    shown = [tag.casefold() for tag in entry.tags]
    is_term = field == "entry.tag" and expectation.path.endswith(".term")
    if is_term and shown and str(expectation.value).casefold() not in shown:
        return "a category's term where its label is what people are shown"
    return ""


def is_met(expectation: Expectation, field: str, indexes: tuple[int, ...], feed: ParsedFeed | None) -> bool:
    """Tell whether our feed holds what is expected at `field`; `indexes` are the path's numbers, in order."""
    found: ParsedFeed | Entry | None = feed
    table = _FEED
    if field.startswith("entry."):
        table, field = _ENTRY, field.removeprefix("entry.")
        position, *indexes_left = indexes or (0,)
        found = feed.entries[position] if feed and position < len(feed.entries) else None
        indexes = tuple(indexes_left)
    if found is None:
        return expectation.is_absent
    getter, compare = table[field]
    ours = getter(found, indexes[0] if indexes else 0)
    return not ours if expectation.is_absent else compare(ours, expectation.value)
