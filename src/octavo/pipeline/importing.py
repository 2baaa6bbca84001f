"""What people bring in: archives and saved pages."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from django.db import transaction

from octavo.core.clock import utc_now
from octavo.core.errors import BadInput
from octavo.core.lines import ArticleLine, read_line
from octavo.core.links import host_shown, is_made_up, made_up_url, web_url
from octavo.core.text import language_of
from octavo.core.types import Article, Image
from octavo.extract import agency, models
from octavo.extract.store import keep_article
from octavo.pipeline.flow import FOLD_BATCH_COUNT
from octavo.pipeline.jobs import fold_articles
from octavo.pipeline.queue import defer
from octavo.search.store import index_articles
from octavo.sources.store import publisher_named

UNKNOWN_PUBLISHER = "Unknown publisher"


def keep_articles(lines: Iterable[str]) -> tuple[int, list[str]]:
    """Keep an archive's articles and queue their folding; return how many, and the problems of other lines."""
    problems: list[str] = []
    articles: list[Article] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            articles.append(_article(read_line(line)))
        except BadInput as error:
            problems.append(f"line {number} is left out: {error}")
    for start in range(0, len(articles), FOLD_BATCH_COUNT):
        _keep(articles[start : start + FOLD_BATCH_COUNT])
    return len(articles), problems


def keep_page(articles: Sequence[Article]) -> list[int]:
    """Keep the articles of one saved page and queue their folding; return their ids in the page's order."""
    return _keep(articles)


@transaction.atomic
def _keep(articles: Sequence[Article]) -> list[int]:
    now = utc_now()
    rows = [
        keep_article(article, publisher_named(article.publisher or UNKNOWN_PUBLISHER), now, now) for article in articles
    ]
    index_articles((row.pk, row.title, row.text) for row in {row.pk: row for row in rows}.values())
    ids = [row.pk for row in rows]
    defer(fold_articles, article_ids=ids)
    return ids


def _article(line: ArticleLine) -> Article:
    url = web_url(line.url) if line.url else _made_up_url(line)
    if not url:
        raise BadInput('"url" is no web address')
    credit = agency.find(line.text, agency.apart(line.authors))
    return Article(
        url=url,
        title=line.title,
        text=line.text,
        html="".join(f"<p>{escape(paragraph)}</p>" for paragraph in line.text.split("\n")),
        authors=line.authors,
        agency=line.agency or credit.agency,
        dateline=credit.dateline,
        published=line.published,
        language=line.language or language_of(f"{line.title}\n{line.text}"),
        image=Image(web_url(line.image)) if web_url(line.image) else None,
        publisher=line.publisher or host_shown(url),
    )


def _made_up_url(line: ArticleLine) -> str:
    """Return the address of a line that has none; another archive may number its lines alike."""
    return made_up_url(line.id, line.publisher, str(line.published or line.title), kind="line:")


def page_lines(ids: Sequence[int]) -> list[dict[str, Any]]:
    """Return what `octavo import page` prints of each article."""
    rows = models.Article.objects.select_related("publisher", "membership__story").in_bulk(ids)
    return [_page_line(rows[identity]) for identity in ids]


def _page_line(row: models.Article) -> dict[str, Any]:
    story = row.membership.story
    return {
        "title": row.title,
        "text": row.text,
        "publisher": row.publisher.name,
        "agency": row.agency,
        "dateline": row.dateline,
        "published": row.published,
        "published_precision_seconds": row.published_precision_seconds,
        "url": "" if is_made_up(row.url) else row.url,
        "story": str(story.pk),
        "thread": str(story.thread_id),
        "related": [
            {"story": str(other.other_id), "reason": other.reason, "terms": other.terms}
            for other in story.related.order_by("-score")
        ],
    }
