"""Articles in the database."""

from datetime import datetime, timedelta

import xxhash

from octavo.core import types
from octavo.core.types import Image
from octavo.extract.models import Article
from octavo.sources.models import Publisher

FUTURE_TOLERANCE = timedelta(hours=1)
"""A publication time further ahead than this is a mistake; the article sorts by when it was first seen."""

TOOK = (
    "title", "text", "html", "agency", "dateline", "published", "published_precision_seconds",
    "updated", "language", "section",
)  # fmt: skip


def keep_article(article: types.Article, publisher: Publisher, now: datetime, fetched: datetime | None) -> Article:
    """Keep `article`, replacing what was kept of its URL; a page that was read outranks a feed's text."""
    url = article.url or made_up_url(article)
    known = Article.objects.filter(url=url).first()
    if known is not None and known.fetched and fetched is None:
        return known
    row = known or Article(url=url, publisher=publisher, first_seen=now)
    for field in TOOK:
        setattr(row, field, getattr(article, field))
    image = article.image or Image("")
    row.image_url, row.image_alt, row.image_credit = image.url, image.alt, image.credit
    row.verdict = article.verdict.value
    row.reasons, row.authors = list(article.reasons), list(article.authors)
    row.tags, row.robots = list(article.tags), list(article.robots)
    row.fetched = fetched
    row.moment = sorting_moment(article.published, row.first_seen)
    row.vector = None
    row.save()
    return row


def sorting_moment(published: datetime | None, first_seen: datetime) -> datetime:
    """Return the moment that an article is sorted by."""
    if published is None or published > first_seen + FUTURE_TOLERANCE:
        return first_seen
    return published


def made_up_url(article: types.Article) -> str:
    """Return a stable URN for an article that came without an address."""
    digest = xxhash.xxh3_64_hexdigest(f"{article.publisher}\x1f{article.title}".encode())
    return f"urn:octavo:{digest}"
