"""The way of the data.

    starter packs, OPML, a web address
      | sources     discover feeds, schedule them
      | fetch       polite, guarded HTTP            -> Response
      | feeds       RSS, Atom, RDF, JSON Feed, news sitemap -> Entry
      | extract     page + entry                    -> Article (or a counted refusal with its reason)
      | dedupe      exact, near, abridged copies    -> Copy (original, kind, likeness)
      | stories     online folding of articles      -> Story, Thread
      | enrich      hashtags, category, names, facts, summary
      | search      by words and by meaning
      | editions    rank and lay out front pages, read what all pages show
      | web, cli, syndication                       -> people, machines

Each function below takes one batch one step further: what it keeps and the job for the next step are written in one
transaction, so a process can die at any line and nothing is lost or doubled. Editions are laid out when they are read.
Steps import their stages themselves: a process carries those that its own jobs need, and polling where nothing is new
needs few.
"""

import base64
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import TypeVar
from urllib.parse import urlsplit

from django.db import transaction

from octavo import feeds, fetch
from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.core.links import untracked
from octavo.core.types import Entry, Refusal
from octavo.feeds.store import Delivery, Fresh, entries_of, fresh_entries
from octavo.pipeline import jobs, polls, refusals
from octavo.pipeline.queue import defer, defer_all, defer_once, withdraw
from octavo.sources import store as sources
from octavo.sources.models import Feed

T = TypeVar("T")

POLL_BATCH_COUNT = 250
"""Feeds that one job asks at once."""
DUE_LIMIT_COUNT = 100_000
"""Feeds taken in one round; more are taken in the next, a minute later."""
ENTRIES_BATCH_COUNT = 1_000
"""Entries that are kept in one transaction: enough to spare the database, few enough to stay in a few megabytes."""
PAGES_BATCH_COUNT = 10
FOLD_BATCH_COUNT = 200
PREPARED_BATCH_COUNT = 5
"""Stories whose pages one job prepares, at up to a second each: other jobs of its worker wait no longer."""
MEND_AFTER_SECONDS = 60
MEND_REST_FACTOR = 20
"""Mending rests so many times as long as it took: on a large window it takes a twentieth of a worker, not all of it."""
PAGE_RETRY_SECONDS = (120, 1800)
"""Pauses before a page that could not be read is tried again; its host may ask for longer ones."""
PAGE_RETRY_LONGEST_SECONDS = 86_400


@dataclass
class _Mending:
    """How long this process's last mending took."""

    seconds: float = 0.0


_mending = _Mending()


def poll_due_feeds(*, all_active: bool = False) -> int:
    """Queue the polls of all feeds that are due; return how many feeds."""
    with transaction.atomic():
        ids = sources.take_all(utc_now()) if all_active else sources.take_due(utc_now(), DUE_LIMIT_COUNT)
        defer_all(jobs.poll_feeds, (("", {"feed_ids": batch}) for batch in _batches(ids, POLL_BATCH_COUNT)))
    return len(ids)


def ask_mailbox() -> None:
    """Take the letters that have come, where a mailbox is named."""
    if settings.current().mail_imap:
        from octavo.pipeline import newsletters  # brings the readers of mail along

        newsletters.poll_mailbox(utc_now())


def poll_feeds(feed_ids: Sequence[int]) -> None:
    """Poll feeds; keep what comes, a batch at a time, and queue what follows."""
    asked = sources.feeds_of(feed_ids)
    batch: list[polls.Poll] = []
    entries_count = 0
    for position, answer in fetch.fetch_each(polls.requests(asked)):
        batch.append(polls.poll(asked[position], answer, utc_now()))
        entries_count += len(batch[-1].entries)
        if entries_count >= ENTRIES_BATCH_COUNT:
            keep_polls(batch, utc_now())
            batch, entries_count = [], 0
    if batch:
        keep_polls(batch, utc_now())


