"""A reader's own pages: saved, following, history, and sharing into Octavo."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import translation
from django.views.decorators.http import require_POST

from octavo.accounts import keeping
from octavo.accounts.roles import Act
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput, GiveUp
from octavo.core.links import LINK, web_url
from octavo.editions import reading
from octavo.extract.models import Article
from octavo.pipeline.discovering import discover
from octavo.pipeline.subscribing import take
from octavo.web import addresses
from octavo.web.own_pages import from_own_pages
from octavo.web.pages import localised
from octavo.web.person import allowed, person_of
from octavo.web.rendering import LANGUAGES, page_of, rendered

OFFLINE_COUNT = 100
"""Of what a person saved, what each of their devices keeps for when there is no network."""


@localised
def saved(request: HttpRequest, language: str) -> HttpResponse:
    """Show what the reader saved; what nobody in particular saved is in their browser, which fills the page."""
    person = person_of(request)
    page = reading.saved_page(person, page_of(request), language) if person else None
    if person and page is None:
        raise Http404
    return rendered(request, "saved.html", page=page, list_url=partial(addresses.page_url, request.path))


@localised
@allowed(Act.KEEP)
def saved_paths(request: HttpRequest, language: str) -> HttpResponse:
    """Name the pages that a device keeps for when there is no network."""
    person = person_of(request)
    paths = reading.saved_paths(person, OFFLINE_COUNT) if person else []
    return JsonResponse([f"/{language}/{kind}/{identity}" for kind, identity in paths], safe=False)


@localised
@allowed(Act.KEEP)
def history(request: HttpRequest, language: str) -> HttpResponse:
    person = person_of(request)
    page = reading.history_page(person, page_of(request), language) if person else None
    if page is None:
        raise Http404
    return rendered(request, "history.html", page=page, list_url=partial(addresses.page_url, request.path))


@from_own_pages
@require_POST
@allowed(Act.KEEP)
def forget_history(request: HttpRequest, language: str) -> HttpResponse:
    """Forget what the reader opened; what is read stays marked."""
    if person := person_of(request):
        keeping.forget_history(person)
    return HttpResponseRedirect(f"/{language}/history", status=303)


@localised
@allowed(Act.KEEP)
def following(request: HttpRequest, language: str) -> HttpResponse:
    person = person_of(request)
    assert person
    return rendered(request, "following.html", followed=reading.followed(person, language))


@localised
def share(request: HttpRequest, language: str) -> HttpResponse:
    """Take a link that another app shares: to save it, or to subscribe to what stands behind it."""
    given = [request.GET.get(name, "")[:2_000] for name in ("url", "text", "title")]
    found = LINK.search(" ".join(given))
    url = web_url(found[0]) if found else ""
    known = Article.objects.filter(url=url, membership__isnull=False).only("pk").first() if url else None
    return rendered(
        request,
        "share.html",
        url=url,
        title=given[2].strip() or url,
        known=reading.article_page(known.pk, language) if known else None,
    )


@from_own_pages
@require_POST
@allowed(Act.EDIT)
def subscribe(request: HttpRequest, language: str) -> HttpResponse:
    """Subscribe to the best feed behind a shared address, as `octavo add` does."""
    url = request.POST.get("url", "")[:2_000]
    with translation.override(language if language in LANGUAGES else "en"):
        try:
            found = discover(url, utc_now())
            feed, is_new = take(found.offers[0], found, utc_now())
        except (BadInput, GiveUp) as error:
            return rendered(request, "refused.html", status=409, reason=str(error), then=addresses.share_url(url))
        return rendered(request, "subscribed.html", publisher=feed.publisher, is_new=is_new)
