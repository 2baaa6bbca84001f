"""Publishers and feeds in the database."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from octavo.config.bulk import executed, returned
from octavo.core.errors import BadInput
from octavo.sources import addresses
from octavo.sources.constants import FEED_URL_CHARACTERS
from octavo.sources.models import Feed, Publisher
from octavo.sources.slugs import FreeSlugs, slug_of

LEASE = timedelta(minutes=10)
"""A feed taken for polling is left alone this long, so that two machines do not poll it at once."""

FARTHEST = timedelta(days=15)
"""No plan reaches further ahead: the longest Retry-After that is heeded, and a week of days to skip. What is planned
for later was planned by a clock that was wrong."""

_TAKE_DUE = """
    WITH due AS MATERIALIZED (
        SELECT id FROM sources_feed WHERE state = 'active' AND (next_poll <= %s OR next_poll > %s)
        ORDER BY next_poll LIMIT %s FOR UPDATE SKIP LOCKED
    )
    UPDATE sources_feed feed SET next_poll = %s FROM due WHERE feed.id = due.id RETURNING feed.id
"""
_TAKE_ALL = """
    WITH active AS MATERIALIZED (SELECT id FROM sources_feed WHERE state = 'active' ORDER BY id FOR UPDATE)
    UPDATE sources_feed feed SET next_poll = %s FROM active WHERE feed.id = active.id RETURNING feed.id
