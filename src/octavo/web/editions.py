"""Editions' pages: the front page of one, why it stands so, all that there are, and making one's own."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST

from octavo.accounts.models import User
from octavo.accounts.preferences import keep_preferences, preferences_of
from octavo.accounts.roles import Act
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput
from octavo.editions import Edition, reading, store, written
from octavo.editions.edition import FILE_LIMIT_BYTES
from octavo.web import addresses, edition_form, twins, words
from octavo.web.arranging import arranged, arrangement_text
from octavo.web.front_views import front_view
from octavo.web.keeping import kept, kept_by
from octavo.web.pages import localised, spoken
from octavo.web.person import allowed, person_of
from octavo.web.rendering import in_order, rendered


@kept_by(arrangement_text)
@localised
def front(request: HttpRequest, language: str, slug: str, form: str = "") -> HttpResponse:
    edition = _edition(request, slug)
    view = front_view(edition, language)
    if form:
        return twins.twin(request, form, edition.name(language), twins.of_front(view))
    around = {"progress": reading.progress(), "is_demo": view.is_demo, "here": "front", "twin": twins.url_of(request)}
    return _rendered(request, "front.html", edition, page=view, arranged=arranged(request, view), **around)


@kept
@localised
def why(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    edition = _edition(request, slug)
    order = reading.front_order(edition, language, utc_now())
    return _rendered(request, "why.html", edition, order=order, is_demo=reading.is_demo())


def _rendered(request: HttpRequest, template: str, edition: Edition, **context: Any) -> HttpResponse:
    """Return an edition's page: its sections at the head, its times in its zone."""
    navigation = edition.sections or words.NAVIGATION
    return rendered(request, template, zone=edition.time_zone, edition=edition, navigation=navigation, **context)


@kept
@localised
def listing(request: HttpRequest, language: str) -> HttpResponse:
    return _listing(request)


def _listing(request: HttpRequest, problem: str = "") -> HttpResponse:
    person = person_of(request)
    own = store.own_slugs(person) if person else frozenset()
    chosen = preferences_of(person).editions
    found = in_order(store.editions(person).values(), translation.get_language() or "en")
    status = 400 if problem else 200
    return rendered(request, "editions.html", status=status, all=found, own=own, chosen=chosen, problem=problem)


@require_POST
@allowed(Act.KEEP)
@spoken
def choose(request: HttpRequest, language: str) -> HttpResponse:
    """Keep which editions a person reads: they stand at the head of every page, the first is where Octavo opens."""
    person = _person(request)
    first, there = request.POST.get("first", ""), store.editions(person)
    slugs = [slug for slug in (first, *request.POST.getlist("edition")) if slug in there]
    keep_preferences(person, preferences_of(person).changed(editions=tuple(slugs)))
    return HttpResponseRedirect(addresses.editions_url())


@localised
def file(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Give an edition as the file that others may read it by."""
    text = written(_edition(request, slug))
    headers = {"Content-Disposition": f'attachment; filename="{slug}.toml"', "Cache-Control": "private, no-cache"}
    return HttpResponse(text, content_type="application/toml; charset=utf-8", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@allowed(Act.KEEP)
@spoken
def make(request: HttpRequest, language: str) -> HttpResponse:
    """Make an edition of one's own, from nothing or like another."""
    like = store.edition(request.GET.get("like", ""), person_of(request))
    return _form(request, language, like, slug="")


@require_http_methods(["GET", "HEAD", "POST"])
@allowed(Act.KEEP)
@spoken
def change(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    return _form(request, language, _own(request, slug), slug)


def _form(request: HttpRequest, language: str, before: Edition | None, slug: str) -> HttpResponse:
    person, problem = _person(request), ""
    values = edition_form.values(before, language, is_new=not slug)
    if request.method == "POST":
        values = edition_form.typed(request.POST)
        try:
            edition = edition_form.edition(values, before, language, slug or _free_slug(values, person))
            return HttpResponseRedirect(addresses.edition_url(store.keep(edition, person).slug))
        except BadInput as error:
            problem = str(error)
    choices = edition_form.choices(values)
    status = 400 if problem else 200
    return rendered(
        request, "edition_form.html", status=status, values=values, problem=problem, slug=slug, choices=choices
    )


@require_POST
@allowed(Act.KEEP)
@spoken
def remove(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    if not store.remove(slug, _person(request)):
        raise Http404
    return HttpResponseRedirect(addresses.editions_url())


@require_POST
@allowed(Act.KEEP)
@spoken
def take(request: HttpRequest, language: str) -> HttpResponse:
    """Keep the edition of a file that someone shared."""
    given = request.FILES.get("file")
    try:
        if given is None or (given.size or 0) > FILE_LIMIT_BYTES:
            raise BadInput(f"choose an edition's file of at most {FILE_LIMIT_BYTES // 1000} kB")
        edition = store.take(_text(given.read()), "", _person(request))
    except BadInput as error:
        return _listing(request, str(error))
    return HttpResponseRedirect(addresses.edition_url(edition.slug))


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise BadInput("this is no edition's file: not UTF-8 text") from None


def _edition(request: HttpRequest, slug: str) -> Edition:
    edition = store.edition(slug, person_of(request))
    if edition is None:
        raise Http404
    return edition


def _own(request: HttpRequest, slug: str) -> Edition:
    if slug not in store.own_slugs(_person(request)):
        raise Http404
    return _edition(request, slug)


def _person(request: HttpRequest) -> User:
    person = person_of(request)
    assert person is not None, "the view is for people who are signed in"
    return person


def _free_slug(values: Mapping[str, Any], person: User) -> str:
    return store.free_slug(edition_form.slug_of(values["name"], values["country"]), store.taken_slugs(person))
