"""One entry's page becomes an article, or a counted refusal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from octavo.core import types
from octavo.core.headers import retry_after_seconds
from octavo.core.types import Refusal, Response, Verdict
from octavo.extract import NOT_A_PAGE, Extractor, from_entry
from octavo.extract.models import Article
from octavo.extract.store import drop_awaited, keep_article
from octavo.feeds.models import Entry
from octavo.feeds.store import as_delivered
from octavo.pipeline import refusals

PASSING_REASONS = frozenset(
    {
        "timeout",
        "unknown-host",
        "refused-connection",
        "broken-connection",
        "broken-body",
        "broken-answer",
        "robots-unreachable",
        "host-rests",
        "http-429",
        "reader-died",
    }
)
"""Refusals of pages that may be gone the next time; so may those of servers that fail."""
_FAILS = "http-5"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an entry's page holds."""

    found: types.Article | Refusal
    """The article, of whatever verdict; or why nothing was read."""
    fetched: datetime | None = None
    """When the page came."""

    @property
    def again_seconds(self) -> float | None:
        """Return after how long the page may be readable, 0.0 where nobody says; None where trying again is in vain."""
        if isinstance(self.found, Refusal) and self.found.reason.startswith((*PASSING_REASONS, _FAILS)):
            return self.found.after_seconds
        return None


def read(entries: Sequence[Entry], pages: Sequence[Response | Refusal]) -> list[Reading]:
    """Return what the page of each entry holds; none of them can stall the others."""
    with Extractor() as extractor:
        return [_read(entry, page, extractor) for entry, page in zip(entries, pages, strict=True)]


def _read(entry: Entry, page: Response | Refusal, extractor: Extractor) -> Reading:
    if isinstance(page, Refusal):
        return Reading(page)
    if page.status >= 400:
        after_seconds = retry_after_seconds(page.headers.get("retry-after", ""), page.fetched) or 0.0
        detail = f"the page answered with status {page.status}"
        return Reading(Refusal("fetch", f"http-{page.status}", detail, after_seconds))
    found = extractor.extract(page.body, page.url, page.headers, as_delivered(entry))
    if isinstance(found, types.Article) and found.reasons == NOT_A_PAGE:
        found = Refusal("fetch", *NOT_A_PAGE, "the address serves a picture, a document, a feed or other data")
    return Reading(found, page.fetched)


def keep_or_refuse(entry: Entry, reading: Reading, now: datetime, *, is_again: bool = False) -> Article | None:
    """Keep what `keep` does; where that cannot be stored, the reason alone, so that no other page is lost with it."""
    try:
        with transaction.atomic():
            return keep(entry, reading, now)
    except refusals.UNKEPT as error:
        if isinstance(error, IntegrityError) and not is_again:  # somebody else has just kept an article of its address
            return keep_or_refuse(entry, reading, now, is_again=True)
        _mark(entry, Entry.State.REFUSED)
        refusals.note(refusals.unkept("extract", error), entry.url, entry.feed, now)
        return None


def keep(entry: Entry, reading: Reading, now: datetime) -> Article | None:
    """Keep the article that `entry` and its page make, or the reason why there is none."""
    found = reading.found
    if isinstance(found, Refusal):
        row = _kept(entry, from_entry(as_delivered(entry), entry.url, found.reason), now, None)
        refusals.note(found, entry.url or entry.key, entry.feed, now)
        return row
    if found.verdict is not Verdict.ARTICLE:
        _refused(entry, found, now)
        return None
    refusals.forget("fetch", entry.url)
    return _kept(entry, found, now, reading.fetched)


def _kept(entry: Entry, article: types.Article, now: datetime, fetched: datetime | None) -> Article:
    if article.url != entry.url:
        drop_awaited(entry.url)
    row = keep_article(article, entry.feed.publisher, now, fetched)
    _mark(entry, Entry.State.READ)
    refusals.forget("extract", entry.url)
    return row


def _refused(entry: Entry, article: types.Article, now: datetime) -> None:
    _mark(entry, Entry.State.REFUSED)
    drop_awaited(entry.url)
    reason = Refusal("extract", article.verdict.value, ", ".join(article.reasons))
    refusals.note(reason, entry.url, entry.feed, now)


def _mark(entry: Entry, state: Entry.State) -> None:
    entry.state = state
    entry.save(update_fields=["state"])
