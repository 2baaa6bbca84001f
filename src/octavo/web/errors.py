"""Pages for what is not here, not here any more, not open to whoever asks or not now, or broken."""

import re

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from octavo.editions import reading
from octavo.web.rendering import LANGUAGES, rendered

NEAR_COUNT = 5
"""Articles offered where an address leads nowhere."""
TRIED_COUNT = 3
"""Words that are looked for one by one where no article has all."""
GUESS_CHARACTERS = 100


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for an address that leads nowhere; what its words may have meant is offered."""
    return _answer(request, "missing.html", 404)


def gone(request: HttpRequest) -> HttpResponse:
    """Answer for an article or a story that was here and is not any more."""
    return _answer(request, "gone.html", 410)


def _answer(request: HttpRequest, template: str, status: int) -> HttpResponse:
    with translation.override(_language_of(request)):
        guess = _words_of(request.path)
        near = _near(guess) if _is_a_page(request) else ()
        return rendered(request, template, status=status, guess=guess, near=near)


def _near(guess: str) -> tuple[reading.ArticleCard, ...]:
    """Return articles that have all the words, or else one of the longest."""
    longest = sorted(set(guess.split()), key=lambda word: (-len(word), word))[:TRIED_COUNT]
    for words in (guess, *longest):
        if found := reading.holding_articles(words, NEAR_COUNT):
            return found
    return ()


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a person whose role does not hold what the address does."""
    with translation.override(_language_of(request)):
        return rendered(request, "forbidden.html", status=403)


def unsafe(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer for a form that was not sent from one of Octavo's own pages, or from one that was too old."""
    with translation.override(_language_of(request)):
        return rendered(request, "forbidden.html", status=403, is_unsafe=True)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer who has tried a secret too often."""
    with translation.override(_language_of(request)):
        return rendered(request, "too_many.html", status=429)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer where Octavo itself failed; the database may be why, so nobody is looked up in it."""
    request.user = AnonymousUser()
    with translation.override(_language_of(request)):
        return rendered(request, "failed.html", status=500)


def _words_of(path: str) -> str:
    """Return the words in an address's last part: what was looked for."""
    last = path.rstrip("/").rpartition("/")[2]
    words = re.split(r"[\W_]+", last)
    return " ".join(word for word in words if word and not word.isdecimal())[:GUESS_CHARACTERS]


def _is_a_page(request: HttpRequest) -> bool:
    """Tell addresses of readers from those that only machines try."""
    return request.path.split("/")[1] in LANGUAGES


def _language_of(request: HttpRequest) -> str:
    asked = request.path.split("/")[1]
    return asked if asked in LANGUAGES else translation.get_language_from_request(request)
