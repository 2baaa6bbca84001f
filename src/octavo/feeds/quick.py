"""The fast reader: one strict parse of well-formed feeds to plain dictionaries, out of which entries are picked.

Where the XML is broken, or says something that would be lost here, it declines, and the forgiving reader takes over.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from xml.parsers.expat import ExpatError

import xmltodict_rs

from octavo.feeds import picking
from octavo.feeds.bounding import has_endless_tag, has_too_many_tags
from octavo.feeds.channel import read_channel
from octavo.feeds.constants import ENTRIES_LIMIT
from octavo.feeds.draft import Reading
from octavo.feeds.picking import Declined

_OWN = {
    "atom": ("http://www.w3.org/2005/atom", "http://purl.org/atom/ns"),
    "rdf": ("http://purl.org/rss/1.0", "http://my.netscape.com/rdf/simple/0.9"),
}
"""The namespaces of their elements, in lower case and without what ends them."""
_KINDS = {"rss": "rss", "feed": "atom", "rdf:RDF": "rdf"}
_USUAL = {
    "http://www.w3.org/2005/atom": "atom",
    "http://search.yahoo.com/mrss": "media",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
}
"""The prefixes that feeds nearly always bind these namespaces to; elements are told by them."""
_ENDS = "/#"
_MARKUP = "p div a b i em strong br img span ul ol li h1 h2 h3 h4 table blockquote font center"
_UNPICKED = frozenset(f"body xhtml:body fullitem media:category {_MARKUP}".split())
"""Elements of an entry, in lower case, that the forgiving reader knows what to do with."""
_PICKED = {name.lower(): name for name in picking.NAMES}
_ENTRY_START = re.compile(rb"<(?:item|entry)[\s>]")


def read(body: bytes) -> Reading | None:
    """Return what UTF-8 RSS, RDF or Atom says; None where it is not well-formed or something would be lost."""
    if has_too_many_tags(body) or has_endless_tag(body):
        return None
    body = body.replace(b"\r\n", b"\n") if b"\r" in body else body
    try:
        ((root, top),) = xmltodict_rs.parse(body, cdata_separator=picking.JOINT).items()
        return _reading(root, top, body)
    except (ExpatError, ValueError, Declined):
        return None


def _reading(root: str, top: Any, body: bytes) -> Reading:
    kind = _KINDS.get(root, "")
    channel = top.get("channel") if kind != "atom" and isinstance(top, dict) else top
    if not kind or not isinstance(channel, dict):
        raise Declined
    entries = [one or {} for one in picking.listed(_entries(kind, top, channel))]
    if not entries or not all(isinstance(one, dict) for one in entries):
        raise Declined
    present: frozenset[str] = frozenset().union(*entries)
    if _would_lose(present) or not _is_usual(kind, (top, channel), present, entries):
        raise Declined
    header = _header(body, b"</entry>" if kind == "atom" else b"</item>")
    about, pick = read_channel(header), picking.atom if kind == "atom" else picking.rss
    if header.count(b"xml:base") != bool(about.base_url):
        raise Declined
    entries = picking.completed(entries[: ENTRIES_LIMIT + 1], present)
    drafts = [pick(entry) for entry in entries]
    if about.base_url:
        picking.rebase(drafts, entries, about.base_url)
    return Reading(kind, about, drafts)


def _entries(kind: str, top: Mapping[str, Any], channel: Mapping[str, Any]) -> Any:
    """Return the feed's entries; those of RDF stand beside its channel."""
    return top.get("item") if kind == "rdf" else channel.get("item" if kind == "rss" else "entry")


def _header(body: bytes, entry_end: bytes) -> bytes:
    """Return the feed without its entries."""
    start, end = _ENTRY_START.search(body), body.rfind(entry_end)
    return body[: start.start()] + body[max(end + len(entry_end), start.start()) :] if start else body


@lru_cache(maxsize=256)
def _would_lose(present: frozenset[str]) -> bool:
    """Tell whether the entries hold what is not picked, or what is picked under an odd spelling."""
    lower = {name.lower(): name for name in present}
    if not _UNPICKED.isdisjoint(lower) or any(name.startswith("@xml") for name in lower):
        return True
    return any(_PICKED.get(name, spelt) != spelt for name, spelt in lower.items())


def _is_usual(
    kind: str, tops: Iterable[Mapping[str, Any]], present: Iterable[str], entries: Iterable[Mapping[str, Any]]
) -> bool:
    """Tell whether prefixes stand for what they usually do, and all that the entries use are declared."""
    declared = {name[7:]: str(uri) for top in tops for name, uri in top.items() if name.startswith("@xmlns")}
    if kind in _OWN and declared.pop("", "").lower().rstrip(_ENDS) not in _OWN[kind]:
        return False
    if not all(_means(uri, prefix) for prefix, uri in declared.items()):
        return False
    used = {name: name.partition(":")[0] for name in present if ":" in name and name[0] != "@"}
    return all(prefix in declared or _declare(entries, name, prefix) for name, prefix in used.items())


def _means(uri: str, prefix: str) -> bool:
    """Tell whether a prefix is the usual one of a namespace, or the namespace is none that is looked at."""
    return _USUAL.get(uri.lower().rstrip(_ENDS), prefix) == prefix


def _declare(entries: Iterable[Mapping[str, Any]], name: str, prefix: str) -> bool:
    """Tell whether each element of a name declares its own prefix, as the thumbnails of Blogger and Jekyll do."""
    elements = [element for entry in entries for element in picking.listed(entry.get(name))]
    uris = [element.get(f"@xmlns:{prefix}") if isinstance(element, dict) else None for element in elements]
    return all(uri and _means(uri, prefix) for uri in uris)
