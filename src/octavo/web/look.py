"""How pages look to whoever asks: by the device's cookie, so that settings work without an account or JavaScript."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from octavo.accounts.look import COOKIE, Look

YEAR_SECONDS = 365 * 86_400


def look_of_device(request: HttpRequest) -> Look:
    """Return the look that the device's cookie tells."""
    return Look.read(request.COOKIES.get(COOKIE, ""))


def remember_look(request: HttpRequest, response: HttpResponse, look: Look) -> None:
    """Have the device remember a look where it knows another. Scripts read it too: it colours pages kept offline."""
    if request.COOKIES.get(COOKIE, "") != look.text:
        response.set_cookie(
            COOKIE, look.text, max_age=YEAR_SECONDS, samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE)
        )
