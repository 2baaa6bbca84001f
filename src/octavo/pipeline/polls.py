"""Feeds' polls: what to ask, what came, when to ask again."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter

from octavo.config.bulk import returned, text_array, updated
from octavo.core.types import Entry, ParsedFeed, Refusal, Request, Response
from octavo.feeds.constants import BREAKS_OFF
from octavo.pipeline import planning, pushing, refusals
from octavo.pipeline.answers import salvaged, understand, without_body
from octavo.sources.addresses import icon_url
from octavo.sources.constants import RHYTHM_ENTRIES_COUNT
from octavo.sources.models import Feed, Publisher

DAMAGED = "damaged"
"""The reason under which a feed is counted that was read, but not as it should be."""
_ALONE = (("Connection", "close"),)
"""Said where a batch asks a host for one feed alone: the connection would wait in vain, and hundreds of them would fill
the table of open files."""
QUIET = (*planning.PLANNED, "polled", "errors_count", "last_error")
"""The columns of a feed that a poll writes where nothing has changed."""
CHANGED = (*QUIET, *planning.LEARNED, "title", "kind", "etag", "last_modified", "changed")
_TIMES = """
    SELECT feed.id, array(
        SELECT coalesce(entry.published, entry.first_seen) FROM feeds_entry entry
        WHERE entry.feed_id = feed.id ORDER BY entry.id DESC LIMIT %s
    ) FROM unnest(%s::bigint[]) AS feed (id)
