"""Who asks for a page, and whether they may have it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.decorators import rate_limit
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from octavo.accounts.models import User
from octavo.accounts.roles import Act
from octavo.web import addresses

View = Callable[..., HttpResponse]
confirmed: Callable[[View], View] = reauthentication_required
"""Serves a view to those who have just shown once more that it is them."""
PRIVATE = "private, no-store"
"""How what was made for one person is sent: it stays with nobody else, and not with their browser either."""


def person_of(request: HttpRequest) -> User | None:
    """Return who is signed in. The session is not looked at where there is none: most reading is anonymous."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user if request.user.is_authenticated else None


def signed_in(request: HttpRequest) -> User:
    """Return who is signed in, in a view that `allowed` serves."""
    assert request.user.is_authenticated
    return request.user


def allowed(act: Act) -> Callable[[View], View]:
    """Serve a view to those who may do `act`; nobody is asked to sign in, others are refused."""

    def decorated(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
            person = person_of(request)
            if person is None:
                return HttpResponseRedirect(addresses.sign_in_url(request.get_full_path()))
            if not person.may(act):
                raise PermissionDenied
            response = view(request, *arguments, **named)
            response.headers["Cache-Control"] = PRIVATE
            return response

        return wrapped

    return decorated


def limited(action: str) -> Callable[[View], View]:
    """Answer who asks more often than `config/signing.py` allows for `action` with 429."""
    decorated: Callable[[View], View] = rate_limit(action=action, limit_get=True)
    return decorated
