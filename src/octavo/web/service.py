"""What browsers and machines ask for beside pages."""

import json

from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import translation
from django.views.decorators.http import require_safe
from xxhash import xxh3_64_hexdigest

from octavo import __version__
from octavo.web.assets import STATIC, STYLE, asset_url

ICONS = (("icons/icon-192.png", "192x192", "any"), ("icons/icon-512.png", "512x512", "any maskable"))


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the edition in the language that the browser asks for."""
    language = translation.get_language_from_request(request)
    response = HttpResponseRedirect(f"/{language if language in dict(settings.LANGUAGES) else 'en'}/")
    response["Vary"] = "Accept-Language"
    return response


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Say whether pages and the database work."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        return JsonResponse({"status": "no database"}, status=503)
    return JsonResponse({"status": "ok", "version": __version__})


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Describe the installable app."""
    icons = [{"src": asset_url(path), "sizes": sizes, "purpose": purpose} for path, sizes, purpose in ICONS]
    facts = {
        "name": "Octavo",
        "short_name": "Octavo",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fcfcf9",
        "theme_color": "#fcfcf9",
        "icons": icons,
    }
    return JsonResponse(facts, content_type="application/manifest+json")


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Serve the service worker from the root, so that it may answer for all pages."""
    languages = [code for code, _ in settings.LANGUAGES]
    shell = [asset_url(STYLE), asset_url("js/app.js"), *(f"/{code}/offline" for code in languages)]
    facts = {"VERSION": xxh3_64_hexdigest(repr((__version__, shell)).encode()), "SHELL": shell, "LANGUAGES": languages}
    code = (STATIC / "js" / "worker.js").read_text(encoding="utf-8")
    for name, value in facts.items():
        code = code.replace(f"__{name}__", json.dumps(value))
    return HttpResponse(code, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep search engines to the pages that are Octavo's own."""
    lines = ("User-agent: *", "Disallow: /picture/", "Disallow: /demo/", "Disallow: /*/search", "Disallow: /*/progress")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(asset_url("icons/favicon.svg"))
