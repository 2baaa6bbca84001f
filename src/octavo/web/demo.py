"""The originals of the demo's articles: its publishers do not exist, so their pages are shown by Octavo itself."""

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from octavo import demo
from octavo.config import settings
from octavo.core.types import Request

SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"


@require_safe
def original(request: HttpRequest, host: str, path: str) -> HttpResponse:
    """Show a page of one of the demo's publishers, unable to run or reach anything."""
    query = request.META.get("QUERY_STRING", "")
    url = f"https://{host}/{path}" + (f"?{query}" if query else "")
    if not (urlsplit(url).hostname or "").endswith(".example"):
        raise Http404
    page = demo.answers(settings.current().data)(Request(url))
    if page is None or page.status != 200:
        raise Http404
    body = _relinked(page.body) if "html" in page.headers["content-type"] else page.body
    headers = {"Content-Security-Policy": SANDBOX, "X-Robots-Tag": "noindex"}
    return HttpResponse(body, content_type=page.headers["content-type"], headers=headers)


def _relinked(body: bytes) -> bytes:
    """Lead the page's links to where the demo is shown."""
    moment = demo.began(settings.current().data)
    for publisher in demo.web_at(moment).publishers if moment else ():
        body = body.replace(f"https://{publisher.host}/".encode(), f"/demo/{publisher.host}/".encode())
    return body
