"""Questions put to the articles: all of them, a story's, or one."""

from allauth.core.internal import ratelimit
from django.http import Http404, HttpRequest, HttpResponse

from octavo.config import settings
from octavo.editions import reading
from octavo.web.errors import too_many
from octavo.web.pages import localised
from octavo.web.rendering import rendered

QUESTION_CHARACTERS = 300
RATES = {"ask": "20/m/ip"}
"""An answer takes up to a second of a processor, so an address gets so many."""


@localised
def ask(request: HttpRequest, language: str) -> HttpResponse:
    """Answer a question with cited passages, or show the nearest; no such page where machines write nothing."""
    if not settings.current().ai:
        raise Http404
    question = request.GET.get("q", "").replace("\0", "")[:QUESTION_CHARACTERS].strip()
    if question and not ratelimit.consume(request, app="octavo", action="ask", config=RATES, limit_get=True):
        return too_many(request)
    has_words = any(map(str.isalnum, question))
    scope = reading.Scope(story=_number(request, "story"), article=_number(request, "article"))
    page = reading.ask_page(question if has_words else "", language, scope)
    if page is None:
        raise Http404
    return rendered(request, "ask.html", page=page, asked=question, scope=scope, is_demo=reading.is_demo())


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Http404
    return int(text)
