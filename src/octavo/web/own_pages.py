"""Requests that change something come from Octavo's own pages alone.

Browsers say with each POST where it comes from, in headers that no page can set. So pages that are kept for all need no
token of one person's in their forms, and the service worker can send what was done offline.
"""

from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from octavo.web.person import View

SAFE = ("GET", "HEAD", "OPTIONS")


def from_own_pages(view: View) -> View:
    """Refuse a request that changes something where it does not come from a page of this house."""

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        if request.method not in SAFE and not _is_own(request):
            raise PermissionDenied
        return view(request, *arguments, **named)

    return wrapped


def _is_own(request: HttpRequest) -> bool:
    """Tell whether the browser says that one of Octavo's own pages asks (Fetch Metadata; RFC 6454, 7)."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None and site != "same-origin":
        return False
    if origin is None:
        return site == "same-origin"
    own = f"{request.scheme}://{request.get_host()}"
    return origin == own or origin in settings.CSRF_TRUSTED_ORIGINS
