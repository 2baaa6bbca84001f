"""What every page is made with."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from octavo.core.clock import utc_now
from octavo.core.digits import whole
from octavo.editions import Edition, store
from octavo.web import addresses, tongues, words
from octavo.web.look import look_of_device, remember_look
from octavo.web.person import PRIVATE, person_of
from octavo.web.reader import reader_of

LANGUAGES = dict(settings.LANGUAGES)
PAGES_MOST = 9_999
"""Of a list, those that may be asked for."""
PERSON_HEADER = "Octavo-Person"
"""Tells the service worker whose page it is: what it keeps of one person's is forgotten when another's comes."""
FRESH = "public, max-age=0, must-revalidate"


def rendered(
    request: HttpRequest, template: str, *, status: int = 200, zone: str = "UTC", **context: Any
) -> HttpResponse:
    """Return the page that `template` makes in the language that is set, for the `person` who asks (None: nobody).

    Its times are told in the zone that the person chose, or in `zone`, an IANA name.
    """
    person, reader = person_of(request), reader_of(request)
    zone = (reader and reader.preferences.time_zone) or zone
    with timezone.override(ZoneInfo(zone)):
        response = render(request, template, {"zone": zone, **context}, status=status)
    response["Cache-Control"] = PRIVATE if person else FRESH if status == 200 else "no-cache"
    patch_vary_headers(response, ["Cookie"])
    if person and reader:
        response[PERSON_HEADER] = str(person.pk)
        remember_look(request, response, reader.look)
    return response


def around(request: HttpRequest) -> dict[str, Any]:
    """Return what the frame of every page needs; what a page may say otherwise has a default among the globals."""
    person = person_of(request)
    reader = reader_of(request)
    slugs = reader.preferences.editions if reader else ()
    language = translation.get_language() or settings.LANGUAGE_CODE
    return {
        "lang": language,
        "direction": tongues.direction(language),
        "languages": settings.LANGUAGES,
        "path_without_language": _path_without_language(request),
        "now": utc_now(),
        "editions": store.chosen(person, slugs) or in_order(store.editions(person).values(), language),
        "person": person,
        "reader": reader,
        "look": reader.look if reader else look_of_device(request),
        "then": "" if addresses.is_of_entrance(request.path) else request.get_full_path(),
    }


def in_order(editions: Iterable[Edition], language: str) -> list[Edition]:
    """Return editions as readers of a language look for them: the world, those in it, the others by name."""
    found = {one.slug: one for one in editions}
    named = words.in_order((slug, one.name(language)) for slug, one in found.items())
    ordered = [found[slug] for slug, _name in named]
    return sorted(ordered, key=lambda one: (bool(one.languages), one.languages[:1] != (language,)))


def page_of(request: HttpRequest) -> int:
    """Return the number of the page of a list that is asked for; a wrong one is no page."""
    page = whole(request.GET.get("page", "1"), PAGES_MOST)
    if not page:
        raise Http404
    return page


def _path_without_language(request: HttpRequest) -> str:
    parts = request.path.split("/", 2)
    if len(parts) < 3 or parts[1] not in LANGUAGES:
        return "/"
    query = request.META.get("QUERY_STRING", "")
    return f"/{quote(parts[2])}" + (f"?{query}" if query else "")
