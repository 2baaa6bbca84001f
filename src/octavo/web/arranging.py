"""The reader's own order of front-page sections: chosen on a page that needs no script; kept for a person on all their
devices, for everyone else by the device's cookie."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.http import require_http_methods

from octavo.accounts.models import User
from octavo.accounts.preferences import Preferences, change_preferences
from octavo.editions.arrangement import Arrangement
from octavo.editions.reading import FrontSection, FrontView
from octavo.enrich import CATEGORIES
from octavo.web import addresses, words
from octavo.web.errors import missing
from octavo.web.own_pages import from_own_pages
from octavo.web.person import person_of
from octavo.web.reader import reader_of
from octavo.web.rendering import LANGUAGES, rendered

COOKIE = "sections"
YEAR_SECONDS = 365 * 86400
STEPS = {"up": -1, "down": 1}


class ArrangedSections(NamedTuple):
    sections: tuple[FrontSection, ...]
    folded: frozenset[str]
    """Slugs of those whose stories are hidden at first."""


def arrangement_of(request: HttpRequest) -> Arrangement:
    """Return the arrangement that the person chose, or else the device's."""
    reader = reader_of(request)
    return _arrangement(request, reader.preferences if reader else Preferences())


def _arrangement(request: HttpRequest, preferences: Preferences) -> Arrangement:
    own = preferences.sections
    return Arrangement.read(request.COOKIES.get(COOKIE, "") if own is None else own)


def arrangement_text(request: HttpRequest) -> str:
    """Return what tells front pages of one device from those of another."""
    return arrangement_of(request).text


def arranged(request: HttpRequest, view: FrontView) -> ArrangedSections:
    """Return the sections of a front page as their reader has them."""
    chosen = arrangement_of(request)
    return ArrangedSections(tuple(chosen.arranged(view.sections)), chosen.folded)


@from_own_pages
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: HttpRequest, language: str) -> HttpResponse:
    """Show the sections to be ordered and folded, or keep what was chosen."""
    if language not in LANGUAGES:
        return missing(request)
    with translation.override(language):
        if request.method == "POST":
            return _keep(request)
        chosen = arrangement_of(request)
        return rendered(request, "arrange.html", sections=_shown(chosen), folded=chosen.folded)


def _shown(chosen: Arrangement) -> list[str]:
    usual = [*words.NAVIGATION, *(slug for slug in CATEGORIES if slug not in words.NAVIGATION)]
    return [*chosen.order, *(slug for slug in usual if slug not in chosen.order)]


def _keep(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen: for a person, on all their devices."""
    leads_back = request.POST.get("move", "").partition(" ")[2] in STEPS
    response = HttpResponseRedirect(addresses.arrange_url() if leads_back else addresses.front_url())
    person = person_of(request)
    if person:
        _keep_for(person, request)
        return response
    text = _chosen(request, arrangement_of(request)).text
    secure = bool(settings.SESSION_COOKIE_SECURE)
    response.set_cookie(COOKIE, text, max_age=YEAR_SECONDS, samesite="Lax", secure=secure)
    return response


def _keep_for(person: User, request: HttpRequest) -> None:
    change_preferences(
        person, lambda before: before.changed(sections=_chosen(request, _arrangement(request, before)).text)
    )


def _chosen(request: HttpRequest, before: Arrangement) -> Arrangement:
    """Return the sections in the order in which they were shown, with what was moved; or as the news has them.

    A front page names only the one section that was folded or opened on it.
    """
    if request.POST.get("reset"):
        return Arrangement()
    if "section" in request.POST:
        section = request.POST["section"]
        return before.folding(section, is_folded="folded" in request.POST) if section in CATEGORIES else before
    shown = _shown(before)
    chosen = Arrangement(tuple(shown), frozenset(request.POST.getlist("folded")) & set(CATEGORIES))
    category, _, step = request.POST.get("move", "").partition(" ")
    return chosen.moved(category, STEPS[step], shown) if step in STEPS else chosen
