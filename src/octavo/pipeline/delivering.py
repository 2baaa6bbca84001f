"""What feeds delivered becomes articles at once, findable before any page is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from octavo.core.links import made_up_url
from octavo.core.types import Article, Entry
from octavo.core.uncollected import uncollected
from octavo.extract import AWAITED, at_once, from_entry
from octavo.extract.store import keep_delivered
from octavo.feeds import models
from octavo.feeds.store import Fresh, keep_entries
from octavo.search.store import index_articles
from octavo.sources.models import Feed


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a batch of entries."""

    article_ids: Sequence[int]
    """Of articles that are whole, to be folded."""
    awaiting: Sequence[tuple[int, str]]
    """Ids and addresses of entries whose pages are to be read."""


def keep(fresh: Sequence[Fresh], feeds: Mapping[int, Feed], now: datetime, *, no_page: str = "") -> Kept:
    """Keep entries and the articles that they make alone; to be called in a transaction that holds the feeds.

    With `no_page`, the reason why none of them has a page, no page is awaited.
    """
    if not fresh:
        return Kept((), ())
    with uncollected():
        made = [(one, _made(one.entry, feeds[one.feed_id], no_page)) for one in fresh]
    articles = [(article, feeds[one.feed_id].publisher_id) for one, article in made]
    ids = keep_delivered(articles, now)
    texts = {article.url: article for article, _ in articles if article.url in ids}
    index_articles((ids[url], article.title, article.text) for url, article in texts.items())
    done = [article.reasons != AWAITED and article.url in ids for _, article in made]
    entry_ids = keep_entries(_with_states(fresh, done), now)
    return Kept(
        article_ids=sorted({ids[article.url] for (_, article), is_done in zip(made, done, strict=True) if is_done}),
        awaiting=[
            (entry_ids[one.feed_id, one.entry.key], one.entry.url)
            for (one, article), is_done in zip(made, done, strict=True)
            if not is_done
        ],
    )


def _with_states(fresh: Sequence[Fresh], done: Sequence[bool]) -> Iterable[tuple[Fresh, models.Entry.State]]:
    states = {True: models.Entry.State.READ, False: models.Entry.State.WAITING}
    return ((one, states[is_done]) for one, is_done in zip(fresh, done, strict=True))


def _made(entry: Entry, feed: Feed, no_page: str) -> Article:
    """Return an entry's article; one without an address is kept under a name made of its feed and key."""
    if entry.url and not no_page:
        return at_once(entry)
    return from_entry(entry, entry.url or made_up_url(feed.url, entry.key), no_page or "no-address")
