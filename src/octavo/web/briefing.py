"""The briefing: five minutes of an edition's news, or of what a person follows, every sentence cited."""

from django.http import Http404, HttpRequest, HttpResponse

from octavo.accounts.roles import Act
from octavo.core.clock import utc_now
from octavo.editions import reading
from octavo.editions.reading.briefing import BriefingPage, edition_briefing, own_briefing
from octavo.web.keeping import kept
from octavo.web.made import machine_made
from octavo.web.pages import localised
from octavo.web.person import allowed, person_of
from octavo.web.rendering import rendered


@machine_made
@kept
@localised
def briefing(request: HttpRequest, language: str) -> HttpResponse:
    """Show the briefing of the language's edition."""
    return _shown(request, edition_briefing(reading.plain_edition(language), language, utc_now()))


@machine_made
@allowed(Act.KEEP)
@localised
def own(request: HttpRequest, language: str) -> HttpResponse:
    """Show the briefing of what the person follows."""
    person = person_of(request)
    if person is None:
        raise Http404
    return _shown(request, own_briefing(person, language, utc_now()))


def _shown(request: HttpRequest, page: BriefingPage) -> HttpResponse:
    return rendered(request, "briefing.html", page=page, is_demo=reading.is_demo(), here="briefing")
