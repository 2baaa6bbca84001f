"""Every answer is in the language of its address, from the first middleware to the last."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

_LANGUAGES = frozenset(code for code, _ in settings.LANGUAGES)


def in_language_of_address(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Set the language that the first part of the address names; without one, the browser's where it is spoken."""

    def middleware(request: HttpRequest) -> HttpResponse:
        named = request.path.split("/", 2)[1]
        with translation.override(named if named in _LANGUAGES else translation.get_language_from_request(request)):
            return get_response(request)

    return middleware
