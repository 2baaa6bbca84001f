"""The addresses of Octavo's pages, as templates write them. The language is that of the page being made."""

from collections.abc import Sequence
from urllib.parse import quote, urlencode, urlsplit

from django.core import signing
from django.utils import translation

from octavo.editions.reading import ArticleCard, ArticlePage, StoryCard

PICTURE_WIDTHS = (320, 640, 960, 1280)
PICTURE_SALT = "picture"


def front_url(language: str = "") -> str:
    return f"/{language or _language()}/"


def story_url(story: StoryCard) -> str:
    return f"/{_language()}/story/{story.id}/{quote(story.slug)}"


def article_url(article: ArticleCard, *, start: int | None = None, end: int | None = None) -> str:
    """Return an article's address; with `start` and `end`, at the passage that stands there in its text."""
    passage = f"?from={start}&to={end}#passage" if start is not None else ""
    return f"/{_language()}/article/{article.id}/{quote(article.slug)}{passage}"


def thread_url(identity: int, slug: str) -> str:
    return f"/{_language()}/thread/{identity}/{quote(slug)}"


def hashtag_url(name: str) -> str:
    return f"/{_language()}/hashtag/{quote(name, safe='')}"


def category_url(slug: str) -> str:
    return f"/{_language()}/category/{quote(slug)}"


def publisher_url(slug: str) -> str:
    return f"/{_language()}/publisher/{quote(slug)}"


def search_url(text: str = "", page: int = 1) -> str:
    query = {key: value for key, value in {"q": text, "page": page if page > 1 else ""}.items() if value}
    return f"/{_language()}/search" + (f"?{urlencode(query)}" if query else "")


def original_url(page: ArticlePage) -> str:
    """Return where the original stands; the demo's publishers are served by Octavo itself."""
    if page.card.publisher.is_demo:
        parts = urlsplit(page.url)
        return f"/demo/{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")
    return page.url


def picture_url(url: str, width: int) -> str:
    """Return the signed address at which Octavo's own proxy shows a publisher's picture."""
    token = signing.dumps([url, width], salt=PICTURE_SALT, compress=True)
    return f"/picture/{token}"


def picture_set(url: str, widths: Sequence[int] = PICTURE_WIDTHS) -> str:
    """Return the `srcset` of a picture."""
    return ", ".join(f"{picture_url(url, width)} {width}w" for width in widths)


def _language() -> str:
    return translation.get_language() or "en"
