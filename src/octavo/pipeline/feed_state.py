"""How one feed is doing: what was learned of it, when it is asked again and why, what it did not pass on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from octavo.core.digits import whole
from octavo.feeds.models import Entry
from octavo.pipeline.models import Refused
from octavo.sources.addresses import feed_url
from octavo.sources.models import Feed, Lease

REFUSALS_COUNT = 20
"""The newest that are shown."""
_SCHEME = re.compile(r"^https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FeedState:
    id: int
    url: str
    title: str
    publisher: str
    kind: str
    state: str
    next_poll: datetime | None
    """None for a feed that is not polled."""
    reason: str
    """Why then, in words for people."""
    interval_seconds: int
    polled: datetime | None
    changed: datetime | None
    last_status: int
    errors_count: int
    last_error: str
    change_gap_seconds: int | None
    ttl_seconds: int | None
    skip_hours: Sequence[int]
    skip_days: Sequence[int]
    etag: str
    last_modified: str
    moved_url: str
    moved_since: datetime | None
    moved_polls_count: int
    entries_count: int
    entries_waiting_count: int
    lease: Mapping[str, object] | None
    refusals_count: int
    refusals: Sequence[Mapping[str, object]]


def find_feed(identity: str) -> Feed | None:
    """Return the feed with this number or address; of several feeds at an address without its scheme, any."""
    feeds = Feed.objects.select_related("publisher", "lease")
    if (number := whole(identity)) is not None:
        return feeds.filter(pk=number).first()
    bare = _SCHEME.sub("", identity).rstrip("/")
    addresses = [feed_url(f"{scheme}://{bare}{end}") for scheme in ("https", "http") for end in ("", "/")]
    return feeds.filter(url=identity).first() or feeds.filter(url__in=addresses).first()


def feed_state(feed: Feed) -> FeedState:
    """Read what there is to say of `feed`."""
    columns = {column.name for column in Feed._meta.concrete_fields}
    own = {name: getattr(feed, name) for name in FeedState.__slots__ if name in columns}
    counts = Entry.objects.filter(feed=feed).aggregate(
        entries_count=Count("id"), entries_waiting_count=Count("id", filter=Q(state=Entry.State.WAITING))
    )
    refused = Refused.objects.filter(feed=feed)
    return FeedState(
        **{
            **own,
            **counts,
            "publisher": feed.publisher.name,
            "next_poll": feed.next_poll if feed.state == Feed.State.ACTIVE else None,
            "reason": feed.plan_reason,
            "lease": _lease(getattr(feed, "lease", None)),
            "refusals_count": refused.count(),
            "refusals": list(
                refused.order_by("-happened").values("stage", "reason", "detail", "url", "happened")[:REFUSALS_COUNT]
            ),
        }
    )


def _lease(lease: Lease | None) -> Mapping[str, object] | None:
    names = ("hub_url", "topic_url", "state", "asked", "expires", "pushed", "last_error")
    return {name: getattr(lease, name) for name in names} if lease else None
