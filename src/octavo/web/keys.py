"""The keys, as a page: pages show the same as a sheet where there is JavaScript."""

from django.http import HttpRequest, HttpResponse

from octavo.web.pages import localised
from octavo.web.rendering import rendered


@localised
def keys(request: HttpRequest, language: str) -> HttpResponse:
    return rendered(request, "keys.html")
