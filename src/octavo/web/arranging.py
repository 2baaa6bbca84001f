"""The reader's own order of front-page sections: chosen on a page that needs no script, kept by the device's cookie."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from octavo.editions.arrangement import Arrangement
from octavo.editions.reading import FrontSection, FrontView
from octavo.enrich import CATEGORIES
from octavo.web import addresses, words
from octavo.web.errors import missing
from octavo.web.rendering import LANGUAGES, rendered

COOKIE = "sections"
YEAR_SECONDS = 365 * 86400
STEPS = {"up": -1, "down": 1}


class ArrangedSections(NamedTuple):
    sections: tuple[FrontSection, ...]
    folded: frozenset[str]
    """Slugs of those whose stories are hidden at first."""


def arrangement_of(request: HttpRequest) -> Arrangement:
    """Return the arrangement that the device's cookie tells."""
    return Arrangement.read(request.COOKIES.get(COOKIE, ""))


def arrangement_text(request: HttpRequest) -> str:
    """Return what tells front pages of one device from those of another."""
    return arrangement_of(request).text


def arranged(request: HttpRequest, view: FrontView) -> ArrangedSections:
    """Return the sections of a front page as the device has them."""
    chosen = arrangement_of(request)
    return ArrangedSections(tuple(chosen.arranged(view.sections)), chosen.folded)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: HttpRequest, language: str) -> HttpResponse:
    """Show the sections to be ordered and folded, or keep what was chosen.

    Anyone may send this form: it changes a cookie of the device that sends it, and nothing else.
    """
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
    """Keep the sections in the order in which they were shown, with what was moved; or as the news has them."""
    shown = _shown(arrangement_of(request))
    chosen = Arrangement(tuple(shown), frozenset(request.POST.getlist("folded")) & set(CATEGORIES))
    category, _, step = request.POST.get("move", "").partition(" ")
    if step in STEPS:
        chosen = chosen.moved(category, STEPS[step], shown)
    if request.POST.get("reset"):
        chosen = Arrangement()
    response = HttpResponseRedirect(addresses.arrange_url() if step else addresses.front_url())
    response.set_cookie(
        COOKIE, chosen.text, max_age=YEAR_SECONDS, samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE)
    )
    return response
