"""Pages of the names that reports name."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from octavo.editions import reading
from octavo.web import addresses, structured, twins
from octavo.web.keeping import kept
from octavo.web.pages import localised
from octavo.web.rendering import page_of, rendered


@kept
@localised
def about(request: HttpRequest, language: str, name: str, form: str = "") -> HttpResponse:
    page = reading.about_page(name, language, page_of(request))
    if page is None:
        raise Http404
    list_url = partial(addresses.page_url, request.path)
    if form:
        return twins.twin(request, form, page.name, page.stories, twins.next_path(page, list_url))
    context: dict[str, Any] = {"page": page, "list_url": list_url, "is_demo": reading.is_demo()}
    if page.wikidata:
        context |= {"wikidata_url": addresses.wikidata_url(page.wikidata), "structured": structured.place(page)}
    return rendered(request, "about.html", twin=twins.url_of(request), **context)
