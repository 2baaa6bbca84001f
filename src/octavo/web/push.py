"""Where hubs reach Octavo (WebSub): they ask whether a lease is wanted, and push what is new."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from octavo.core.clock import utc_now
from octavo.pipeline import pushing


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
    lease = pushing.lease_of(token)
    if lease is None:
        return HttpResponse(status=410)
    declared = request.META.get("CONTENT_LENGTH") or ""
    is_small = declared.isascii() and declared.isdigit() and int(declared) <= pushing.PUSH_LIMIT_BYTES
    body = request.read(pushing.PUSH_LIMIT_BYTES) if is_small else None
    signature = request.headers.get("X-Hub-Signature", "")
    pushing.take(lease, body, signature, request.headers.get("Content-Type", ""), utc_now())
    return HttpResponse(status=202)
