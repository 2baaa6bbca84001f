"""What browsers and machines ask for beside pages."""

import json

from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from xxhash import xxh3_64_hexdigest

from octavo import __version__
from octavo.accounts.preferences import preferences_of
from octavo.editions import store
from octavo.web import addresses, made_addresses
from octavo.web.assets import STATIC, STYLE, asset_url
from octavo.web.person import person_of

ICONS = (
    ("icons/icon-192.png", "192x192", "any"),
    ("icons/icon-512.png", "512x512", "any"),
    ("icons/maskable-192.png", "192x192", "maskable"),
    ("icons/maskable-512.png", "512x512", "maskable"),
)
SHELL_MODULES = ("js/app.js", "js/acts.js", "js/fresh.js", "js/look.js", "js/outbox.js", "js/saved.js")
SHELL_FONTS = ("fonts/newsreader-latin-opsz-normal.woff2", "fonts/public-sans-latin-wght-normal.woff2")
_UNLISTED = ("/picture/", "/demo/", "/*/search", "/*/progress", "/*/sign-")
_MADE = ("/*/translation/", "/*/listen/", "/*/ask")
"""What search engines have no need of: pages for people, and of these what machines make."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the front page in the language that the browser asks for, of the edition that a person chose."""
    preferences = preferences_of(person_of(request))
    asked = preferences.language or translation.get_language_from_request(request)
    with translation.override(asked if asked in dict(settings.LANGUAGES) else "en"):
        edition = next(iter(store.chosen(person_of(request), preferences.editions)), None)
        response = HttpResponseRedirect(addresses.edition_url(edition.slug) if edition else addresses.front_url())
    response["Vary"] = "Accept-Language, Cookie"
    return response


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Tell whether pages and the database work."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        return JsonResponse({"status": "no-database"}, status=503)
    return JsonResponse({"status": "ok", "version": __version__})


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Describe the installable app, in the language that the browser asks for."""
    language = translation.get_language_from_request(request)
    icons = [{"src": asset_url(path), "sizes": sizes, "purpose": purpose} for path, sizes, purpose in ICONS]
    with translation.override(language):
        shortcuts = [
            {"name": name, "url": f"/{language}/{page}", "icons": icons[:1]}
            for name, page in ((_("Front page"), ""), (_("Saved"), "saved"), (_("Following"), "following"))
        ]
        description = _("All coverage of one event folded into one story.")
    facts = {
        "name": "Octavo",
        "short_name": "Octavo",
        "description": description,
        "lang": language,
        "dir": "auto",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fcfcf9",
        "theme_color": "#fcfcf9",
        "categories": ["news", "magazines"],
        "icons": icons,
        "shortcuts": shortcuts,
        "share_target": {
            "action": f"/{language}/share",
            "method": "GET",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }
    response = JsonResponse(facts, content_type="application/manifest+json")
    response["Vary"] = "Accept-Language, Cookie"
    return response


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Serve the service worker from the root, so that it may answer for all pages."""
    languages = [code for code, _name in settings.LANGUAGES]
    shell = [
        asset_url(STYLE),
        *map(asset_url, (*SHELL_MODULES, *SHELL_FONTS)),
        *(f"/{one}/offline" for one in languages),
    ]
    facts = {
        "VERSION": xxh3_64_hexdigest(repr((__version__, shell)).encode()),
        "SHELL": shell,
        "LANGUAGES": languages,
        "ICON": asset_url(ICONS[0][0]),
    }
    code = (STATIC / "js" / "worker.js").read_text(encoding="utf-8")
    for name, value in facts.items():
        code = code.replace(f"__{name}__", json.dumps(value))
    return HttpResponse(_shared() + code, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


def _shared() -> str:
    """Return the module that pages share with the worker, without its exports: not every browser has module workers."""
    lines = (STATIC / "js" / "outbox.js").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("export "))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep search engines to the pages that are Octavo's own."""
    made = _MADE if made_addresses.ai_is_on() else ()
    lines = ("User-agent: *", *(f"Disallow: {path}" for path in (*_UNLISTED, *made)), "")
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(asset_url("icons/favicon.svg"))
