"""Feeds that are longer than any honest one, cut before a reader makes objects of all of it."""

import re
from itertools import islice

from octavo.feeds.constants import (
    BOUNDED_FROM_BYTES,
    ENTRIES_LIMIT,
    QUICK_ATTRIBUTES_LIMIT,
    QUICK_TAG_BYTES,
    QUICK_TAGS_LIMIT,
    QUICK_UNMEASURED_BYTES,
)

ENTRY_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)

_TAG = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+", re.DOTALL
)
"""A section, a comment, or a tag, which ends outside its quoted values."""


def first_entries(body: bytes) -> bytes:
    """Return a feed with no more than its first entries, one more than are kept, so that the rest is told of."""
    if len(body) < BOUNDED_FROM_BYTES:
        return body
    last = next(islice(ENTRY_END.finditer(body), ENTRIES_LIMIT, None), None)
    return cut_after(body, last.end()) if last else body


def cut_after(body: bytes, end: int) -> bytes:
    """Return a feed up to `end`, where one of its entries ends, closed as its root wants."""
    first = ENTRY_END.search(body)
    root = b"feed" if first and b"entry" in first[0].lower() else b"channel></rss"
    return body[:end] + b"</" + root + b">"


def has_too_many_tags(body: bytes) -> bool:
    """Tell whether a feed is made of more elements than the fast reader should make objects of."""
    return len(body) > QUICK_TAGS_LIMIT * len("<a>") and body.count(b"<") > QUICK_TAGS_LIMIT


def has_endless_tag(body: bytes) -> bool:
    """Tell whether a tag is long enough to hold so many attributes that comparing their names takes long."""
    if len(body) <= QUICK_UNMEASURED_BYTES or body.count(b"=") <= QUICK_ATTRIBUTES_LIMIT:
        return False
    return any(tag.end() - tag.start() > QUICK_TAG_BYTES for tag in _TAG.finditer(body) if tag[0][:2] != b"<!")
