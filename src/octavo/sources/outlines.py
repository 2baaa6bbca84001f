"""The subscription list in the database: folders, and the feeds where people put them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from octavo.sources import opml
from octavo.sources.models import Feed, Outline, Publisher

WRITTEN = ("text", "title", "type", "xml_url", "html_url", "other")
FindFeed = Callable[[opml.Outline], Feed | None]


def keep(outlines: Iterable[opml.Outline], feed_of: FindFeed) -> list[Outline]:
    """Put a list's lines into the house's own list; return the rows, folders before what they hold.

    A folder is the one of its name in the same place, a feed stands in a folder once: keeping a list again changes
    nothing but what it says anew. `feed_of` finds or makes the feed of a line, None where it has none.
    """
    rows: list[Outline] = []
    waiting: list[tuple[Outline | None, Sequence[opml.Outline]]] = [(None, tuple(outlines))]
    while waiting:
        parent, lines = waiting.pop(0)
        known = _known(parent)
        before = {row.pk: _written(row) for row in known.values()}
        for line in lines:
            row = _row(line, feed_of(line), parent, known)
            if line.children:
                waiting.append((row, line.children))
            rows.append(row)
        _save(known.values(), before)
    return rows


def _written(row: Outline) -> tuple[object, ...]:
    return tuple(getattr(row, field) for field in WRITTEN)


def _save(rows: Iterable[Outline], before: Mapping[int, tuple[object, ...]]) -> None:
    """Save the rows that are new, and those of which something was written otherwise `before`."""
    rows = list(rows)
    for row in rows:
        if row.pk in before and before[row.pk] != _written(row):
            row.save()
    Outline.objects.bulk_create(row for row in rows if row.pk is None)


def place(feed: Feed, folder: Sequence[str]) -> None:
    """Put `feed` into a folder, given by the names of the folders that it stands in, outermost first."""
    line = opml.Outline(text=feed.title, type="rss", xml_url=feed.url, html_url=feed.publisher.home_url)
    for name in reversed(folder):
        line = opml.Outline(text=name, children=(line,))
    keep([line], lambda one: feed if one.xml_url else None)


def whole() -> list[opml.Outline]:
    """Return the whole list; feeds that stand in no folder come last, by publisher. What comes by e-mail stays out."""
    below: dict[int | None, list[Outline]] = defaultdict(list)
    for row in Outline.objects.select_related("feed"):
        below[row.parent_id].append(row)
    loose = Feed.objects.filter(outlines__isnull=True, publisher__is_demo=False).exclude(state=Feed.State.MAILED)
    rows = loose.select_related("publisher").order_by("publisher__name", "url")
    return [*_tree(below, None), *(_line(feed, feed.publisher) for feed in rows)]


def _line(feed: Feed, publisher: Publisher) -> opml.Outline:
    name = feed.title or publisher.name
    return opml.Outline(text=name, title=name, type="rss", xml_url=feed.url, html_url=publisher.home_url)


def _tree(below: dict[int | None, list[Outline]], parent_id: int | None) -> tuple[opml.Outline, ...]:
    return tuple(_as_written(row, _tree(below, row.pk)) for row in below[parent_id])


def _as_written(row: Outline, children: tuple[opml.Outline, ...]) -> opml.Outline:
    written = {field: getattr(row, field) for field in WRITTEN}
    if row.feed:
        written["xml_url"] = row.feed.url
    return opml.Outline(**written, children=children)


def _known(parent: Outline | None) -> dict[object, Outline]:
    rows = Outline.objects.filter(parent=parent) if parent else Outline.objects.filter(parent__isnull=True)
    return {_key(row, row.feed_id): row for row in rows}


def _key(line: opml.Outline | Outline, feed_id: int | None) -> object:
    return feed_id if feed_id else (line.title or line.text, line.xml_url, line.html_url)


def _row(line: opml.Outline, feed: Feed | None, parent: Outline | None, known: dict[object, Outline]) -> Outline:
    """Return a line's row among the `known` of its place, new where there is none, with what the line says anew."""
    key = _key(line, feed.pk if feed else None)
    row = known.get(key)
    if row is None:
        row = known[key] = Outline(parent=parent, position=len(known), feed=feed)
    for field in WRITTEN:
        written = getattr(line, field)
        if written:
            setattr(row, field, dict(written) if field == "other" else written)
    return row