def keep_polls(batch: Sequence[polls.Poll], now: datetime) -> None:
    """Keep what polls brought, all together; where that fails, each feed alone, or the reason why not."""
    try:
        _keep_polls(batch, now)
    except refusals.UNKEPT as error:
        unread = {feed.pk: feed for feed in sources.feeds_of([poll.feed.pk for poll in batch])}
        again = [replace(poll, feed=unread.get(poll.feed.pk, poll.feed)) for poll in batch]
        if len(again) == 1:
            _keep_polls([polls.Poll(again[0].feed, again[0].answer, refusals.unkept("feeds", error))], now)
            return
        for poll in again:
            keep_polls([poll], now)


@transaction.atomic
def _keep_polls(batch: Sequence[polls.Poll], now: datetime) -> None:
    """Keep the entries that are new or edited, the articles that they make alone, and their feeds' ETags together."""
    held = sources.hold([poll.feed.pk for poll in batch])
    batch = [poll for poll in batch if poll.feed.pk in held]
    polls.record(batch, _keep_entries([(poll.feed, poll.entries) for poll in batch if poll.entries], now), now)


def read_push(feed_id: int, content: str, content_type: str) -> None:
    """Keep the entries that a hub has pushed, and queue the reading of those that are new or edited.

    `content` is the feed's bytes in base64. The next poll brings the same entries, which are known by then; where what
    was pushed cannot be read, as where a hub only tells that there is news, that poll is now.
    """
    for feed in sources.feeds_of([feed_id]):
        now = utc_now()
        parsed = feeds.parse(base64.b64decode(content), feed.url, content_type, now=now)
        with transaction.atomic():
            if isinstance(parsed, Refusal):
                refusals.note(replace(parsed, stage="push"), feed.url, feed, now)
                defer(jobs.poll_feeds, feed_ids=[feed_id])
            elif sources.hold([feed_id]) and _keep_entries([(feed, parsed.entries)], now):
                sources.note_change(feed, now)


def _keep_entries(delivered: Sequence[tuple[Feed, Sequence[Entry]]], now: datetime) -> set[int]:
    """Keep what is new or edited of feeds that are held, and queue what follows; return the ids of its feeds."""
    fresh = fresh_entries(Delivery(feed.pk, entries, is_first=feed.changed is None) for feed, entries in delivered)
    if fresh:
        _keep_fresh(fresh, {feed.pk: feed for feed, _ in delivered}, now)
    return {one.feed_id for one in fresh}


def _keep_fresh(fresh: Sequence[Fresh], feeds_by_id: Mapping[int, Feed], now: datetime) -> None:
    from octavo.pipeline import delivering

    kept = delivering.keep(fresh, feeds_by_id, now)
    _queue_reading(kept.awaiting)
    defer_all(jobs.fold_articles, (("", {"article_ids": ids}) for ids in _batches(kept.article_ids, FOLD_BATCH_COUNT)))


def _queue_reading(awaiting: Iterable[tuple[int, str]], attempt: int = 1) -> None:
    """Queue batches of entries, given as ids and addresses, by host; one host's run one after the other.

    Entries that lead to one page are of one batch.
    """
    hosts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for entry_id, url in awaiting:
        hosts[urlsplit(url).hostname or ""][untracked(url)].append(entry_id)
    defer_all(
        jobs.read_pages,
        (
            (f"host {host}", {"entry_ids": [*chain.from_iterable(batch)], "attempt": attempt})
            for host, of_page in hosts.items()
            for batch in _batches([*of_page.values()], PAGES_BATCH_COUNT)
        ),
    )


def _batches(whole: Sequence[T], count: int) -> Iterator[list[T]]:
    return (list(whole[start : start + count]) for start in range(0, len(whole), count))


