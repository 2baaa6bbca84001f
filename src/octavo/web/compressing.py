"""Compression of what is text; pictures and fonts are compressed already."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

_TEXT = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


def compressed_text(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Compress texts for browsers that take it. No page but the admin's carries a secret that its length could tell."""
    packer = GZipMiddleware(get_response)

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.headers.get("Content-Type", "").startswith(_TEXT) and not request.path.startswith("/admin/"):
            packer.process_response(request, response)
        return response

    return middleware