"""
_HOLD = "SELECT id FROM sources_feed WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"


def one_at_a_time() -> None:
    """Let others who add publishers, feeds or lines of the list wait until the open transaction ends.

    To be called before anything is read that decides what is added.
    """
    executed("SELECT pg_advisory_xact_lock(hashtext('sources'))")


def keep_publisher(name: str, home_url: str, *, slug: str = "", is_edition: bool = False, **facts: object) -> Publisher:
    """Return the publisher whose home this is, made with `facts` where it is new; a known one gains what it lacked.

    With `is_edition`, a home below its host's is that of a publisher of its own: bbc.com/korean beside bbc.com/news.
    """
    site = _site_of(home_url, with_path=is_edition)
    if not site:
        return publisher_named(name)
    known = Publisher.objects.filter(site=site).order_by("id").first()
    if known is None:
        known = _new(name or site, home_url, site, _free_slug(slug or name or site), **facts)
        known.save()
        return known
    lacking = {field: value for field, value in facts.items() if value and not getattr(known, field)}
    for field, value in lacking.items():
        setattr(known, field, value)
    if lacking:
        known.save(update_fields=list(lacking))
    return known


def publisher_named(name: str) -> Publisher:
    """Return the publisher of this name, cut to the room that there is for one; made where it is new."""
    name = _fitted(name)
    if known := Publisher.objects.filter(name=name).first():
        return known
    try:
        with transaction.atomic():
            return Publisher.objects.create(name=name, slug=_free_slug(name))
    except IntegrityError:  # somebody else has just made it, or another of its slug
        return publisher_named(name)


def publisher_at_or_named(host: str, name: str) -> Publisher:
    """Return the known publisher whose site this host belongs to (mail.post.example to post.example), else by name."""
    labels = host.split(".")
    sites = [".".join(labels[start:]) for start in range(len(labels) - 1)]
    known = {row.site: row for row in Publisher.objects.filter(site__in=sites, is_demo=False)}
    return next((known[site] for site in sites if site in known), None) or publisher_named(name)


def _new(name: str, home_url: str, site: str, slug: str, **facts: object) -> Publisher:
    """Return a publisher that is still to be saved."""
    return Publisher(name=_fitted(name), home_url=addresses.home_url(home_url), site=site, slug=slug, **facts)


def _fitted(name: str) -> str:
    return name[: Publisher._meta.get_field("name").max_length]


def _free_slug(name: str) -> str:
    return FreeSlugs(_slugs().filter(slug__startswith=slug_of(name))).take(name)


def _slugs() -> QuerySet[Publisher, str]:
    return Publisher.objects.values_list("slug", flat=True)


def subscribe(url: str, publisher: Publisher, now: datetime, title: str = "") -> tuple[Feed, bool]:
    """Return the feed at `url`, due at once where it is new or was given up, and whether it is new. Raises BadInput."""
    if not (url := addresses.feed_url(url)):
        raise BadInput(f"the feed's address is longer than {FEED_URL_CHARACTERS} characters")
    defaults = {"publisher": publisher, "title": title, "next_poll": now}
    feed, is_new = Feed.objects.get_or_create(url=url, defaults=defaults)
    _revive([feed], now)
    return feed, is_new


def _revive(feeds: Iterable[Feed], now: datetime) -> None:
    """Let feeds that were given up be due at once."""
    for feed in feeds:
        if feed.state == Feed.State.GONE:
            feed.state, feed.next_poll = Feed.State.ACTIVE, now
            feed.save(update_fields=["state", "next_poll"])


class Wanted(NamedTuple):
    """A feed that a list names."""

    url: str
    title: str
    home_url: str


def _site_of(home_url: str, *, with_path: bool = False) -> str:
    from octavo.sources.hosts import site_of  # brings the rules of all known hosts, which no poll needs

    return site_of(home_url, with_path=with_path)


def subscribe_all(wanted: Sequence[Wanted], now: datetime) -> tuple[dict[str, Feed], list[Wanted]]:
    """Return the feeds by address, as `subscribe` does of one, and what was wanted of those that are new.

    Publishers that are not known are made, named like the first of their feeds. Everything is asked and written at
    once: a list holds thousands.
    """
    feeds = _feeds_at(one.url for one in wanted)
    _revive(feeds.values(), now)
    fresh = _first((one.url, one) for one in wanted if one.url not in feeds)
    publishers = _publishers_at(fresh.values())
    Feed.objects.bulk_create(
        (
            Feed(url=one.url, publisher=publishers[_site_of(one.home_url)], title=one.title[:300], next_poll=now)
            for one in fresh.values()
        ),
        ignore_conflicts=True,
    )
    return {**feeds, **_feeds_at(fresh)}, list(fresh.values())


def _first(named: Iterable[tuple[str, Wanted]]) -> dict[str, Wanted]:
    """Return the first of each name."""
    found: dict[str, Wanted] = {}
    for name, one in named:
        found.setdefault(name, one)
    return found


def _feeds_at(urls: Iterable[str]) -> dict[str, Feed]:
    return {feed.url: feed for feed in Feed.objects.filter(url__in=set(urls))}


def _publishers_at(wanted: Iterable[Wanted]) -> dict[str, Publisher]:
    """Return the publishers of feeds by site, made where they are new."""
    first = _first((_site_of(one.home_url), one) for one in wanted)
    known = {row.site: row for row in Publisher.objects.filter(site__in=first).order_by("-id")}
    slugs = FreeSlugs(_slugs() if len(known) < len(first) else ())
    for site, one in first.items():
        if site not in known:
            name = one.title or site
            known[site] = _new(name, one.home_url, site, slugs.take(name))
    Publisher.objects.bulk_create(row for row in known.values() if row.pk is None)
    return known


def take_due(now: datetime, limit: int) -> list[int]:
    """Take up to `limit` feeds that are due, leased to the caller; return their ids."""
    return [id_ for (id_,) in returned(_TAKE_DUE, [now, now + FARTHEST, limit, now + LEASE])]


def take_all(now: datetime) -> list[int]:
    """Take every active feed, due or not, leased to the caller; return their ids."""
    return [id_ for (id_,) in returned(_TAKE_ALL, [now + LEASE])]


def note_change(feed: Feed, now: datetime) -> None:
    """Note that the feed brought something new although it was not polled."""
    Feed.objects.filter(pk=feed.pk).update(changed=now, quiet_polls_count=0, newest_entry=None)


def hold(feed_ids: Sequence[int]) -> set[int]:
    """Hold these feeds for the open transaction; return the ids of those that are still there."""
    return {id_ for (id_,) in returned(_HOLD, [list(feed_ids)])}


def feeds_of(feed_ids: Sequence[int]) -> list[Feed]:
    """Return the active feeds among `feed_ids`, with their leases."""
    return list(Feed.objects.filter(id__in=feed_ids, state=Feed.State.ACTIVE).select_related("lease"))
