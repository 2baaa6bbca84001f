"""What readers do, as it arrives: from offline queues as JSON, from plain forms one at a time."""

from collections.abc import Sequence
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from octavo.accounts import acts as accounts_acts
from octavo.accounts.acts import Answer
from octavo.accounts.models import User
from octavo.accounts.preferences import preferences_of
from octavo.accounts.roles import Act
from octavo.accounts.sent_acts import SentAct
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput, GiveUp, Retry
from octavo.web import addresses
from octavo.web.holdable import sent_json
from octavo.web.own_pages import from_own_pages
from octavo.web.person import PRIVATE, person_of
from octavo.web.refusals import refusal_words
from octavo.web.rendering import LANGUAGES, rendered

ACTS_COUNT = 100
"""Taken at once; queues send the rest after it."""


@from_own_pages
@require_POST
def acts(request: HttpRequest) -> HttpResponse:
    """Do the acts that a device sends, and answer each, in their order.

    What is refused has "words" for people beside its "reason", in the "language" of the page on which it was done.
    """
    person = person_of(request)
    if person is None:
        return JsonResponse({"reason": "nobody is signed in"}, status=401)
    if not person.may(Act.KEEP):
        raise PermissionDenied
    try:
        given = sent_json(request)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, list) or len(given) > ACTS_COUNT:
        return JsonResponse({"reason": f"a list of at most {ACTS_COUNT} acts is expected"}, status=400)
    answers = accounts_acts.done(person, given, utc_now())
    return JsonResponse(_worded(answers, given, request), safe=False, headers={"Cache-Control": PRIVATE})


def _worded(answers: Sequence[Answer], given: Sequence[object], request: HttpRequest) -> list[Answer]:
    return [
        {**answer, "words": _words(answer["reason"], one, request)} if answer["status"] == "refused" else answer
        for answer, one in zip(answers, given, strict=True)
    ]


def _words(reason: str, given: object, request: HttpRequest) -> str:
    language = given.get("language") if isinstance(given, dict) else None
    if not isinstance(language, str) or language not in LANGUAGES:
        language = preferences_of(person_of(request)).language or translation.get_language_from_request(request)
    with translation.override(language):
        return refusal_words(reason)


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
            return rendered(request, "refused.html", status=409, reason=refusal_words(str(error)), then=then)
    return HttpResponseRedirect(then, status=303)


def next_of(request: HttpRequest, usual: str) -> str:
    """Return where a form leads back to: an address of this house, or `usual`."""
    then = request.POST.get("next", "")
    is_here = then.startswith("/") and url_has_allowed_host_and_scheme(then, allowed_hosts=None)
    return then if is_here else usual
