"""Questions put to the articles: all of them, a story's, or one."""

from typing import Any

from allauth.core.internal import ratelimit
from django.http import Http404, HttpRequest, HttpResponse

from octavo.accounts.roles import Act
from octavo.editions import reading
from octavo.pipeline import jobs, wording
from octavo.web.errors import too_many
from octavo.web.made import answered, asking, machine_made, model_name, state_of
from octavo.web.person import person_of
from octavo.web.rendering import rendered

QUESTION_CHARACTERS = 300
RATES = {"ask": "20/m/ip"}
"""An answer takes up to a second of a processor, so an address gets so many."""


@machine_made
@asking
def ask(request: HttpRequest, language: str) -> HttpResponse:
    """Answer a question with cited passages, or show the nearest; a person may let the model word the answer aside."""
    asked = _text(request, "q")
    scope = reading.Scope(story=_number(request, "story"), article=_number(request, "article"))
    question = asked if any(map(str.isalnum, asked)) else ""
    inquiry = reading.Inquiry(question, language, scope, _text(request, "after"))
    asker = _asker(request)
    state = state_of(request, jobs.word_answer, wording.answer_name(inquiry, asker)) if asker else ""
    if asked and state != "waiting" and not _may_go_on(request):
        return too_many(request)
    page = reading.ask_page(inquiry, asker)
    if page is None:
        raise Http404
    if request.method == "POST" and asker and page.in_words.may_ask and not page.in_words.is_made:
        return answered(request, lambda: wording.answer_later(inquiry, asker))
    state = "" if page.in_words.is_made else state
    context: dict[str, Any] = {
        "asked": asked,
        "scope": scope,
        "state": state,
        "model": model_name(),
        "is_demo": reading.is_demo(),
    }
    return rendered(request, "ask.html", page=page, **context)


def _may_go_on(request: HttpRequest) -> bool:
    return bool(ratelimit.consume(request, app="octavo", action="ask", config=RATES, limit_get=True))


def _asker(request: HttpRequest) -> int | None:
    """Return for whom the model words answers; None for nobody."""
    person = person_of(request)
    return person.pk if person and person.may(Act.KEEP) else None


def _text(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\0", "")[:QUESTION_CHARACTERS].strip()


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Http404
    return int(text)
