"""Entries in the database."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

import xxhash

from octavo.config.bulk import copied, json_array, returned, text_array
from octavo.core import types
from octavo.feeds.models import Entry

DELIVERED = ("url", "title", "summary", "content", "published", "updated", "image", "language")
CHANGED = (*DELIVERED, "authors", "tags", "media", "content_hash", "state")
COLUMNS = ("feed_id", "key", "first_seen", *CHANGED)
KEY_CHARACTERS = 500

_KNOWN = """
    SELECT given.feed_id, given.key, kept.content_hash
    FROM unnest(%s::bigint[], %s::text[]) AS given (feed_id, key)
    JOIN feeds_entry kept ON kept.feed_id = given.feed_id AND kept.key = given.key
"""
_KNOWN_BY_URL = """
    SELECT given.feed_id, given.url, min(kept.key), min(kept.content_hash), min(kept.title), min(kept.published)
    FROM unnest(%s::bigint[], %s::text[]) AS given (feed_id, url)
    JOIN feeds_entry kept ON kept.feed_id = given.feed_id AND kept.url = given.url
    GROUP BY given.feed_id, given.url HAVING count(*) = 1
"""
_KEEP = f"""
    INSERT INTO feeds_entry ({", ".join(COLUMNS)}) SELECT {", ".join(COLUMNS)} FROM {{fresh}}
    ON CONFLICT (feed_id, key) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in CHANGED)}
    RETURNING id, feed_id, key
"""  # noqa: S608 - names of our own


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one feed delivered at one poll."""

    feed_id: int
    entries: Sequence[types.Entry]
    is_first: bool = False
    """Nothing of this feed is kept yet."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """An entry that is new or was edited, under the key that it is kept by."""

    feed_id: int
    entry: types.Entry
    content_hash: str


def fresh_entries(deliveries: Iterable[Delivery]) -> list[Fresh]:
    """Return the delivered entries that are new or were edited.

    An edit is another text under the same key, or under the same address where a feed gives its entries other ids at
    each poll; not one of another title and date, as the next episode has on its programme's page.
    """
    fresh = {
        (one.feed_id, one.entry.key): one
        for delivery, known, renamed in _with_known(list(deliveries))
        for one in _fresh(delivery, known, renamed)
    }
    return list(fresh.values())


def keep_entries(entries: Iterable[tuple[Fresh, Entry.State]], now: datetime) -> dict[tuple[int, str], int]:
    """Keep entries, each with its state; return their ids by feed and key.

    An edit replaces what was kept, and is never a second entry. To be called in a transaction that holds the feeds.
    """
    name = copied("feeds_entry", COLUMNS, (_row(one, state, now) for one, state in entries))
    return {(feed_id, key): id_ for id_, feed_id, key in returned(_KEEP.format(fresh=name))}


Hashes = dict[str, str]
"""Content hashes by key."""
Renamed = dict[str, tuple[str, str, str, datetime | None]]
"""Kept keys, content hashes, titles and dates by address."""


def _with_known(deliveries: list[Delivery]) -> Iterable[tuple[Delivery, Hashes, Renamed]]:
    """Yield each delivery with what is kept of it, by keys, and by the addresses of entries with unknown keys."""
    known: dict[int, Hashes] = {delivery.feed_id: {} for delivery in deliveries}
    renamed: dict[int, Renamed] = {delivery.feed_id: {} for delivery in deliveries}
    polled = [delivery for delivery in deliveries if not delivery.is_first]
    asked = [(delivery.feed_id, entry.key[:KEY_CHARACTERS]) for delivery in polled for entry in delivery.entries]
    for feed_id, key, content_hash in _joined(_KNOWN, asked):
        known[feed_id][key] = content_hash
    unknown = chain.from_iterable(_unknown(delivery, known[delivery.feed_id]) for delivery in polled)
    for feed_id, url, key, *said in _joined(_KNOWN_BY_URL, list(unknown)):
        if key not in known[feed_id]:
            renamed[feed_id][url] = (key, *said)
    return [(delivery, known[delivery.feed_id], renamed[delivery.feed_id]) for delivery in deliveries]


def _unknown(delivery: Delivery, known: Hashes) -> list[tuple[int, str]]:
    """Return the addresses, each of one entry alone, of entries whose keys are not kept."""
    times = Counter(entry.url for entry in delivery.entries)
    missing = [entry.url for entry in delivery.entries if entry.key[:KEY_CHARACTERS] not in known]
    return [(delivery.feed_id, url) for url in missing if url and times[url] == 1]


def _joined(statement: str, pairs: list[tuple[int, str]]) -> list[tuple[Any, ...]]:
    return returned(statement, [[first for first, _ in pairs], [second for _, second in pairs]]) if pairs else []


def _fresh(delivery: Delivery, known: Hashes, renamed: Renamed) -> Iterator[Fresh]:
    for entry in delivery.entries:
        key, content_hash = entry.key[:KEY_CHARACTERS], _hash(entry)
        kept = known.get(key)
        if kept is None and entry.url in renamed and _is_renamed(entry, *renamed[entry.url][2:]):
            key, kept = renamed[entry.url][:2]
        if kept != content_hash:
            named = entry if key == entry.key else entry._replace(key=key)
            yield Fresh(delivery.feed_id, named, content_hash)


def _is_renamed(entry: types.Entry, title: str, published: datetime | None) -> bool:
    """Tell whether an entry is the one that is kept under its address with this title and date."""
    return entry.title == title or entry.published == published or None in (entry.published, published)


def _row(fresh: Fresh, state: Entry.State, now: datetime) -> tuple[object, ...]:
    entry = fresh.entry
    delivered = [getattr(entry, field) for field in DELIVERED]
    lists = (text_array(entry.authors), text_array(entry.tags), json_array(entry.playable))
    return (fresh.feed_id, entry.key, now, *delivered, *lists, fresh.content_hash, state.value)


def _hash(entry: types.Entry) -> str:
    """Return a hash of what edits change; of media files it takes no queries, which may be signed anew at each poll."""
    said = [entry.url, entry.title, entry.summary, entry.content, str(entry.updated or entry.published)]
    whole = "\x1f".join([*said, *(one.url.partition("?")[0] for one in entry.playable)])
    return xxhash.xxh3_128_hexdigest(whole.encode("utf-8", "surrogatepass"))


def as_delivered(row: Entry) -> types.Entry:
    """Return the frozen entry that `row` keeps."""
    delivered = {field: getattr(row, field) for field in DELIVERED}
    media = tuple(types.MediaFile(**one) for one in row.media)
    return types.Entry(key=row.key, authors=tuple(row.authors), tags=tuple(row.tags), media=media, **delivered)


def entries_of(entry_ids: Iterable[int]) -> list[Entry]:
    """Return the entries with their feeds and publishers, in the order of their ids."""
    rows = Entry.objects.filter(id__in=list(entry_ids)).select_related("feed__publisher")
    return list(rows.order_by("id"))
