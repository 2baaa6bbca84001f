"""Lists of subscriptions in and out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction

from octavo.core.errors import BadInput, GiveUp
from octavo.core.links import is_address, shown, web_url
from octavo.core.types import Refusal
from octavo.pipeline import jobs, refusals
from octavo.pipeline.discovering import discover
from octavo.pipeline.learning import learn_later
from octavo.pipeline.queue import defer
from octavo.pipeline.subscribing import take
from octavo.sources import hosts, opml, outlines
from octavo.sources.addresses import feed_url
from octavo.sources.models import Feed, Outline
from octavo.sources.opml_version import OpmlVersion
from octavo.sources.store import Wanted, one_at_a_time, subscribe_all

FIND_BATCH_COUNT = 5
"""Each takes up to some twenty requests."""


@dataclass
class Imported:
    """What came of a list."""

    added: list[int] = field(default_factory=list)
    """Feeds that are new, by id."""
    known: set[int] = field(default_factory=set)
    """Feeds that were there already."""
    sought: list[int] = field(default_factory=list)
    """Lines that name only a home page: their feeds are looked for; by id."""
    problems: list[str] = field(default_factory=list)
    """Lines that could not be used, one plain line each; they are kept in the list all the same."""


@transaction.atomic
def keep_opml(body: bytes, now: datetime) -> Imported:
    """Take a list's folders and feeds over into the house's own; queue the looking for what it leaves open.

    Raises BadInput where it holds no feed.
    """
    imported = Imported()
    lines = opml.read(body)
    one_at_a_time()
    feeds = _subscribed(lines, imported, now)
    rows = outlines.keep(map(opml.shown, lines), lambda line: feeds.get(_address(line)))
    imported.sought = [row.pk for row in rows if _names_only_a_home_page(row)]
    if not (imported.added or imported.known or imported.sought):
        reason = f": {imported.problems[0]}" if imported.problems else ""
        raise BadInput(f"this list of subscriptions holds no feed{reason}")
    unasked = Feed.objects.filter(id__in=imported.added, publisher__learned__isnull=True)
    learn_later(sorted(set(unasked.values_list("publisher_id", flat=True))), with_names=True)
    _find_later(imported.sought)
    return imported


def written_opml(version: OpmlVersion = OpmlVersion.TWO) -> bytes:
    """Return the house's own list as OPML."""
    return opml.write(outlines.whole(), version=version)


def _subscribed(lines: Sequence[opml.Outline], imported: Imported, now: datetime) -> Mapping[str, Feed]:
    """Return the feeds of a list by address, and tell `imported` of them and of lines without a usable one."""
    wanted: list[Wanted] = []
    for _, line in opml.feeds(lines):
        if url := _address(line):
            parts = urlsplit(url)
            wanted.append(Wanted(url, line.name, web_url(line.html_url) or f"{parts.scheme}://{parts.netloc}/"))
        else:
            imported.problems.append(
                f"{shown(line.name)[:100]!r} has no usable address: {shown(line.feed_url)[:100]!r}"
            )
    feeds, new = subscribe_all(wanted, now)
    imported.added = [feeds[one.url].pk for one in new]
    imported.known = {feed.pk for feed in feeds.values()}.difference(imported.added)
    return feeds


def _address(line: opml.Outline) -> str:
    """Return the address of a line's feed; "" where it has none that can be kept."""
    try:
        url = hosts.address_of(line.feed_url) if line.feed_url else ""
    except BadInput:
        return ""
    return feed_url(url)


def _names_only_a_home_page(row: Outline) -> bool:
    return row.feed_id is None and not row.xml_url and is_address(row.html_url) and not row.children.exists()


def _find_later(ids: Sequence[int]) -> None:
    for start in range(0, len(ids), FIND_BATCH_COUNT):
        defer(jobs.find_feeds, outline_ids=list(ids[start : start + FIND_BATCH_COUNT]))


def find_feeds(ids: Sequence[int], now: datetime) -> None:
    """Find the feeds of lines that name only a home page; where there is none, the reason is noted."""
    for row in Outline.objects.filter(id__in=ids, feed__isnull=True):
        try:
            found = discover(row.html_url, now)
        except (GiveUp, BadInput) as error:
            refusals.note(Refusal("sources", "no-feed", str(error)), row.html_url, None, now)
            continue
        with transaction.atomic():
            row.feed, _ = take(found.offers[0], found, now)
            row.save(update_fields=["feed"])
            refusals.forget("sources", row.html_url)
