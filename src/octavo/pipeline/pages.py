"""The pages that entries lead to: each asked for once, however many feeds lead there."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef

from octavo import fetch
from octavo.core.links import untracked
from octavo.core.types import Refusal, Request, Response
from octavo.extract.models import Article
from octavo.feeds.models import Entry
from octavo.pipeline import refusals, shells


def unread(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries whose pages are to be asked for; the others' were read when another feed led there.

    What those others bring to listen to or watch joins the articles that were made then.
    A feed that names an address again means what is new at it, and one that says nothing of when may mean that too.
    """
    first = Entry.objects.filter(id__in=[entry.pk for entry in entries])
    again = Entry.objects.filter(feed=OuterRef("feed"), url=OuterRef("url")).exclude(pk=OuterRef("pk"))
    once = set(first.exclude(Exists(again)).values_list("pk", flat=True))
    fetched = _fetched(entries)
    read = [entry for entry in entries if entry.pk in once and _is_read(entry, fetched.get(untracked(entry.url)))]
    Entry.objects.filter(id__in=[entry.pk for entry in read]).update(state=Entry.State.READ)
    refusals.forget("extract", *(entry.url for entry in read))
    for entry in read:
        if entry.media:
            Article.objects.filter(url=untracked(entry.url)).update(media=entry.media)
    return [entry for entry in entries if entry not in read]


def _fetched(entries: Sequence[Entry]) -> Mapping[str, datetime]:
    """Return when the pages of the articles at the entries' addresses were read."""
    rows = Article.objects.filter(url__in={untracked(entry.url) for entry in entries}, fetched__isnull=False)
    return {url: fetched for url, fetched in rows.values_list("url", "fetched") if fetched}


def _is_read(entry: Entry, fetched: datetime | None) -> bool:
    said = entry.updated or entry.published
    return fetched is not None and said is not None and said <= fetched < entry.first_seen


def pages_of(entries: Sequence[Entry], now: datetime) -> list[Response | Refusal]:
    """Return the page of each entry, or why it did not come."""
    first = {untracked(entry.url): entry for entry in reversed(entries)}
    asked = fetch.fetch_all([Request(entry.url, is_page=True) for entry in first.values()])
    pages = dict(zip(first, shells.filled([*first.values()], asked, now), strict=True))
    return [pages[untracked(entry.url)] for entry in entries]
