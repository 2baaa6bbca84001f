"""Articles in the database."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timedelta

from octavo.config.bulk import copied, json_array, returned, text_array
from octavo.core import types
from octavo.core.links import URL_LIMIT_BYTES, made_up_url
from octavo.core.types import Image
from octavo.extract.models import Article
from octavo.sources.models import Publisher

FUTURE_TOLERANCE = timedelta(hours=1)
"""A publication time further ahead than this is a mistake; the article sorts by when it was first seen."""

TOOK = (
    "title", "text", "html", "agency", "dateline", "published", "published_precision_seconds",
    "updated", "language", "section",
)  # fmt: skip


COLUMNS = (
    "url", "publisher_id", "first_seen", "moment", "verdict", "reasons", "authors", "tags", "robots",
    "image_url", "image_alt", "image_credit", "media", *TOOK,
)  # fmt: skip
_ROOM = {name: getattr(Article._meta.get_field(name), "max_length", None) for name in TOOK}
_REPLACED = [name for name in COLUMNS if name not in ("url", "publisher_id", "first_seen", "moment", "media")]
_KEEP_DELIVERED = f"""
    INSERT INTO extract_article AS kept ({", ".join(COLUMNS)}) SELECT {", ".join(COLUMNS)} FROM {{fresh}} ORDER BY url
    ON CONFLICT (url) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _REPLACED)}, vector = NULL,
        media = CASE WHEN excluded.media = '[]' THEN kept.media ELSE excluded.media END,
        moment = CASE WHEN excluded.published <= kept.first_seen + %s THEN excluded.published
            ELSE least(kept.first_seen, kept.moment, excluded.updated) END
    WHERE kept.fetched IS NULL AND (excluded.verdict = 'article' OR kept.verdict = 'stub')
    RETURNING id, url
"""  # noqa: S608 - names of our own


def keep_delivered(articles: Iterable[tuple[types.Article, int]], now: datetime) -> dict[str, int]:
    """Keep articles made from what feeds gave, each with its publisher's id; return the ids of those kept, by URL.

    An article whose page was read stays as it is, and so does a whole text where another feed gives a teaser. To be
    called in a transaction.
    """
    rows = {article.url: _row(article, publisher_id, now) for article, publisher_id in articles}
    if not rows:
        return {}
    name = copied("extract_article", COLUMNS, rows.values())
    return {url: id_ for id_, url in returned(_KEEP_DELIVERED.format(fresh=name), [FUTURE_TOLERANCE])}


def _row(article: types.Article, publisher_id: int, now: datetime) -> tuple[object, ...]:
    image = _image(article)
    lists = map(text_array, (article.reasons, article.authors, article.tags, article.robots))
    return (
        article.url, publisher_id, now, sorting_moment(article, now), article.verdict.value, *lists,
        image.url, image.alt, image.credit, json_array(article.media), *(_fitted(article, field) for field in TOOK),
    )  # fmt: skip


def _fitted(article: types.Article, field: str) -> object:
    """Return what an article has in a field, cut to the room that its column has."""
    value = getattr(article, field)
    return value[: _ROOM[field]] if isinstance(value, str) else value


def _image(article: types.Article) -> Image:
    """Return an article's picture; an address too long to be kept is none."""
    return article.image if article.image and len(article.image.url.encode()) <= URL_LIMIT_BYTES else Image("")


def drop_awaited(url: str) -> None:
    """Drop the article that a feed's teaser at `url` made to stand in until its page was read."""
    awaited = Article.objects.filter(url=url, fetched=None, verdict=types.Verdict.STUB.value, membership=None)
    for row in awaited.only("id"):
        row.delete()


def keep_article(article: types.Article, publisher: Publisher, now: datetime, fetched: datetime | None) -> Article:
    """Keep `article`, replacing what was kept of its URL; a page that was read outranks a feed's text.

    Media files are those of the last entry that brought any: another feed's, without them, takes none away.
    """
    url = article.url or made_up_url(article.publisher, article.title)
    row = Article.objects.filter(url=url).first() or Article(url=url, publisher=publisher, first_seen=now)
    row.media = [asdict(one) for one in article.media] or row.media
    if not row.fetched or fetched:
        _take(row, article, fetched)
    row.save()
    return row


def _take(row: Article, article: types.Article, fetched: datetime | None) -> None:
    for field in TOOK:
        setattr(row, field, _fitted(article, field))
    image = _image(article)
    row.image_url, row.image_alt, row.image_credit = image.url, image.alt, image.credit
    row.verdict = article.verdict.value
    row.reasons, row.authors = list(article.reasons), list(article.authors)
    row.tags, row.robots = list(article.tags), list(article.robots)
    row.fetched = fetched
    row.moment = sorting_moment(article, row.first_seen)
    row.vector = None


def sorting_moment(article: types.Article, first_seen: datetime) -> datetime:
    """Return the moment that an article is sorted by: one that only says when it was updated was published by then."""
    if article.published is None:
        return min(article.updated or first_seen, first_seen)
    return first_seen if article.published > first_seen + FUTURE_TOLERANCE else article.published
