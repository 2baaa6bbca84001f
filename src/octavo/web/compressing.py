"""Compression of what is text; pictures and fonts are compressed already."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

_TEXT = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


def compressed_text(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Compress texts for browsers that take it. No page carries a secret, so their length gives none away."""
    packer = GZipMiddleware(get_response)

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.headers.get("Content-Type", "").startswith(_TEXT):
            packer.process_response(request, response)
        return response

    return middleware
