"""What readers do, as it arrives: from offline queues as JSON, from plain forms one at a time."""

import json
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_POST

from octavo.accounts import acts as accounts_acts
from octavo.accounts.models import User
from octavo.accounts.roles import Act
from octavo.accounts.sent_acts import SentAct
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput, GiveUp, Retry
from octavo.web import addresses
from octavo.web.own_pages import from_own_pages
from octavo.web.person import PRIVATE, person_of
from octavo.web.rendering import LANGUAGES, rendered

REFUSALS = (
    gettext_noop("this article is gone"),
    gettext_noop("this story is gone"),
    gettext_noop("there are 5000 already; take one away first"),
    gettext_noop("only web addresses can be saved"),
    gettext_noop("a name or a search has 1 to 300 letters"),
)
"""What acts say where they cannot be done, for translation."""
ACTS_COUNT = 100
"""Taken at once; queues send the rest after it."""


@from_own_pages
@require_POST
def acts(request: HttpRequest) -> HttpResponse:
    """Do the acts that a device sends, and answer each, in their order."""
    person = person_of(request)
    if person is None:
        return JsonResponse({"reason": "nobody is signed in"}, status=401)
    if not person.may(Act.KEEP):
        raise PermissionDenied
    try:
        given = json.loads(request.body)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, list) or len(given) > ACTS_COUNT:
        return JsonResponse({"reason": f"a list of at most {ACTS_COUNT} acts is expected"}, status=400)
    answers = accounts_acts.done(person, given, utc_now())
    return JsonResponse(answers, safe=False, headers={"Cache-Control": PRIVATE})


@from_own_pages
@require_POST
def act(request: HttpRequest, language: str) -> HttpResponse:
    """Do what a plain form asks for, and lead back to where it stood."""
    person = person_of(request)
    then = next_of(request, f"/{language if language in LANGUAGES else 'en'}/")
    if person is None:
        return HttpResponseRedirect(addresses.sign_in_url(then))
    facts = {name: value for name, value in request.POST.items() if name not in ("act", "next", "csrfmiddlewaretoken")}
    return _performed(request, person, SentAct(uuid4(), request.POST.get("act", ""), utc_now(), facts), then)


def _performed(request: HttpRequest, person: User, sent: SentAct, then: str) -> HttpResponse:
    if not person.may(Act.KEEP):
        raise PermissionDenied
    try:
        accounts_acts.perform(person, sent)
    except (BadInput, GiveUp, Retry) as error:
        language = then.split("/")[1]
        with translation.override(language if language in LANGUAGES else "en"):
            return rendered(request, "refused.html", status=409, reason=gettext(str(error)), then=then)
    return HttpResponseRedirect(then, status=303)


def next_of(request: HttpRequest, usual: str) -> str:
    """Return where a form leads back to: an address of this house, or `usual`."""
    then = request.POST.get("next", "")
    is_here = then.startswith("/") and url_has_allowed_host_and_scheme(then, allowed_hosts=None)
    return then if is_here else usual
