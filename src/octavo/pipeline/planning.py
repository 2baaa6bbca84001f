"""What a poll teaches about its feed, and when the feed is asked again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from octavo.core.types import ParsedFeed, Refusal, Response
from octavo.sources import leases, moving, pace, schedule
from octavo.sources.addresses import feed_url
from octavo.sources.models import Feed, Lease

PLANNED = (
    "last_status", "plan_reason", "quiet_polls_count", "url", "moved_url", "moved_since", "moved_polls_count",
    "interval_seconds", "next_poll", "state",
)  # fmt: skip
"""The columns of a feed that `learn`, `follow` and `plan` write whatever came."""
LEARNED = (
    "ttl_seconds", "skip_hours", "skip_days", "change_gap_seconds", "entry_gap_seconds", "newest_entry",
)  # fmt: skip
"""Those that `learn` and `learn_rhythm` write where something came."""


def learn(feed: Feed, answer: Response, parsed: ParsedFeed | None, now: datetime, *, is_news: bool) -> None:
    """Learn from a poll that went well: what the feed asks for, how often it changes, where it moved.

    `is_news` tells whether the poll brought an entry that is new or edited; `feed.changed` still holds the last time
    that one did.
    """
    if parsed is not None:
        feed.ttl_seconds = parsed.ttl_seconds
        feed.skip_hours, feed.skip_days = list(parsed.skip_hours), list(parsed.skip_days)
    if is_news and feed.changed is not None:
        seen_seconds = (now - feed.changed).total_seconds()
        feed.change_gap_seconds = pace.change_gap_seconds(feed.change_gap_seconds, seen_seconds, feed.quiet_polls_count)
    feed.quiet_polls_count = 0 if is_news else feed.quiet_polls_count + 1
    moved_url = feed_url(answer.permanent_url)
    seen = moving.seen(_moving(feed), moved_url if moved_url != feed.url else "", now)
    feed.moved_url, feed.moved_since, feed.moved_polls_count = seen.url, seen.since, seen.polls_count


def learn_rhythm(feed: Feed, moments: Sequence[datetime], now: datetime) -> None:
    """Learn how the feed's entries follow one another; `moments` are those of the newest, the poll's among them."""
    learned = pace.rhythm(moments, now)
    feed.entry_gap_seconds, feed.newest_entry = learned.entry_gap_seconds, learned.newest


def follow(feed: Feed, now: datetime) -> None:
    """Move a feed to where its permanent redirects lead once they have held; where that is another feed, retire it."""
    if not moving.has_held(_moving(feed), now):
        return
    if Feed.objects.filter(url=feed.moved_url).exists():
        feed.state, feed.plan_reason = Feed.State.GONE, "moved to the address of a feed that is there already"
        return
    feed.url, feed.moved_url, feed.moved_since, feed.moved_polls_count = feed.moved_url, "", None, 0


def _moving(feed: Feed) -> moving.Moving:
    return moving.Moving(feed.moved_url, feed.moved_since, feed.moved_polls_count)


def plan(feed: Feed, answer: Response | Refusal, now: datetime) -> None:
    """Plan the next poll."""
    feed.last_status = answer.status if isinstance(answer, Response) else 0
    history = schedule.History(
        url=feed.url,
        rhythm=pace.Rhythm(feed.entry_gap_seconds, feed.newest_entry),
        change_gap_seconds=feed.change_gap_seconds,
        errors_count=feed.errors_count,
        status=feed.last_status,
        quiet_polls_count=feed.quiet_polls_count,
        is_pushed=_is_pushed(feed, now),
    )
    if feed.state == Feed.State.GONE:
        return
    decided = schedule.next_poll(history, _hints(feed, answer, now), now)
    if decided.action is schedule.Action.RETIRE:
        feed.state = Feed.State.GONE
    feed.interval_seconds, feed.plan_reason = decided.interval_seconds, decided.reason
    feed.next_poll = decided.poll_at or feed.next_poll


def _hints(feed: Feed, answer: Response | Refusal, now: datetime) -> schedule.Hints:
    if isinstance(answer, Response):
        said = schedule.hints_of(answer.headers, now)
    else:
        said = schedule.Hints(retry_after_seconds=int(answer.after_seconds) or None)
    return replace(said, ttl_seconds=feed.ttl_seconds, skip_hours=feed.skip_hours, skip_days=feed.skip_days)


def _is_pushed(feed: Feed, now: datetime) -> bool:
    lease: Lease | None = getattr(feed, "lease", None)
    if lease is None or lease.expires is None or not lease.is_held(now):
        return False
    return leases.is_steady(lease.asked, lease.expires) and leases.is_ahead(lease.pushed, feed.changed)