def read_pages(entry_ids: Sequence[int], attempt: int) -> None:
    """Read entries' pages into articles, and queue their folding.

    A page that cannot be read leaves an article from what the feed gave, and is tried again later.
    """
    from octavo.pipeline import pages, reading
    from octavo.search.store import index_articles

    entries = pages.unread(entries_of(entry_ids))
    readings = reading.read(entries, pages.pages_of(entries, utc_now()))
    with transaction.atomic():
        kept = [reading.keep_or_refuse(entry, one, utc_now()) for entry, one in zip(entries, readings, strict=True)]
        rows = {row.pk: row for row in kept if row}
        index_articles((row.pk, row.title, row.text) for row in rows.values())
        article_ids = sorted(rows)
        if article_ids:
            defer(jobs.fold_articles, article_ids=article_ids)
        again = {
            entry.pk: one.again_seconds
            for entry, one in zip(entries, readings, strict=True)
            if one.again_seconds is not None
        }
        if again and attempt <= len(PAGE_RETRY_SECONDS):
            pause = min(max(PAGE_RETRY_SECONDS[attempt - 1], *again.values()), PAGE_RETRY_LONGEST_SECONDS)
            defer(jobs.read_pages_again, in_seconds=int(pause), entry_ids=list(again), attempt=attempt + 1)


def read_pages_again(entry_ids: Sequence[int], attempt: int) -> None:
    """Queue the reading of pages whose pause is over; a job that waits for its time would block its host's others."""
    with transaction.atomic():
        _queue_reading([(entry.pk, entry.url) for entry in entries_of(entry_ids)], attempt)


def fold_articles(article_ids: Sequence[int]) -> None:
    """Find copies, fold articles into stories and threads, and queue what follows."""
    from octavo.stories import store as stories

    with transaction.atomic():
        touched = stories.fold(article_ids)
        defer(jobs.enrich_stories, story_ids=touched)
        defer_once(jobs.mend_stories, in_seconds=max(MEND_AFTER_SECONDS, round(_mending.seconds * MEND_REST_FACTOR)))


def mend_stories() -> None:
    """Fold the window again in the one canonical order: what arrived in another order ends up the same."""
    from octavo.community.following import follow
    from octavo.pipeline.start import retire_demo
    from octavo.stories import store as stories

    began = time.monotonic()
    with transaction.atomic():
        retire_demo()
        touched = stories.mend()
        follow(touched)
        if touched:
            defer(jobs.enrich_stories, story_ids=touched)
    _mending.seconds = time.monotonic() - began


def mend_now() -> None:
    """Let a mending that waits for its time be done at once; where none does, nothing was folded since the last."""
    with transaction.atomic():
        if withdraw(jobs.mend_stories):
            defer_once(jobs.mend_stories)


def enrich_stories(story_ids: Sequence[int]) -> None:
    """Give stories their headline, category, hashtags, summary and related stories, and queue what follows."""
    from octavo.accounts import telling
    from octavo.editions.reading import to_prepare
    from octavo.enrich.store import enrich
    from octavo.pipeline import demo_talk
    from octavo.search.neighbours import neighbours
    from octavo.stories import store as stories

    with transaction.atomic():
        enrich(story_ids, utc_now())
        for story_id in story_ids:
            stories.relate(story_id, neighbours(story_id))
        demo_talk.talk(story_ids)
        batches = _batches(to_prepare(story_ids), PREPARED_BATCH_COUNT)
        defer_all(jobs.prepare_pages, (("", {"story_ids": batch}) for batch in batches))
        if telling.is_anyone_listening():
            defer(jobs.tell_followers, story_ids=list(story_ids))


def prepare_pages(story_ids: Sequence[int]) -> None:
    """Make what these stories' pages lay side by side, so that no reader waits for it."""
    from octavo.editions.reading import prepare

    prepare(story_ids)


def tell_followers(story_ids: Sequence[int]) -> None:
    """Keep a notice for everyone who follows what is new in these stories, and queue the sending."""
    from octavo.accounts import telling

    with transaction.atomic():
        if telling.tell(story_ids, utc_now()):
            defer_once(jobs.send_notices)


def tend_search() -> None:
    """Make articles findable by meaning, and count the words that mistyped ones are told by."""
    from octavo.search.known_words import count_words
    from octavo.search.meaning import keep_meanings

    while keep_meanings():
        pass
    while count_words():
        pass
