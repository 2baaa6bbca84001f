"""What all pages of the discussions begin with."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.http import require_http_methods

from octavo.accounts.client_address import client_address
from octavo.community import people, store
from octavo.community.deciding import Declined, Mode, Reason
from octavo.community.models import Comment
from octavo.community.reading import Viewer, viewer_of
from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.web.person import View, person_of
from octavo.web.rendering import LANGUAGES

TOO_MANY, UNFIT, REFUSED, GONE, CONFLICT = 429, 422, 403, 410, 409
STATUS = {
    Reason.FAST: TOO_MANY,
    Reason.SLOW: TOO_MANY,
    Reason.EMPTY: UNFIT,
    Reason.LONG: UNFIT,
    Reason.NAME: UNFIT,
    Reason.TRAP: UNFIT,
    Reason.GONE: GONE,
    Reason.CHANGED: CONFLICT,
}


def talking(*methods: str) -> Callable[[View], View]:
    """Serve a view in the language of its address, unless the house has no comments."""

    def decorated(view: View) -> View:
        @require_http_methods([*methods, "HEAD"])
        @wraps(view)
        def wrapped(request: HttpRequest, language: str, **arguments: Any) -> HttpResponse:
            if language not in LANGUAGES or store.mode() is Mode.OFF:
                raise Http404
            with translation.override(language):
                return view(request, **arguments)

        return wrapped

    return decorated


def viewer(request: HttpRequest) -> Viewer:
    return viewer_of(person_of(request), utc_now())


def status_of(declined: Declined, request: HttpRequest | None = None) -> int:
    """Return the status of a page that says why something was not done.

    Scripts are always told 422, the one refusal whose piece of a page they put in the form's place.
    """
    if request is not None and is_partial(request):
        return UNFIT
    return STATUS.get(declined.reason, REFUSED)


def comment_at(identity: str) -> Comment:
    """Return the comment that an address means."""
    row = Comment.objects.select_related("author", "parent", "story").filter(pk=int(identity)).first()
    if row is None:
        raise Http404
    return row


def is_partial(request: HttpRequest) -> bool:
    """Tell whether a script asks for a piece of a page."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Boosted") != "true"


def seen_at(url: str) -> HttpResponse:
    """Lead to what was made by a form, so that loading again sends nothing again (RFC 9110, 303)."""
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response


def origin(request: HttpRequest) -> str:
    """Return what tells people without an account apart."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    peer = request.META.get("REMOTE_ADDR", "")
    return people.origin_of(client_address(peer, forwarded, settings.current().proxies_count), utc_now())
