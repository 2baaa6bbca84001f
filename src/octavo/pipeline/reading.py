"""One entry's page becomes an article, or a counted refusal."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from octavo.core import types
from octavo.core.headers import retry_after_seconds
from octavo.core.types import Refusal, Response, Verdict
from octavo.extract import NOT_A_PAGE, extract, from_entry
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
    }
)
"""Refusals of the door that may be gone the next time."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry."""

    article: Article | None
    """As kept; None where the page is refused."""
    again_seconds: float | None = None
    """After how long the page may be readable, 0.0 where nobody says; None where trying again is in vain."""


def keep_or_refuse(entry: Entry, page: Response | Refusal, now: datetime, *, is_again: bool = False) -> Outcome:
    """Keep what `keep` does; where that cannot be stored, the reason alone, so that no other page is lost with it."""
    try:
        with transaction.atomic():
            return keep(entry, page, now)
    except refusals.UNKEPT as error:
        if isinstance(error, IntegrityError) and not is_again:  # somebody else has just kept an article of its address
            return keep_or_refuse(entry, page, now, is_again=True)
        _mark(entry, Entry.State.REFUSED)
        refusals.note(refusals.unkept("extract", error), entry.url, entry.feed, now)
        return Outcome(None)


def keep(entry: Entry, page: Response | Refusal, now: datetime) -> Outcome:
    """Keep the article that `entry` and its page make, or the reason why there is none."""
    delivered = as_delivered(entry)
    read = _read(page, delivered)
    if isinstance(read, Refusal):
        refusals.note(read, entry.url or entry.key, entry.feed, now)
        article = from_entry(delivered, entry.url, read.reason)
        return Outcome(_kept(entry, article, now, None), _again_seconds(page, now))
    article, fetched = read
    if article.verdict is not Verdict.ARTICLE:
        _refused(entry, article, now)
        return Outcome(None)
    refusals.forget("fetch", entry.url)
    return Outcome(_kept(entry, article, now, fetched))


def _read(page: Response | Refusal, entry: types.Entry) -> tuple[types.Article, datetime] | Refusal:
    """Return what a page holds, and when it came; why nothing, where none came."""
    if isinstance(page, Refusal):
        return page
    if page.status >= 400:
        return Refusal("fetch", f"http-{page.status}", f"the page answered with status {page.status}")
    article = extract(page.body, page.url, headers=page.headers, entry=entry)
    if article.reasons == NOT_A_PAGE:
        return Refusal("fetch", *NOT_A_PAGE, "the address serves a picture, a document, a feed or other data")
    return article, page.fetched


def _again_seconds(page: Response | Refusal, now: datetime) -> float | None:
    if isinstance(page, Refusal):
        return page.after_seconds if page.reason in PASSING_REASONS else None
    if page.status != 429 and page.status < 500:
        return None
    return retry_after_seconds(page.headers.get("retry-after", ""), now) or 0.0


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
