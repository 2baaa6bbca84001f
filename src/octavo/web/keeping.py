"""Pages kept in memory: nothing is made or sent again while nothing has changed."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from octavo.web.look import look_of_device
from octavo.web.person import PRIVATE, View, person_of
from octavo.web.version import page_version

PAGES_COUNT = 256
"""Kept at most, those asked for last: some 15 MB."""


class _Kept:
    """Contents and headers of pages by entity tag."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, tuple[bytes, dict[str, str]]] = OrderedDict()
        self._lock = Lock()

    def find(self, tag: str) -> HttpResponse | None:
        with self._lock:
            if tag not in self._pages:
                return None
            self._pages.move_to_end(tag)
            content, headers = self._pages[tag]
        return HttpResponse(content, headers=headers)

    def keep(self, tag: str, page: HttpResponse) -> None:
        with self._lock:
            self._pages[tag] = (page.content, dict(page.headers))
            while len(self._pages) > PAGES_COUNT:
                self._pages.popitem(last=False)


_kept = _Kept()


def kept(view: View) -> View:
    """Answer from memory, or not at all, while the page is the one that was made or sent before.

    A page is kept once for each look, which the device's cookie tells, so that it comes in its colours without a flash.
    Pages for a person who is signed in are made for them alone and kept nowhere.
    """
    return kept_by(lambda _: "")(view)


def kept_by(choice: Callable[[HttpRequest], str]) -> Callable[[View], View]:
    """Keep pages likewise, one for each text that `choice` returns: what a device's cookie says of the page."""

    def decorated(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
            if person_of(request):
                page = view(request, *arguments, **named)
                page.headers["Cache-Control"] = PRIVATE
                return page
            tag = page_version(f"{request.build_absolute_uri()} {look_of_device(request).text} {choice(request)}")
            unchanged = get_conditional_response(request, etag=tag)
            if unchanged is not None:
                return unchanged
            page = _kept.find(tag) or view(request, *arguments, **named)
            if page.status_code == 200 and not page.has_header("ETag"):
                page.headers["ETag"] = tag
                _kept.keep(tag, page)
            return page

        return wrapped

    return decorated
