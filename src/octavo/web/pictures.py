"""Pictures under signed addresses, so that the proxy shows only what Octavo's own pages name."""

from threading import BoundedSemaphore

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from octavo.config import settings
from octavo.core.types import Refusal
from octavo.fetch.kept_files import KeptFiles
from octavo.fetch.pictures import kept_pictures, size_of
from octavo.fetch.pictures import picture as fetched
from octavo.web.addresses import pictured
from octavo.web.assets import FOREVER

AT_ONCE_COUNT = 12
WAIT_SECONDS = 1.0
"""A picture that finds no room so long shows at the next visit; pages do not wait for slow publishers."""
USUAL_SIZE = (960, 640)
PLACEHOLDER = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2" fill="#8883"/></svg>'
)

_few_at_once = BoundedSemaphore(AT_ONCE_COUNT)


@require_safe
def picture(request: HttpRequest, signature: str, width: int, encoded: str) -> HttpResponse:
    """Show a publisher's picture at a width; one that is missing leaves a calm surface."""
    url = pictured(signature, width, encoded)
    if url is None:
        raise Http404
    takes_avif = "image/avif" in request.headers.get("Accept", "")
    if not _few_at_once.acquire(timeout=WAIT_SECONDS):
        return _placeholder("no-store")
    try:
        shown = fetched(url, width, "AVIF" if takes_avif else "WEBP", _kept())
    finally:
        _few_at_once.release()
    if isinstance(shown, Refusal):
        return _placeholder("max-age=600")
    kind = "image/avif" if takes_avif else "image/webp"
    return HttpResponse(shown, content_type=kind, headers={"Cache-Control": FOREVER, "Vary": "Accept"})


def picture_size(url: str) -> tuple[int, int]:
    """Return a picture's width and height, for its place on a page; those of most pictures until it has been seen."""
    return size_of(url, _kept()) or USUAL_SIZE


def _kept() -> KeptFiles:
    current = settings.current()
    return kept_pictures(current.data, current.pictures_bytes)


def _placeholder(caching: str) -> HttpResponse:
    return HttpResponse(PLACEHOLDER, content_type="image/svg+xml", headers={"Cache-Control": caching})
