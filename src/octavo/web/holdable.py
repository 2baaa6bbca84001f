"""What comes with a request is text that the database can hold: one rule for addresses, forms, cookies and JSON."""

import json
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict, RawPostDataException

from octavo.core.holdable import NUL, holdable, holdable_value


class HoldableText:
    """Let no view see text that no database holds: an address with it is none, in fields it is mended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.GET = _held_fields(request.GET)  # type: ignore[assignment]
        request.COOKIES = {name: holdable(value) for name, value in request.COOKIES.items()}
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Refuse the address where every middleware has run, which the page of what is missing needs."""
        if NUL in request.path:
            raise Http404
        if request.method == "POST":
            request.POST = _held_fields(request.POST)  # type: ignore[assignment]


def sent_json(request: HttpRequest) -> Any:
    """Return the JSON that was sent. Raises ValueError or RecursionError for what is none, as a form, or too deep."""
    try:
        return holdable_value(json.loads(request.body))
    except RawPostDataException:
        raise ValueError("a form was sent") from None


def _held_fields(fields: QueryDict) -> QueryDict:
    if not any(NUL in text for name, texts in fields.lists() for text in (name, *texts)):
        return fields
    held = QueryDict(mutable=True)
    for name, texts in fields.lists():
        held.setlist(holdable(name), [holdable(text) for text in texts])
    return held
