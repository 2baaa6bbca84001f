"""Extract lines: pages in as JSON lines, articles out as JSON lines."""

import orjson

from octavo.core.errors import BadInput
from octavo.core.types import Article, Verdict

PageLine = tuple[str, str, str]
"""id, url, html."""


def page_line(line: bytes) -> PageLine:
    """Return the id, url and html of one line; raises BadInput for a line that is no page."""
    try:
        given = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        if "memory" in error.msg:
            raise MemoryError from None
        raise BadInput(f"this is not JSON ({error.msg})") from None
    if not isinstance(given, dict) or not isinstance(given.get("html"), str):
        raise BadInput('a page line is JSON like {"id": "1", "url": "https://...", "html": "..."}')
    key, url = given.get("id"), given.get("url")
    is_key = isinstance(key, str | int | float) and not isinstance(key, bool)
    return str(key) if is_key else "", url if isinstance(url, str) else "", given["html"]


def article_line(key: str, article: Article) -> dict[str, object]:
    """Return what `octavo extract` prints of an article."""
    return {
        "id": key,
        "url": article.url,
        "verdict": article.verdict.value,
        "reasons": article.reasons,
        "title": article.title,
        "text": article.text,
        "html": article.html,
        "authors": article.authors,
        "agency": article.agency,
        "dateline": article.dateline,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
        "image": article.image,
        "publisher": article.publisher,
        "section": article.section,
        "tags": article.tags,
    }


def failed_line(key: str, url: str, reason: str) -> dict[str, object]:
    """Return the line of a page that could not be read, counted by `reason`."""
    return article_line(key, Article(url=url, title="", text="", verdict=Verdict.NONE, reasons=(reason,)))
