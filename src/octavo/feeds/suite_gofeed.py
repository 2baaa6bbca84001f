"""gofeed's test feeds: each with the JSON that gofeed makes of it."""

import re
from collections.abc import Iterator

from octavo.feeds.expectations import Expectation

_FIELDS = {
    "title": "title",
    "link": "link",
    "language": "language",
    "ttl": "ttl",
    "image.url": "icon",
    "icon": "icon",
    "feedLink": "self",
    "skipHours.#": "skip_hours",
    "skipDays.#": "skip_days",
    "feedType": "version",
    "items.#.title": "entry.title",
    "items.#.link": "entry.link",
    "items.#.guid": "entry.id",
    "items.#.guid.value": "entry.id",
    "items.#.description": "entry.summary",
    "items.#.content": "entry.content",
    "items.#.author": "entry.author",
    "items.#.author.name": "entry.author",
    "items.#.authors.#.name": "entry.author",
    "items.#.categories.#": "entry.tag",
    "items.#.categories.#.value": "entry.tag",
    "items.#.publishedParsed": "entry.published",
    "items.#.pubDateParsed": "entry.published",
    "items.#.updatedParsed": "entry.updated",
    "items.#.image.url": "entry.image",
    "items.#.enclosure.url": "entry.any_media",
    "items.#.enclosures.#.url": "entry.media",
    "items.#.enclosures.#.type": "entry.media",
    "entries.#.title": "entry.title",
    "entries.#.id": "entry.id",
    "entries.#.summary": "entry.summary",
    "entries.#.content.value": "entry.content",
    "entries.#.authors.#.name": "entry.author",
    "entries.#.categories.#.term": "entry.tag",
    "entries.#.publishedParsed": "entry.published",
    "entries.#.updatedParsed": "entry.updated",
}


def field_of(path: str) -> str:
    """Return our field for one of gofeed's paths; "" for none."""
    return _FIELDS.get(re.sub(r"(^|\.)\d+(?=\.|$)", r"\1#", path), "")


def reason_without_field(path: str) -> str:
    """Say why a path has no place in our model, by its field's name."""
    names = [part for part in path.split(".") if not part.isdigit()]
    if "source" in names:
        return "atom:source"
    if {"extensions", "itunesExt", "dcExt", "custom"} & set(names):
        return "extensions as delivered"
    if {"links", "contributors"} & set(names):
        return f"lists of {next(name for name in names if name in ('links', 'contributors'))}"
    return f"{'entry' if names[0] in ('items', 'entries') and len(names) > 1 else 'feed'} field {names[-1]}"


def expectations(value: object, path: str = "") -> Iterator[Expectation]:
    """Yield every leaf of the expected JSON with its dotted path."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from expectations(part, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from expectations(part, f"{path}.{index}")
    elif value not in ("", None):
        yield Expectation(path, value)
