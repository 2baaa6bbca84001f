"""Questions put to the articles: all of them, a story's, or one."""

from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse

from octavo.accounts.roles import Act
from octavo.core.clock import utc_now
from octavo.core.digits import whole
from octavo.editions import reading
from octavo.enrich import model_calls
from octavo.pipeline import jobs, wording
from octavo.web.made import answered, asking, machine_made, state_of
from octavo.web.person import limited, person_of
from octavo.web.reader import reader_of
from octavo.web.rendering import rendered

QUESTION_CHARACTERS = 300


@machine_made
@asking
def ask(request: HttpRequest, language: str) -> HttpResponse:
    """Answer a question with cited passages, or show the nearest; a person may let the model word the answer aside."""
    asked = _text(request, "q")
    scope = reading.Scope(story=_number(request, "story"), article=_number(request, "article"))
    question = asked if any(map(str.isalnum, asked)) else ""
    inquiry = reading.Inquiry(question, language, scope, _text(request, "after"), *_present(request))
    asker = _asker(request)
    state = state_of(request, jobs.word_answer, wording.answer_name(inquiry, asker)) if asker else ""
    answer = _answer if state == "waiting" else _counted if asked else _begun
    return answer(request, inquiry, asker, asked, state)


def _answer(request: HttpRequest, inquiry: reading.Inquiry, asker: int | None, asked: str, state: str) -> HttpResponse:
    page = reading.ask_page(inquiry, asker)
    if page is None:
        raise Http404
    if request.method == "POST" and asker and page.in_words.may_ask and not page.in_words.is_made:
        return answered(request, lambda: wording.answer_later(inquiry, asker))
    context: dict[str, Any] = {
        "asked": asked,
        "scope": inquiry.scope,
        "state": "" if page.in_words.is_made else state,
        "model": model_calls.model_name(),
        "is_demo": reading.is_demo(),
    }
    return rendered(request, "ask.html", page=page, **context)


_counted, _begun = limited("ask")(_answer), limited("begin")(_answer)


def _asker(request: HttpRequest) -> int | None:
    """Return for whom the model words answers; None for nobody."""
    person = person_of(request)
    return person.pk if person and person.may(Act.KEEP) else None


def _present(request: HttpRequest) -> tuple[str, str]:
    """Return the day on which it is asked, and the zone that tells it: the person's own."""
    reader = reader_of(request)
    zone = (reader and reader.preferences.time_zone) or "UTC"
    return utc_now().astimezone(ZoneInfo(zone)).date().isoformat(), zone


def _text(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "")[:QUESTION_CHARACTERS].strip()


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    number = whole(text)
    if text and number is None:
        raise Http404
    return number
