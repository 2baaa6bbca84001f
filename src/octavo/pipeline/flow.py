"""The way of the data.

    publishers.toml, OPML, a web address
      | sources     discover feeds, schedule them
      | fetch       polite, guarded HTTP            -> Response
      | feeds       RSS, Atom, RDF, JSON Feed, news sitemap -> Entry
      | extract     page + entry                    -> Article (or a counted refusal with its reason)
      | dedupe      exact, near, abridged copies    -> Copy (original, kind, likeness)
      | stories     online folding of articles      -> Story, Thread
      | enrich      hashtags, category, entities, facts, summary
      | editions    rank and lay out a front page   -> Edition
      | web, api, readers, syndication              -> people, apps, machines

Each function below takes one batch one step further: what it keeps and the job for the next step are written in one
transaction, so a process can die at any line and nothing is lost or doubled. Editions are laid out when they are read.
"""

import base64
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from django.db import transaction

from octavo.core.clock import utc_now
from octavo.core.types import ParsedFeed, Refusal, Request
from octavo.enrich.store import enrich
from octavo.feeds import parse
from octavo.feeds.models import Entry
from octavo.feeds.store import entries_of, keep_entries
from octavo.fetch import fetch_all
from octavo.pipeline import polls, reading, refusals
from octavo.pipeline.answers import understand
from octavo.pipeline.queue import defer, defer_once
from octavo.pipeline.start import retire_demo
from octavo.search.known_words import count_words
from octavo.search.meaning import keep_meanings
from octavo.search.neighbours import neighbours
from octavo.sources import store as sources
from octavo.stories import store as stories

POLL_BATCH_COUNT = 25
PAGES_BATCH_COUNT = 10
MEND_AFTER_SECONDS = 60
MEND_REST_FACTOR = 20
"""Mending rests so many times as long as it took: on a large window it takes a twentieth of a worker, not all of it."""
PAGE_RETRY_SECONDS = (120, 1800)
"""Pauses before a page that could not be read is tried again."""


@dataclass
class _Mending:
    """How long this process's last mending took."""

    seconds: float = 0.0


_mending = _Mending()


def poll_due_feeds(*, all_active: bool = False) -> int:
    """Queue the polls of all feeds that are due; return how many feeds."""
    from octavo.pipeline.jobs import poll_feeds as job

    if all_active:
        sources.make_all_due(utc_now())
    count = 0
    while True:
        with transaction.atomic():
            ids = sources.take_due(utc_now(), POLL_BATCH_COUNT)
            if not ids:
                return count
            defer(job, feed_ids=ids)
        count += len(ids)


def poll_feeds(feed_ids: Sequence[int]) -> None:
    """Poll feeds, keep their entries, and queue the reading of those that are new or edited."""
    feeds = sources.feeds_of(feed_ids)
    for feed, answer in zip(feeds, fetch_all([polls.request(feed) for feed in feeds]), strict=True):
        with transaction.atomic():
            now = utc_now()
            parsed = understand(answer, now)
            fresh = keep_entries(feed, parsed.entries, now) if isinstance(parsed, ParsedFeed) else []
            polls.record(feed, answer, parsed, now, is_news=bool(fresh))
            _queue_reading(fresh)


def read_push(feed_id: int, content: str, content_type: str) -> None:
    """Keep the entries that a hub has pushed, and queue the reading of those that are new or edited.

    `content` is the feed's bytes in base64. The next poll brings the same entries, which are known by then.
    """
    for feed in sources.feeds_of([feed_id]):
        now = utc_now()
        parsed = parse(base64.b64decode(content), feed.url, content_type, now=now)
        with transaction.atomic():
            if isinstance(parsed, Refusal):
                refusals.note(replace(parsed, stage="push"), feed.url, feed, now)
                return
            fresh = keep_entries(feed, parsed.entries, now)
            if fresh:
                sources.note_change(feed, now)
            _queue_reading(fresh)


def _queue_reading(entries: Iterable[Entry], attempt: int = 1) -> None:
    """Queue batches of entries by host; one host's batches run one after the other."""
    from octavo.pipeline.jobs import read_pages as job

    hosts = defaultdict(list)
    for entry in entries:
        hosts[urlsplit(entry.url).hostname or ""].append(entry.pk)
    for host, ids in hosts.items():
        for start in range(0, len(ids), PAGES_BATCH_COUNT):
            batch = ids[start : start + PAGES_BATCH_COUNT]
            defer(job, entry_ids=batch, attempt=attempt, lock=f"host {host}")


def read_pages(entry_ids: Sequence[int], attempt: int) -> None:
    """Read entries' pages into articles, and queue their folding.

    A page that cannot be read leaves an article from what the feed gave, and is tried again later.
    """
    from octavo.pipeline.jobs import fold_articles, read_pages_again

    entries = entries_of(entry_ids)
    pages = fetch_all([Request(entry.url, is_page=True) for entry in entries])
    with transaction.atomic():
        read = [reading.keep(entry, page, utc_now()) for entry, page in zip(entries, pages, strict=True)]
        article_ids = sorted({outcome.article_id for outcome in read if outcome.article_id})
        if article_ids:
            defer(fold_articles, article_ids=article_ids)
        again = [entry.pk for entry, outcome in zip(entries, read, strict=True) if outcome.may_work_later]
        if again and attempt <= len(PAGE_RETRY_SECONDS):
            pause = PAGE_RETRY_SECONDS[attempt - 1]
            defer(read_pages_again, in_seconds=pause, entry_ids=again, attempt=attempt + 1)


def read_pages_again(entry_ids: Sequence[int], attempt: int) -> None:
    """Queue the reading of pages whose pause is over; a job that waits for its time would block its host's others."""
    with transaction.atomic():
        _queue_reading(entries_of(entry_ids), attempt)


def fold_articles(article_ids: Sequence[int]) -> None:
    """Find copies, fold articles into stories and threads, and queue what follows."""
    from octavo.pipeline.jobs import enrich_stories, mend_stories

    with transaction.atomic():
        touched = stories.fold(article_ids)
        defer(enrich_stories, story_ids=touched)
        defer_once(mend_stories, in_seconds=max(MEND_AFTER_SECONDS, round(_mending.seconds * MEND_REST_FACTOR)))


def mend_stories() -> None:
    """Fold the window again in the one canonical order: what arrived in another order ends up the same."""
    from octavo.pipeline.jobs import enrich_stories

    began = time.monotonic()
    with transaction.atomic():
        retire_demo()
        touched = stories.mend()
        if touched:
            defer(enrich_stories, story_ids=touched)
    _mending.seconds = time.monotonic() - began


def enrich_stories(story_ids: Sequence[int]) -> None:
    """Give stories their headline, category, hashtags, summary and related stories."""
    with transaction.atomic():
        enrich(story_ids, utc_now())
        for story_id in story_ids:
            stories.relate(story_id, neighbours(story_id))


def tend_search() -> None:
    """Make articles findable by meaning, and count the words that mistyped ones are told by."""
    while keep_meanings():
        pass
    while count_words():
        pass
