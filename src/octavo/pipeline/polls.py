"""One feed's poll: what to ask, what the answer means, when to ask again."""

from dataclasses import replace
from datetime import datetime

from octavo.core.types import ParsedFeed, Refusal, Request, Response
from octavo.feeds import parse
from octavo.feeds.models import Entry
from octavo.pipeline import refusals
from octavo.sources import schedule
from octavo.sources.constants import RHYTHM_ENTRIES_COUNT
from octavo.sources.models import Feed, Publisher


def request(feed: Feed) -> Request:
    """Return the conditional request that polls `feed`."""
    return Request(feed.url, etag=feed.etag, last_modified=feed.last_modified)


def understand(feed: Feed, answer: Response | Refusal, now: datetime) -> ParsedFeed | None:
    """Record the poll and plan the next one; return what the feed delivered, None where nothing new came."""
    feed.polled = now
    parsed = _parsed(answer, now)
    if isinstance(parsed, Refusal):
        _failed(feed, parsed, answer, now)
        return None
    _went_well(feed, parsed, answer, now)
    return parsed


def _parsed(answer: Response | Refusal, now: datetime) -> ParsedFeed | Refusal | None:
    if isinstance(answer, Refusal):
        return answer
    if answer.status == 304:
        return None
    if answer.status != 200:
        return Refusal("fetch", f"http-{answer.status}", f"the feed answered with status {answer.status}")
    return parse(answer.body, answer.url, answer.headers.get("content-type", ""), now=now)


def _went_well(feed: Feed, parsed: ParsedFeed | None, answer: Response | Refusal, now: datetime) -> None:
    assert isinstance(answer, Response)
    feed.errors_count, feed.last_error = 0, ""
    if parsed is not None:
        feed.kind, feed.changed = parsed.kind, now
        feed.title = parsed.title[:300] or feed.title
        feed.etag = answer.headers.get("etag", "")[:300]
        feed.last_modified = answer.headers.get("last-modified", "")[:100]
        _learn(feed.publisher, parsed)
    hints = schedule.hints_of(answer.headers, now)
    if parsed is not None:
        hints = replace(hints, ttl_seconds=parsed.ttl_seconds, skip_hours=parsed.skip_hours)
    _plan(feed, hints, answer.status, now)
    refusals.forget("feeds", feed.url)


def _failed(feed: Feed, refusal: Refusal, answer: Response | Refusal, now: datetime) -> None:
    feed.errors_count += 1
    feed.last_error = (refusal.detail or refusal.reason)[:300]
    headers = answer.headers if isinstance(answer, Response) else {}
    status = answer.status if isinstance(answer, Response) else 0
    _plan(feed, schedule.hints_of(headers, now), status, now)
    refusals.note(replace(refusal, stage="feeds"), feed.url, feed, now)


def _plan(feed: Feed, hints: schedule.Hints, status: int, now: datetime) -> None:
    times = Entry.objects.filter(feed=feed).order_by("-id").values_list("published", "first_seen")
    moments = [published or first_seen for published, first_seen in times[:RHYTHM_ENTRIES_COUNT]]
    plan = schedule.next_poll(schedule.History(feed.url, moments, feed.errors_count, status), hints, now)
    if plan.action is schedule.Action.RETIRE:
        feed.state = Feed.State.GONE
    feed.interval_seconds = plan.interval_seconds
    feed.next_poll = plan.poll_at or feed.next_poll
    feed.save()


def _learn(publisher: Publisher, parsed: ParsedFeed) -> None:
    """Fill what is not known of the publisher from what its feed says."""
    icon, language = parsed.icon[:1000], parsed.language[:2].lower()
    if (icon and not publisher.icon_url) or (language and not publisher.languages):
        publisher.icon_url = publisher.icon_url or icon
        publisher.languages = publisher.languages or [language]
        publisher.save(update_fields=["icon_url", "languages"])
