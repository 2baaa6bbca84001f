"""Where hubs reach Octavo (WebSub): they ask whether a lease is wanted, and push what is new."""

from typing import IO

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from octavo.core.clock import utc_now
from octavo.pipeline import pushing

SURPLUS_BYTES = 20 * 2**20
PIECE_BYTES = 2**20
"""How much is read of what is not taken: twice the largest feed that is polled."""


@csrf_exempt
@require_http_methods(["GET", "POST"])
def callback(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm a lease, or take what its hub pushes. What bears a wrong signature is thanked for and ignored."""
    return _confirm(request, token) if request.method == "GET" else _take(request, token)


def _confirm(request: HttpRequest, token: str) -> HttpResponse:
    answer = pushing.confirm(token, request.GET.dict(), utc_now())
    if answer is None:
        raise Http404
    return HttpResponse(answer, content_type="text/plain")


def _take(request: HttpRequest, token: str) -> HttpResponse:
    body = _body(request)
    lease = pushing.lease_of(token)
    if lease is None:
        return HttpResponse(status=410)
    signature = request.headers.get("X-Hub-Signature", "")
    pushing.take(lease, body, signature, request.headers.get("Content-Type", ""), utc_now())
    return HttpResponse(status=202)


def _body(request: HttpRequest) -> bytes | None:
    """Return what a hub sent, None where that is more than is taken.

    Some more is read even so: a hub that is still sending when the connection ends never sees the answer.
    """
    sent = _sent(request)
    body = sent.read(pushing.PUSH_LIMIT_BYTES + 1)
    if len(body) <= pushing.PUSH_LIMIT_BYTES:
        return body
    for _ in range(0, SURPLUS_BYTES, PIECE_BYTES):
        if not sent.read(PIECE_BYTES):
            break
    return None


def _sent(request: HttpRequest) -> IO[bytes]:
    """Return what the body is read from: what comes in pieces without a length, Django takes for nothing."""
    is_in_pieces = "CONTENT_LENGTH" not in request.META and request.META.get("wsgi.input_terminated")
    return request.META["wsgi.input"] if is_in_pieces else request  # type: ignore[return-value]
