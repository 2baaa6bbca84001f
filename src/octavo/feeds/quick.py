"""The fast reader: fastfeedparser's compiled core, for whole and plain feeds.

The core is called directly, because fastfeedparser's public `parse` does not say whether it had to recover from
broken XML (and so lost text), and hides the channel that the core hands back. Where the core is absent or
declines, or the feed has something that it would lose, the forgiving reader takes over.
"""

import re
from collections import Counter
from html import escape, unescape
from typing import Any

from octavo.feeds.bounding import has_too_many_tags
from octavo.feeds.channel import read_channel
from octavo.feeds.constants import ENTRIES_LIMIT
from octavo.feeds.dates import read_date
from octavo.feeds.draft import Draft, Reading
from octavo.feeds.media import best_image

try:
    from fastfeedparser import _core
except ImportError:  # the wheel without compiled code
    _core = None

_NAME = re.compile(rb"<([A-Za-z_][\w:.\-]*)")
_MARKUP = frozenset(b"p div a b i em strong br img span ul ol li h1 h2 h3 h4 table blockquote font center".split())
_UNREAD = frozenset(
    b"feedburner:origlink dc:language itunes:image image body xhtml:body fullitem media:category".split()
)
"""Elements of an entry that the core does not hand over."""
_DATED = frozenset(b"pubdate dc:date published issued date dcterms:issued dcterms:created".split())
_ONCE = frozenset(b"dc:creator author itunes:author name".split())
"""Of these the core keeps only the first."""
_TYPED = re.compile(
    rb"<(?:title|summary|subtitle|content)\b[^>]*?\s(?:mode=|type=[\"'](?!(?:text|html|text/html)[\"']))", re.IGNORECASE
)
"""Texts that need more than unescaping: xhtml, base64, other media types."""
_BARE = frozenset(b"title description link".split())
_LOOKED_AT = 60
"""Elements of the first entry that are looked at: feeds repeat their order."""


def read(body: bytes) -> Reading | None:
    """Return what the core understood of UTF-8 RSS or Atom; None where it declines or would lose something."""
    if _core is None or has_too_many_tags(body):
        return None
    result = _core.parse_entries(body, dict, _iso, unescape, True, True, True, True)
    if isinstance(result, str):
        return None
    kind, _, header, entries = result
    counted = _Tags(body, header, kind)
    if counted.would_lose(len(entries)):
        return None
    drafts = [_draft(entry, kind, counted) for entry in entries[: ENTRIES_LIMIT + 1]]
    if kind == "atom" and not all(draft.url for draft in drafts):
        return None
    return Reading(kind, read_channel(header), drafts)


def _iso(text: str) -> str | None:
    moment = read_date(text)
    return moment.isoformat() if moment else None


class _Tags:
    """How often each element stands in a feed's entries, without what CDATA quotes."""

    def __init__(self, body: bytes, header: bytes, kind: str) -> None:
        skeleton = _skeleton(body)
        names = _NAME.findall(skeleton)
        item = b"item" if kind == "rss" else b"entry"
        self.kind = kind
        self.order = names[names.index(item) :][:_LOOKED_AT] if item in names else []
        self.count: Counter[bytes] = Counter()
        for name, count in Counter(names).items():
            self.count[name.lower()] += count
        self.entries_count = self.count[item]
        self.has_markup = not _MARKUP.isdisjoint(self.count)
        head = _skeleton(header)
        self.count.subtract(map(bytes.lower, _NAME.findall(head)))
        self.is_typed = kind == "atom" and _TYPED.search(skeleton) is not None
        self.is_based = b"xml:base" in skeleton
        self.has_languages = skeleton.count(b"xml:lang") > head.count(b"xml:lang")
        self.dated = max((self.count[name] for name in _DATED), default=0)
        self.summarised = sum(self.count[name] for name in (b"description", b"summary", b"itunes:summary"))

    def would_lose(self, entries_count: int) -> bool:
        """Tell whether the core's entries lack something that the feed says."""
        return (
            self.entries_count != entries_count
            or self.has_languages
            or self.is_based
            or self.is_typed
            or self.has_markup
            or any(self.count[name] > 0 for name in _UNREAD)
            or any(self.count[name] > entries_count for name in _ONCE)
            or 0 < self.dated < entries_count
            or 0 < self.summarised < entries_count
            or (self.kind == "rss" and self.count[b"link"] < entries_count)
            or self._is_shadowed()
        )

    def _is_shadowed(self) -> bool:
        """Tell whether a namesake (media:title) stands before the real element: the core takes the first."""
        first: dict[bytes, bytes] = {}
        for name in map(bytes.lower, self.order):
            first.setdefault(name.rpartition(b":")[2], name)
        return any(first.get(name, name) != name for name in _BARE)


def _skeleton(body: bytes) -> bytes:
    """Return a feed's tags without what CDATA quotes, and where there is none without the texts between them.

    A section's end is looked for from behind: what stands between sections is short, and holds no such mark.
    """
    first, *quoted = body.split(b"<![CDATA[")
    if quoted:
        return b"".join([first, *[piece[piece.rfind(b"]]>") + 3 :] for piece in quoted]])
    return b"<".join([piece[: piece.find(b">") + 1] for piece in body.split(b"<")])


def _draft(entry: dict[str, Any], kind: str, tags: _Tags) -> Draft:
    content = _content(entry)
    media = entry.get("media_content") or []
    enclosures = _enclosures(entry)
    return Draft(
        id=entry.get("id", ""),
        url=_link(entry) if kind == "atom" else entry.get("link", ""),
        title=entry.get("title", ""),
        summary=entry.get("description", "") if tags.summarised else "",
        content=content,
        authors=[entry["author"]] if "author" in entry else [],
        published=entry.get("published", "unreadable") if tags.dated else None,
        updated=entry.get("updated"),
        image=best_image(media, enclosures) if media or enclosures else "",
        tags=[tag["label"] or tag["term"] for tag in entry.get("tags", ())],
        media=[(found["url"], found.get("type", "")) for found in enclosures],
    )


def _enclosures(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Return RSS's enclosures and Atom's links to attached files."""
    linked = [
        {"url": link["href"], "type": link["type"] or ""}
        for link in entry.get("links", ())
        if link["rel"] == "enclosure"
    ]
    return [*entry.get("enclosures", ()), *linked]


def _content(entry: dict[str, Any]) -> str:
    """Return the entry's own content; the core repeats the description where there is none."""
    found: list[dict[str, Any]] = entry.get("content") or [{"type": "", "value": ""}]
    value: str = found[0]["value"]
    if value.strip() == entry.get("description"):
        return ""
    return escape(value, quote=False) if found[0]["type"] in ("text", "text/plain") else value


def _link(entry: dict[str, Any]) -> str:
    """Return an Atom entry's own page: its alternate link, or one without a relation."""
    links = entry.get("links") or ()
    for wanted in ("alternate", None):
        for link in links:
            if link["rel"] == wanted:
                return str(link["href"])
    return ""
