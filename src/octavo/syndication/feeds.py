"""A list written as a feed: RSS 2.0 (rssboard.org) or JSON Feed 1.1 (jsonfeed.org)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

import orjson
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed

from octavo.core.types import MediaFile
from octavo.core.xml import writable


@dataclass(frozen=True, slots=True)
class Item:
    """A story or an article of a list; addresses are whole."""

    id: str
    """An address that stays when the title changes."""
    url: str
    title: str
    text: str
    language: str
    """A tag of RFC 5646."""
    moment: datetime
    publishers: tuple[str, ...]
    tags: tuple[str, ...] = ()
    picture_url: str = ""
    media: tuple[MediaFile, ...] = ()
    original_url: str = ""
    """Where the publisher has it; "" for a story."""


@dataclass(frozen=True, slots=True)
class Channel:
    """The list itself; addresses are whole."""

    title: str
    language: str
    """A tag of RFC 5646."""
    url: str
    """The feed's own."""
    home_url: str
    """The page that it is the twin of."""
    next_url: str = ""
    """Where the list goes on; RSS has no word for it."""


class Form(NamedTuple):
    content_type: str
    write: Callable[[Channel, Sequence[Item]], bytes]


def rss(channel: Channel, items: Sequence[Item]) -> bytes:
    title = writable(channel.title)
    feed = Rss201rev2Feed(title, channel.home_url, title, language=channel.language, feed_url=channel.url)
    for one in map(_writable, items):
        feed.add_item(
            one.title,
            one.url,
            one.text,
            author_name=", ".join(one.publishers),
            pubdate=one.moment,
            unique_id=one.id,
            unique_id_is_permalink=True,
            categories=one.tags,
            enclosures=_enclosed(one),
        )
    return str(feed.writeString("utf-8")).encode()


def _enclosed(one: Item) -> list[Enclosure]:
    """Return the one enclosure that RSS knows of an item: its first playable file, else its picture."""
    if one.media:
        return [Enclosure(one.media[0].url, str(one.media[0].size_bytes or 0), one.media[0].type)]
    return [Enclosure(one.picture_url, "0", "image/jpeg")] if one.picture_url else []


def _writable(one: Item) -> Item:
    return replace(
        one,
        title=writable(one.title),
        text=writable(one.text),
        publishers=tuple(map(writable, one.publishers)),
        tags=tuple(map(writable, one.tags)),
    )


def json_feed(channel: Channel, items: Sequence[Item]) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.home_url,
        "feed_url": channel.url,
        "language": channel.language,
        "items": [dict(_told(one)) for one in items],
    }
    return orjson.dumps(feed | ({"next_url": channel.next_url} if channel.next_url else {}))


def _told(one: Item) -> Iterator[tuple[str, object]]:
    yield "id", one.id
    yield "url", one.url
    if one.original_url:
        yield "external_url", one.original_url
    yield "title", one.title
    yield "content_text", one.text
    if one.picture_url:
        yield "image", one.picture_url
    if one.media:
        yield "attachments", [dict(_attachment(file)) for file in one.media]
    yield "date_published", one.moment.isoformat()
    yield "authors", [{"name": name} for name in one.publishers]
    yield "tags", list(one.tags)
    yield "language", one.language


def _attachment(file: MediaFile) -> Iterator[tuple[str, object]]:
    yield "url", file.url
    yield "mime_type", file.type
    if file.size_bytes:
        yield "size_in_bytes", file.size_bytes
    if file.seconds:
        yield "duration_in_seconds", file.seconds


FORMS: Mapping[str, Form] = {
    "rss": Form("application/rss+xml", rss),
    "json": Form("application/feed+json", json_feed),
}
"""By what stands behind a list's address."""
