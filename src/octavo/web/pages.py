"""The pages: what the address asks for is read and shown, nothing is decided here."""

from functools import partial, wraps
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import translation
from django.views.decorators.http import require_safe

from octavo.accounts.preferences import preferences_of
from octavo.core.clock import utc_now
from octavo.editions import reading
from octavo.editions.reading.kinds import story_news
from octavo.stories.models import MovedStory, MovedThread
from octavo.web import addresses, errors, passages, structured, twins, words
from octavo.web.arranging import arranged, arrangement_text
from octavo.web.front_views import front_view
from octavo.web.keeping import kept, kept_by
from octavo.web.person import PRIVATE, View, person_of
from octavo.web.reader import opened, reader_of
from octavo.web.rendering import LANGUAGES, page_of, rendered

YEAR_SECONDS = 365 * 86400


def spoken(view: View) -> View:
    """Serve `view` in the language of its address; an unknown language is no page."""

    @wraps(view)
    def wrapped(request: HttpRequest, language: str, **arguments: Any) -> HttpResponse:
        if language not in LANGUAGES:
            raise Http404
        with translation.override(language):
            return view(request, language, **arguments)

    return wrapped


def localised(view: View) -> View:
    """Serve `view`, which changes nothing, in the language of its address."""
    return require_safe(spoken(view))


def remembered(view: View) -> View:
    """Remember the edition that a person chose, where the browser would have asked for another."""

    @wraps(view)
    def wrapped(request: HttpRequest, language: str, **arguments: Any) -> HttpResponse:
        response = view(request, language, **arguments)
        if language in LANGUAGES and translation.get_language_from_request(request) != language:
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=YEAR_SECONDS, samesite="Lax")
            response["Cache-Control"] = PRIVATE
        return response

    return wrapped


@remembered
@kept_by(arrangement_text)
@localised
def front(request: HttpRequest, language: str, form: str = "") -> HttpResponse:
    view = front_view(reading.plain_edition(language, _place(request)), language)
    if form:
        return twins.twin(request, form, "", twins.of_front(view))
    return rendered(
        request,
        "front.html",
        page=view,
        twin=twins.url_of(request),
        arranged=arranged(request, view),
        progress=reading.progress(),
        is_demo=view.is_demo,
        here="front",
    )


@kept
@localised
def why(request: HttpRequest, language: str) -> HttpResponse:
    order = reading.front_order(reading.plain_edition(language, _place(request)), language, utc_now())
    return rendered(request, "why.html", order=order, is_demo=reading.is_demo())


def _place(request: HttpRequest) -> str:
    """Return the country that is asked for, else the reader's own; a wrong one is no page."""
    place = request.GET.get("place", preferences_of(person_of(request)).place).upper()
    if place and not words.is_country(place):
        raise Http404
    return place


@localised
def progress(request: HttpRequest, language: str) -> HttpResponse:
    return rendered(request, "progress.html", progress=reading.progress(), is_update=True)


@localised
def offline(request: HttpRequest, language: str) -> HttpResponse:
    return rendered(request, "offline.html")


@kept
@localised
def story(request: HttpRequest, language: str, identity: str, slug: str = "", form: str = "") -> HttpResponse:
    page = reading.story_page(int(identity), language)
    if page is None:
        return _moved(request, int(identity), language, form)
    if form:
        return twins.twin(request, form, page.story.headline, twins.of_story(page))
    reader = reader_of(request)
    since = reader.looked(page.story.id) if reader else None
    opened(request, "story", page.story.id)
    return _at(request, addresses.story_url(page.story)) or rendered(
        request,
        "story.html",
        page=page,
        since=since,
        news=story_news(page, since),
        twin=twins.url_of(request),
        structured=structured.story(page, request.build_absolute_uri("/")),
        is_demo=page.story.lead.publisher.is_demo,
    )


def _moved(request: HttpRequest, story_id: int, language: str, form: str) -> HttpResponse:
    moved = MovedStory.objects.filter(old_id=story_id).first()
    page = moved and reading.story_page(moved.story_id, language)
    if not page:
        if reading.was_story(story_id):
            return errors.gone(request)
        raise Http404
    return _redirected(addresses.story_url(page.story), form)


