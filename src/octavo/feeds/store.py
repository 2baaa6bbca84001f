"""Entries in the database."""

from collections.abc import Iterable
from datetime import datetime

import xxhash

from octavo.core import types
from octavo.feeds.models import Entry
from octavo.sources.models import Feed

DELIVERED = ("url", "title", "summary", "content", "published", "updated", "image", "language")
CHANGED = (*DELIVERED, "authors", "tags", "content_hash", "state")


def keep_entries(feed: Feed, delivered: Iterable[types.Entry], now: datetime) -> list[Entry]:
    """Keep what a feed delivered; return the entries that are new or were edited, to be read.

    An edit is another text under the same key: it replaces what was kept, and is never a second entry.
    """
    rows = {entry.key[:500]: _row(feed, entry, now) for entry in delivered}
    known = dict(Entry.objects.filter(feed=feed, key__in=rows).values_list("key", "content_hash"))
    fresh = [row for key, row in rows.items() if known.get(key) != row.content_hash]
    return Entry.objects.bulk_create(
        fresh, update_conflicts=True, unique_fields=["feed", "key"], update_fields=list(CHANGED)
    )


def _row(feed: Feed, entry: types.Entry, now: datetime) -> Entry:
    delivered = {field: getattr(entry, field) for field in DELIVERED}
    return Entry(
        feed=feed,
        key=entry.key[:500],
        authors=list(entry.authors),
        tags=list(entry.tags),
        content_hash=_hash(entry),
        first_seen=now,
        **delivered,
    )


def _hash(entry: types.Entry) -> str:
    whole = "\x1f".join([entry.url, entry.title, entry.summary, entry.content, str(entry.updated or entry.published)])
    return xxhash.xxh3_128_hexdigest(whole.encode("utf-8", "surrogatepass"))


def as_delivered(row: Entry) -> types.Entry:
    """Return the frozen entry that `row` keeps."""
    delivered = {field: getattr(row, field) for field in DELIVERED}
    return types.Entry(key=row.key, authors=tuple(row.authors), tags=tuple(row.tags), **delivered)


def entries_of(entry_ids: Iterable[int]) -> list[Entry]:
    """Return the entries with their feeds and publishers, in the order of their ids."""
    rows = Entry.objects.filter(id__in=list(entry_ids)).select_related("feed__publisher")
    return list(rows.order_by("id"))