"""


@dataclass(frozen=True, slots=True)
class Poll:
    """A feed, what came when it was asked, and what that says."""

    feed: Feed
    answer: Response | Refusal
    """Without its body."""
    parsed: ParsedFeed | Refusal | None
    """None where nothing has changed."""
    salvaged: Sequence[Entry] = ()
    """Entries that had come whole before the answer went wrong."""

    @property
    def entries(self) -> Sequence[Entry]:
        return self.parsed.entries if isinstance(self.parsed, ParsedFeed) else self.salvaged


def poll(feed: Feed, answer: Response | Refusal, now: datetime) -> Poll:
    """Return what `answer` says of `feed`; its body is let go."""
    parsed = understand(answer, now, is_known=bool(feed.kind))
    return Poll(feed, without_body(answer), parsed, salvaged(answer, feed.url, now))


def requests(feeds: Sequence[Feed]) -> list[Request]:
    """Return the conditional requests that poll `feeds`."""
    hosts = [feed.url.partition("//")[2].partition("/")[0] for feed in feeds]
    counts = Counter(hosts)
    return [
        Request(feed.url, feed.etag, feed.last_modified, headers=() if counts[host] > 1 else _ALONE)
        for feed, host in zip(feeds, hosts, strict=True)
    ]


def record(polls: Sequence[Poll], changed: Container[int], now: datetime) -> None:
    """Record polls and plan the next ones; to be called in the transaction that keeps their entries.

    `changed` holds the ids of feeds that brought an entry that is new or edited.
    """
    learning = {poll.feed.pk for poll in polls if _is_rhythm_new(poll.feed, changed)}
    fine = [poll.feed.url for poll in polls if _is_well_again(poll)]
    for feed, moments in _moments([poll.feed for poll in polls if poll.feed.pk in learning]):
        planning.learn_rhythm(feed, moments, now)
    refusals.forget("feeds", *fine)
    quiet: list[Feed] = []
    others: list[Feed] = []
    for poll in polls:
        _record(poll, now, is_news=poll.feed.pk in changed)
        planning.plan(poll.feed, poll.answer, now)
        if poll.feed.state == Feed.State.GONE:
            pushing.end(poll.feed, now)
        is_quiet = poll.parsed is None and poll.feed.pk not in learning
        (quiet if is_quiet else others).append(poll.feed)
    _keep(quiet, QUIET)
    _keep(others, CHANGED)
    refusals.note_all(_noted(polls), now)
    _learn(polls)


def _keep(feeds: Sequence[Feed], columns: Sequence[str]) -> None:
    """Write these columns of feeds."""
    if feeds:
        updated("sources_feed", columns, map(attrgetter("id", *columns), feeds))


def _is_well_again(poll: Poll) -> bool:
    """Tell whether what was said of a feed is so no longer; one that was read, though damaged, stays so unchanged."""
    was_read = poll.parsed is None and not poll.feed.errors_count
    return bool(poll.feed.last_error) and not was_read and not isinstance(poll.parsed, Refusal)


def _is_rhythm_new(feed: Feed, changed: Container[int]) -> bool:
    return feed.pk in changed or (feed.newest_entry is None and feed.changed is not None)


def _moments(feeds: Sequence[Feed]) -> Iterable[tuple[Feed, Sequence[datetime]]]:
    """Yield feeds with the moments of their newest entries."""
    kept = dict(returned(_TIMES, [RHYTHM_ENTRIES_COUNT, [feed.pk for feed in feeds]])) if feeds else {}
    return ((feed, kept[feed.pk]) for feed in feeds)


def _record(poll: Poll, now: datetime, *, is_news: bool) -> None:
    feed, parsed, answer = poll.feed, poll.parsed, poll.answer
    feed.polled = now
    if isinstance(parsed, Refusal):
        feed.errors_count += 1
        feed.last_error = (parsed.detail or parsed.reason)[:300]
        feed.changed = now if is_news else feed.changed
        return
    assert isinstance(answer, Response)
    feed.last_error = feed.last_error if parsed is None and not feed.errors_count else ""
    feed.errors_count = 0
    url = feed.url
    planning.learn(feed, answer, parsed, now, is_news=is_news)
    planning.follow(feed, now)
    if feed.url != url:
        Feed.objects.filter(pk=feed.pk).update(url=feed.url)
    feed.changed = now if is_news else feed.changed
    if parsed is not None:
        _take(feed, answer, parsed)
        pushing.notice(feed, answer, parsed, now)


def _take(feed: Feed, answer: Response, parsed: ParsedFeed) -> None:
    """Keep what the feed says, and what makes the next request conditional; not of one whose rest is still to come."""
    feed.kind = parsed.kind
    feed.title = parsed.title[:300] or feed.title
    feed.last_error = "; ".join(parsed.problems)[:300]
    headers = {} if BREAKS_OFF in parsed.problems else answer.headers
    feed.etag = headers.get("etag", "")[:300]
    feed.last_modified = headers.get("last-modified", "")[:100]


def _noted(polls: Iterable[Poll]) -> Iterable[refusals.Noted]:
    for poll in polls:
        if isinstance(poll.parsed, Refusal):
            yield refusals.Noted(replace(poll.parsed, stage="feeds"), poll.feed.url, poll.feed)
        elif poll.parsed is not None and poll.parsed.problems:
            damaged = Refusal("feeds", DAMAGED, poll.feed.last_error)
            yield refusals.Noted(damaged, poll.feed.url, poll.feed)


def _learn(polls: Iterable[Poll]) -> None:
    """Fill what is not known of publishers from what their feeds say."""
    parsed = [(poll.feed.publisher_id, poll.parsed) for poll in polls if isinstance(poll.parsed, ParsedFeed)]
    publishers = Publisher.objects.in_bulk({id_ for id_, _ in parsed}) if parsed else {}
    taught: dict[int, Publisher] = {}
    for id_, said in parsed:
        publisher, language = publishers[id_], said.language[:2].lower()
        icon = icon_url(said.icon)
        if (icon and not publisher.icon_url) or (language and not publisher.languages):
            publisher.icon_url = publisher.icon_url or icon
            publisher.languages = publisher.languages or [language]
            taught[id_] = publisher
    if taught:
        rows = ((id_, one.icon_url, text_array(one.languages)) for id_, one in sorted(taught.items()))
        updated("sources_publisher", ("icon_url", "languages"), rows)
