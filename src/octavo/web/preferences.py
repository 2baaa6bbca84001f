"""The settings: how pages look on this device, and what a person chose for all their devices."""

import zoneinfo
from datetime import time
from functools import cache

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST

from octavo.accounts import devices, sending
from octavo.accounts.look import Look
from octavo.accounts.models import User
from octavo.accounts.preferences import keep_preferences, preferences_of
from octavo.accounts.roles import Act
from octavo.accounts.state_models import Device
from octavo.accounts.web_push import public_key
from octavo.core.clock import utc_now
from octavo.core.digits import whole
from octavo.core.errors import BadInput
from octavo.web.acts import next_of
from octavo.web.holdable import sent_json
from octavo.web.look import look_of_device, remember_look
from octavo.web.own_pages import from_own_pages
from octavo.web.person import View, allowed, person_of
from octavo.web.rendering import LANGUAGES, rendered
from octavo.web.words import countries, in_order, is_country

REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def _in_its_language(view: View) -> View:
    def wrapped(request: HttpRequest, language: str) -> HttpResponse:
        if language not in LANGUAGES:
            raise Http404
        with translation.override(language):
            return view(request, language)

    return wrapped


@from_own_pages
@require_http_methods(["GET", "HEAD", "POST"])
@_in_its_language
def settings_page(request: HttpRequest, language: str) -> HttpResponse:
    """Show the settings, or keep those that were chosen."""
    person = person_of(request)
    if request.method == "POST":
        return _kept(request, person, language) if person else HttpResponseRedirect(request.path, status=303)
    return rendered(
        request,
        "settings.html",
        preferences=preferences_of(person),
        countries=in_order(countries().items()),
        zones=time_zones(),
        devices=Device.objects.filter(person=person).order_by("made") if person else (),
        push_key=public_key(sending.vapid_key()),
        is_kept="kept" in request.GET,
    )


def _kept(request: HttpRequest, person: User, language: str) -> HttpResponse:
    given = request.POST
    place = given.get("place", "").upper()
    chosen = preferences_of(person).changed(
        language=language,
        place=place if is_country(place) else "",
        time_zone=given.get("time_zone", ""),
        tells="tells" in given,
        tells_comments="tells_comments" in given,
        quiet_from=_time(given.get("quiet_from", "")),
        quiet_until=_time(given.get("quiet_until", "")),
    )
    keep_preferences(person, chosen)
    return HttpResponseRedirect(f"{request.path}?kept", status=303)


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


@from_own_pages
@require_POST
@_in_its_language
def choose_look(request: HttpRequest, language: str) -> HttpResponse:
    """Keep how pages look: on this device, and for a person on all of theirs."""
    person = person_of(request)
    before = (preferences_of(person).look if person else None) or look_of_device(request)
    look = Look.of({**{name: getattr(before, name) for name in Look().__slots__}, **request.POST.dict()})
    if person:
        keep_preferences(person, preferences_of(person).changed(look=look))
    response = HttpResponseRedirect(next_of(request, f"/{language}/settings"), status=303)
    remember_look(request, response, look)
    return response


@from_own_pages
@require_POST
@allowed(Act.KEEP)
def add_device(request: HttpRequest, language: str) -> HttpResponse:
    """Push to the browser that asks, from now on."""
    person = person_of(request)
    assert person
    try:
        subscription = sent_json(request)
        if not isinstance(subscription, dict):
            raise BadInput("a subscription is an object")
        name = device_name(request.headers.get("User-Agent", ""))
        devices.keep_device(person, subscription, language if language in LANGUAGES else "en", name, utc_now())
    except (ValueError, RecursionError, BadInput) as error:
        return JsonResponse({"reason": str(error)}, status=400)
    return JsonResponse({}, status=201)


@from_own_pages
@require_POST
@allowed(Act.KEEP)
def forget_device(request: HttpRequest, language: str) -> HttpResponse:
    """Push no more to a browser: the one that asks names its endpoint, the settings name any by its number."""
    person = person_of(request)
    assert person
    named = Device.objects.filter(person=person, pk=whole(request.POST.get("device", "")) or 0)
    endpoint = request.POST.get("endpoint", "") or named.values_list("endpoint", flat=True).first()
    if endpoint:
        devices.forget_device(person, endpoint)
    return HttpResponseRedirect(f"/{language}/settings", status=303)


def device_name(agent: str) -> str:
    """Return what a person knows a browser by, from what it says of itself: "Firefox, Android"."""
    browsers = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
    systems = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"))
    found = [
        next((name for mark, name in known if mark in agent), "")
        for known in (browsers, (*systems, ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")))
    ]
    return ", ".join(filter(None, found))


@cache
def time_zones() -> tuple[str, ...]:
    """Return the time zones that are named by a region and a place."""
    return tuple(sorted(name for name in zoneinfo.available_timezones() if name.partition("/")[0] in REGIONS))
