"""Lists as feeds: the twin of a list's page in RSS 2.0 or JSON Feed 1.1, for readers of any make."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from urllib.parse import quote

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed

from octavo.editions.reading import AboutPage, ArticleCard, FrontView, ListPage, StoryCard, StoryPage, ThreadPage
from octavo.web import addresses, tongues
from octavo.web.rendering import FRESH

FORMS = {"rss": "application/rss+xml", "json": "application/feed+json"}
ITEMS_COUNT = 60
"""Of a front page, at most."""
JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class Item:
    """A story or an article of a list."""

    path: str
    """Its page here."""
    title: str
    text: str
    language: str
    moment: datetime
    publishers: tuple[str, ...]
    tags: tuple[str, ...] = ()
    picture_path: str = ""
    original_url: str = ""
    """Where the publisher has it; "" for a story."""


def of_story(card: StoryCard) -> Item:
    return Item(
        path=addresses.story_url(card),
        title=card.headline,
        text=card.excerpt,
        language=card.language,
        moment=card.latest,
        publishers=card.publisher_names,
        tags=card.hashtags,
        picture_path=_picture_path(card),
    )


def of_article(card: ArticleCard) -> Item:
    return Item(
        path=addresses.article_url(card),
        title=card.title,
        text=card.excerpt,
        language=card.language,
        moment=card.moment,
        publishers=(card.publisher.name,),
        picture_path=_picture_path(card),
        original_url=addresses.original_url(card),
    )


def _picture_path(card: StoryCard | ArticleCard) -> str:
    return addresses.picture_url(card.picture.url, max(addresses.PICTURE_WIDTHS)) if card.picture else ""


def of_front(view: FrontView) -> list[Item]:
    """Return the stories of a front page in its order."""
    stories = [*filter(None, [view.lead]), *view.top, *(one for section in view.sections for one in section.stories)]
    return [of_story(one) for one in islice(stories, ITEMS_COUNT)]


def of_list(page: ListPage) -> list[Item]:
    articles = (*page.articles, *(one.article for one in page.found))
    return [*map(of_story, page.stories), *map(of_article, articles)]


def of_story_page(page: StoryPage) -> list[Item]:
    """Return a story's original reports, the newest first."""
    reports = [one.article for one in page.coverage]
    return [of_article(one) for one in sorted(reports, key=lambda one: one.moment, reverse=True)]


def of_thread(page: ThreadPage) -> list[Item]:
    return [of_story(step.story) for step in reversed(page.steps)]


def url_of(request: HttpRequest) -> Callable[[str], str]:
    """Return what tells where the page that is asked for has its twin in a form."""
    return partial(_url, request)


def _url(request: HttpRequest, form: str) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    return quote(request.path.rstrip("/")) + f".{form}" + (f"?{query.urlencode()}" if query else "")


def next_url(page: ListPage | AboutPage, list_url: Callable[[int], str]) -> str:
    """Return where a list goes on; "" on its last page."""
    return list_url(page.page + 1) if page.page < page.pages_count else ""


def twin(request: HttpRequest, form: str, title: str, items: Iterable[Item], next_path: str = "") -> HttpResponse:
    """Return the list called `title` in `form`, rss or json; `next_path` is where it goes on."""
    write = _rss if form == "rss" else _json
    content = write(request, f"{title} – Octavo" if title else "Octavo", items, next_path)
    return HttpResponse(content, content_type=f"{FORMS[form]}; charset=utf-8", headers={"Cache-Control": FRESH})


def _rss(request: HttpRequest, title: str, items: Iterable[Item], _next_path: str) -> str:
    here = request.build_absolute_uri()
    feed = Rss201rev2Feed(title, _home_url(request), title, language=_language_tag(), feed_url=here)
    for one in items:
        picture = request.build_absolute_uri(one.picture_path) if one.picture_path else ""
        feed.add_item(
            one.title,
            request.build_absolute_uri(one.path),
            one.text,
            author_name=", ".join(one.publishers),
            pubdate=one.moment,
            unique_id=request.build_absolute_uri(_lasting(one.path)),
            unique_id_is_permalink=True,
            categories=one.tags,
            enclosures=[Enclosure(picture, "0", "image/jpeg")] if picture else [],
        )
    return str(feed.writeString("utf-8"))


def _json(request: HttpRequest, title: str, items: Iterable[Item], next_path: str) -> bytes:
    feed = {
        "version": JSON_FEED,
        "title": title,
        "home_page_url": _home_url(request),
        "feed_url": request.build_absolute_uri(),
        "language": _language_tag(),
        "items": [dict(_told(request, one)) for one in items],
    }
    return orjson.dumps(feed | ({"next_url": request.build_absolute_uri(next_path)} if next_path else {}))


def _told(request: HttpRequest, one: Item) -> Iterator[tuple[str, object]]:
    yield "id", request.build_absolute_uri(_lasting(one.path))
    yield "url", request.build_absolute_uri(one.path)
    if one.original_url:
        yield "external_url", request.build_absolute_uri(one.original_url)
    yield "title", one.title
    yield "content_text", one.text
    if one.picture_path:
        yield "image", request.build_absolute_uri(one.picture_path)
    yield "date_published", one.moment.isoformat()
    yield "authors", [{"name": name} for name in one.publishers]
    yield "tags", list(one.tags)
    yield "language", tongues.tag(one.language)


def _home_url(request: HttpRequest) -> str:
    """Return the page that the feed is the twin of."""
    path, _dot, form = request.path.rpartition(".")
    query = request.META.get("QUERY_STRING", "")
    assert form in FORMS, "the address names the form"
    return request.build_absolute_uri((path if path.count("/") > 1 else f"{path}/") + (f"?{query}" if query else ""))


def _lasting(path: str) -> str:
    """Return the part of a page's address that stays when its headline is written anew."""
    return path.rsplit("/", 1)[0]


def _language_tag() -> str:
    return tongues.tag(translation.get_language() or "en")
