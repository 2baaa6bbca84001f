"""Pictures under signed addresses, so that the proxy shows only what Octavo's own pages name."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from octavo.config import settings
from octavo.core.types import Refusal
from octavo.fetch.pictures import picture as fetched
from octavo.web.addresses import pictured
from octavo.web.assets import FOREVER

PLACEHOLDER = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2" fill="#8883"/></svg>'
)


@require_safe
def picture(request: HttpRequest, signature: str, width: int, encoded: str) -> HttpResponse:
    """Show a publisher's picture at a width; one that is missing leaves a calm surface."""
    url = pictured(signature, width, encoded)
    if url is None:
        raise Http404
    shown = fetched(url, width, settings.current().data / "pictures")
    if isinstance(shown, Refusal):
        return HttpResponse(PLACEHOLDER, content_type="image/svg+xml", headers={"Cache-Control": "max-age=600"})
    return HttpResponse(shown, content_type="image/webp", headers={"Cache-Control": FOREVER})
