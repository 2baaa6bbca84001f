"""One feed's poll: what to ask, what the answer means, when to ask again."""

from datetime import datetime

from octavo.core.types import ParsedFeed, Refusal, Request, Response
from octavo.feeds import parse
from octavo.pipeline import refusals
from octavo.sources import schedule
from octavo.sources.models import Feed, Publisher


def request(feed: Feed) -> Request:
    """Return the conditional request that polls `feed`."""
    return Request(feed.url, etag=feed.etag, last_modified=feed.last_modified)


def understand(feed: Feed, answer: Response | Refusal, now: datetime) -> ParsedFeed | None:
    """Record the poll and plan the next one; return what the feed delivered, None where nothing new came."""
    feed.polled = now
    parsed = _parsed(feed, answer)
    if isinstance(parsed, Refusal):
        _failed(feed, parsed, answer, now)
        return None
    _went_well(feed, parsed, answer, now)
    return parsed


def _parsed(feed: Feed, answer: Response | Refusal) -> ParsedFeed | Refusal | None:
    if isinstance(answer, Refusal):
        return answer
    if answer.status == 304:
        return None
    if answer.status != 200:
        return Refusal("fetch", f"http-{answer.status}", f"the feed answered with status {answer.status}")
    return parse(answer.body, answer.url, answer.headers.get("content-type", ""))
