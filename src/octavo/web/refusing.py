"""Pages for people who may not, or not now. The language of the address is set before any of them is made."""

from django.http import HttpRequest, HttpResponse

from octavo.web.rendering import rendered


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a person whose role does not hold what the address does."""
    return rendered(request, "forbidden.html", status=403)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer who has tried a secret too often."""
    return rendered(request, "too_many.html", status=429)