def _redirected(url: str, form: str) -> HttpResponse:
    return HttpResponsePermanentRedirect(f"{url}.{form}" if form else url)


@kept
@localised
def article(request: HttpRequest, language: str, identity: str, slug: str = "") -> HttpResponse:
    page = reading.article_page(int(identity), language)
    if page is None:
        if reading.was_article(int(identity)):
            return errors.gone(request)
        raise Http404
    opened(request, "article", page.card.id)
    return _at(request, addresses.article_url(page.card)) or rendered(
        request,
        "article.html",
        page=page,
        body=passages.body(page, request.GET.get("from", ""), request.GET.get("to", "")),
        canonical=page.card.url if not page.card.publisher.is_demo else "",
        structured=structured.article(page, request.build_absolute_uri("/")),
        is_demo=page.card.publisher.is_demo,
    )


@kept
@localised
def compare(request: HttpRequest, language: str, identity: str, original: str) -> HttpResponse:
    page = reading.compare_page(int(identity), int(original))
    if page is None:
        raise Http404
    return rendered(request, "compare.html", page=page, is_demo=page.copy.publisher.is_demo)


@kept
@localised
def thread(request: HttpRequest, language: str, identity: str, slug: str = "", form: str = "") -> HttpResponse:
    page = reading.thread_page(int(identity), language)
    if page is None:
        return _moved_thread(int(identity), language, form)
    if form:
        return twins.twin(request, form, page.steps[-1].story.headline, twins.of_thread(page))
    return _at(request, addresses.thread_url(page.id, page.slug)) or rendered(
        request, "thread.html", page=page, twin=twins.url_of(request), is_demo=reading.is_demo()
    )


def _moved_thread(thread_id: int, language: str, form: str) -> HttpResponse:
    moved = MovedThread.objects.filter(old_id=thread_id).select_related("story").first()
    page = moved and reading.thread_page(moved.story.thread_id, language)
    if not page:
        raise Http404
    return _redirected(addresses.thread_url(page.id, page.slug), form)


@kept
@localised
def hashtag(request: HttpRequest, language: str, name: str, form: str = "") -> HttpResponse:
    return _list(request, "hashtag", reading.hashtag_list(name, language, page_of(request)), form)


@kept
@localised
def category(request: HttpRequest, language: str, slug: str, form: str = "") -> HttpResponse:
    return _list(request, "category", reading.category_list(slug, language, page_of(request)), form)


@kept
@localised
def publisher(request: HttpRequest, language: str, slug: str, form: str = "") -> HttpResponse:
    return _list(request, "publisher", reading.publisher_list(slug, page_of(request)), form)


def _list(request: HttpRequest, kind: str, page: reading.ListPage | None, form: str) -> HttpResponse:
    if page is None:
        raise Http404
    name = {"hashtag": f"#{page.title}", "category": words.category_name(page.title)}.get(kind, page.title)
    list_url = partial(addresses.page_url, request.path)
    if form:
        return twins.twin(request, form, name, twins.of_list(page), twins.next_path(page, list_url))
    return rendered(
        request,
        "list.html",
        page=page,
        name=name,
        kind=kind,
        here=page.title if kind == "category" else "",
        list_url=list_url,
        twin=twins.url_of(request),
        is_demo=reading.is_demo(),
    )


@localised
def search(request: HttpRequest, language: str, form: str = "") -> HttpResponse:
    text = request.GET.get("q", "")[:300].strip()
    page = reading.search_list(text, page_of(request), is_unfinished="typing" in request.GET)
    list_url = partial(addresses.page_url, request.path, text=text)
    if form:
        return twins.twin(request, form, text, twins.of_list(page), twins.next_path(page, list_url))
    return rendered(
        request,
        "search.html",
        page=page,
        list_url=list_url,
        twin=twins.url_of(request) if text else None,
        is_demo=reading.is_demo(),
    )


def _at(request: HttpRequest, url: str) -> HttpResponse | None:
    """Return a redirect where an address spells its slug otherwise than it is spelled now."""
    if unquote(request.path) == unquote(url):
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{url}?{query}" if query else url)
