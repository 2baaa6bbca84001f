"""One feed's poll: what to ask, what the answer means, when to ask again."""

from dataclasses import replace
from datetime import datetime

from octavo.core.types import ParsedFeed, Refusal, Request, Response
from octavo.feeds.models import Entry
from octavo.pipeline import planning, pushing, refusals
from octavo.sources.constants import RHYTHM_ENTRIES_COUNT
from octavo.sources.models import Feed, Publisher


def request(feed: Feed) -> Request:
    """Return the conditional request that polls `feed`."""
    return Request(feed.url, etag=feed.etag, last_modified=feed.last_modified)


def record(
    feed: Feed, answer: Response | Refusal, parsed: ParsedFeed | Refusal | None, now: datetime, *, is_news: bool
) -> None:
    """Record a poll and plan the next one; `is_news` tells whether it brought an entry that is new or edited."""
    feed.polled = now
    if isinstance(parsed, Refusal):
        feed.errors_count += 1
        feed.last_error = (parsed.detail or parsed.reason)[:300]
        refusals.note(replace(parsed, stage="feeds"), feed.url, feed, now)
    else:
        assert isinstance(answer, Response)
        refusals.forget("feeds", feed.url)
        _went_well(feed, answer, parsed, now, is_news=is_news)
    planning.plan(feed, answer, _moments(feed), now)
    feed.save()
    if feed.state == Feed.State.GONE:
        pushing.end(feed, now)


def _went_well(feed: Feed, answer: Response, parsed: ParsedFeed | None, now: datetime, *, is_news: bool) -> None:
    feed.errors_count, feed.last_error = 0, ""
    planning.learn(feed, answer, parsed, now, is_news=is_news)
    planning.follow(feed, now)
    feed.changed = now if is_news else feed.changed
    if parsed is not None:
        feed.kind = parsed.kind
        feed.title = parsed.title[:300] or feed.title
        feed.etag = answer.headers.get("etag", "")[:300]
        feed.last_modified = answer.headers.get("last-modified", "")[:100]
        _learn(feed.publisher, parsed)
        pushing.notice(feed, answer, parsed, now)


def _moments(feed: Feed) -> list[datetime]:
    times = Entry.objects.filter(feed=feed).order_by("-id").values_list("published", "first_seen")
    return [published or first_seen for published, first_seen in times[:RHYTHM_ENTRIES_COUNT]]


def _learn(publisher: Publisher, parsed: ParsedFeed) -> None:
    """Fill what is not known of the publisher from what its feed says."""
    icon, language = parsed.icon[:1000], parsed.language[:2].lower()
    if (icon and not publisher.icon_url) or (language and not publisher.languages):
        publisher.icon_url = publisher.icon_url or icon
        publisher.languages = publisher.languages or [language]
        publisher.save(update_fields=["icon_url", "languages"])
