"""Lists as feeds: the twin of a list's page, for readers of any make."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from octavo.editions.reading import (
    AboutPage,
    ArticleCard,
    FrontView,
    ListPage,
    StoryCard,
    StoryPage,
    ThreadPage,
)
from octavo.syndication import FORMS, Channel, Item
from octavo.web import addresses, tongues
from octavo.web.rendering import FRESH

ITEMS_COUNT = 60
"""Of a front page, at most."""

Card = StoryCard | ArticleCard


def of_front(view: FrontView) -> list[Card]:
    """Return the stories of a front page in its order."""
    stories = [*filter(None, [view.lead]), *view.top, *(one for section in view.sections for one in section.stories)]
    return list(islice(stories, ITEMS_COUNT))


def of_list(page: ListPage) -> list[Card]:
    return [*page.stories, *page.articles, *(one.article for one in page.found)]


def of_story(page: StoryPage) -> list[Card]:
    """Return a story's original reports, the newest first."""
    reports = [one.article for one in page.coverage]
    return [*sorted(reports, key=lambda one: one.moment, reverse=True)]


def of_thread(page: ThreadPage) -> list[Card]:
    """Return the stories of a thread, the newest first."""
    return [step.story for step in reversed(page.steps)]


def url_of(request: HttpRequest) -> Callable[[str], str]:
    """Return what tells where the page that is asked for has its twin in a form."""
    return partial(_url, request)


def _url(request: HttpRequest, form: str) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    return quote(request.path.rstrip("/")) + f".{form}" + (f"?{query.urlencode()}" if query else "")


def next_path(page: ListPage | AboutPage, list_url: Callable[[int], str]) -> str:
    """Return where a list goes on; "" on its last page."""
    return list_url(page.page + 1) if page.page < page.pages_count else ""


def twin(request: HttpRequest, form: str, title: str, cards: Sequence[Card], next_path: str = "") -> HttpResponse:
    """Return the list called `title` in `form`, rss or json; `next_path` is where it goes on."""
    channel = Channel(
        title=f"{title} – Octavo" if title else "Octavo",
        language=tongues.tag(translation.get_language() or "en"),
        url=request.build_absolute_uri(),
        home_url=request.build_absolute_uri(_home_path(request)),
        next_url=next_path and request.build_absolute_uri(next_path),
    )
    content_type, write = FORMS[form]
    content = write(channel, [_item(request, one) for one in cards])
    return HttpResponse(content, content_type=f"{content_type}; charset=utf-8", headers={"Cache-Control": FRESH})


def _home_path(request: HttpRequest) -> str:
    path = request.path.rpartition(".")[0]
    query = request.META.get("QUERY_STRING", "")
    return quote(path if path.count("/") > 1 else f"{path}/") + (f"?{query}" if query else "")


def _item(request: HttpRequest, card: Card) -> Item:
    if isinstance(card, StoryCard):
        path, title, moment = addresses.story_url(card), card.headline, card.latest
        publishers, tags, original = card.publisher_names, card.hashtags, ""
    else:
        path, title, moment = addresses.article_url(card), card.title, card.moment
        publishers, tags, original = (card.publisher.name,), (), addresses.original_url(card) if card.url else ""
    article = card.lead if isinstance(card, StoryCard) else card
    whole, widest = request.build_absolute_uri, max(addresses.PICTURE_WIDTHS)
    return Item(
        id=whole(path.rpartition("/")[0]),
        url=whole(path),
        title=title,
        text=card.excerpt,
        language=tongues.tongue(card),
        moment=moment,
        publishers=publishers,
        tags=tags,
        media=article.media,
        picture_url=whole(addresses.picture_url(card.picture.url, widest)) if card.picture else "",
        original_url=original and whole(original),
    )
