"""Pages of what machines make: summaries of every kind, translations, and what was sent where.

Nothing is made while a page waits: what is asked for is queued, and the page looks again by itself until it is there.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from octavo.accounts.keeping import visit
from octavo.accounts.roles import Act
from octavo.core.clock import utc_now
from octavo.editions import reading
from octavo.editions.reading.kinds import kind_page
from octavo.editions.reading.sent import listing as sent_page
from octavo.enrich import model_calls
from octavo.enrich.providers import Length, Style
from octavo.enrich.translation import store as translations
from octavo.enrich.writing import Kind
from octavo.pipeline import aside, jobs, translating, wording
from octavo.web import addresses, made_addresses
from octavo.web.pages import localised, spoken
from octavo.web.person import PRIVATE, View, person_of
from octavo.web.rendering import page_of, rendered

LENGTHS = {
    Length.LINE: gettext_noop("One line"),
    Length.PARAGRAPH: gettext_noop("A paragraph"),
    Length.BRIEFING: gettext_noop("A briefing"),
}
STYLES = {
    Style.NEWS: gettext_noop("As in the news"),
    Style.PLAIN: gettext_noop("Plain language"),
    Style.CHILD: gettext_noop("For a child"),
}


def machine_made(view: View) -> View:
    """Serve `view` only where AI is on: with the switch off there is no such page."""

    @wraps(view)
    def wrapped(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        if not made_addresses.ai_is_on():
            raise Http404
        return view(request, *arguments, **named)

    return wrapped


def asking(view: View) -> View:
    """Serve a page in its language that also takes a form; it is for whoever asks now, and kept nowhere."""
    shown = spoken(view)

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def wrapped(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        response = shown(request, *arguments, **named)
        response.headers["Cache-Control"] = PRIVATE
        return response

    return wrapped


def answered(request: HttpRequest, queue: Callable[[], bool]) -> HttpResponse:
    """Queue what a form asks for and lead back to the page, which then waits, or says that there is no room."""
    asked = "1" if queue() else "full"
    address = request.get_full_path().split("asked=")[0].rstrip("?&")
    return HttpResponseRedirect(f"{address}{'&' if '?' in address else '?'}asked={asked}")


def state_of(request: HttpRequest, job: Any, name: str) -> str:
    """Return what became of what was asked for: "" (nothing was), waiting, full, failed."""
    asked = request.GET.get("asked", "")
    if asked == "1":
        return "waiting" if aside.is_waiting(job, name) else "failed"
    return "full" if asked == "full" else ""


@machine_made
@asking
def summary(request: HttpRequest, language: str, identity: str) -> HttpResponse:
    """Show a story's summary of one length and style; a model writes it when a person who is signed in asks."""
    person = person_of(request)
    length, style = _chosen(Length, request, "length", Length.PARAGRAPH), _chosen(Style, request, "style", Style.NEWS)
    page = kind_page(int(identity), Kind(language, length, style), visit(person, utc_now()).before if person else None)
    if page is None:
        raise Http404
    may_ask = bool(person and person.may(Act.KEEP)) and model_calls.endpoint() is not None
    kind = page.kind
    if request.method == "POST" and may_ask and person:
        return answered(request, lambda: wording.word_later(page.story.id, kind, person.pk))
    context: dict[str, Any] = {
        "lengths": LENGTHS,
        "styles": STYLES,
        "length": length,
        "style": style,
        "may_ask": may_ask,
    }
    state = "" if page.model else state_of(request, jobs.word_summary, wording.summary_name(page.story.id, kind))
    return rendered(request, "summary_kinds.html", page=page, state=state, model=model_calls.model_name(), **context)


def _chosen(kinds: Any, request: HttpRequest, name: str, usual: Any) -> Any:
    try:
        return kinds(request.GET.get(name, usual))
    except ValueError:
        raise Http404 from None


@machine_made
@asking
def translation(request: HttpRequest, language: str, kind: str, identity: str) -> HttpResponse:
    """Show an article or a story in the page's language; where nobody has asked for it yet, offer to."""
    found = reading.original(kind, int(identity), language)
    if found is None:
        raise Http404
    who = translations.translator(found.language, language)
    kept = translations.kept(found.texts, found.language, language)
    done = kept if kept and kept.is_believed else None
    unlike = kept if kept and not done and kept.is_by(who) else None
    person = person_of(request)
    may_ask = who is not None and (who.is_free or bool(person and person.may(Act.KEEP)))
    if request.method == "POST" and may_ask and not (done or unlike):
        asker = person.pk if person else None
        return answered(request, lambda: translating.translate_later(kind, int(identity), language, asker))
    name = translating.name_of(kind, int(identity), language)
    state = "" if done or unlike else state_of(request, jobs.translate, name)
    failure = model_calls.last_outcome(translations.PURPOSE, found.article_ids, person.pk) if person else ""
    context: dict[str, Any] = {
        "done": done,
        "unlike": unlike,
        "who": who,
        "may_ask": may_ask,
        "model": model_calls.model_name(),
    }
    return rendered(request, "translation.html", original=found, kind=kind, state=state, failure=failure, **context)


@machine_made
@localised
def sent(request: HttpRequest, language: str) -> HttpResponse:
    """Show what was sent to which language model: the house's own calls, and those of the person who looks."""
    person = person_of(request)
    return rendered(request, "sent.html", page=sent_page(person, page_of(request)), where=_where(), sent_pages=_pages)


def _pages(page: int) -> str:
    return addresses.page_url(made_addresses.sent_url(), page)


def _where() -> str:
    where = model_calls.endpoint()
    return model_calls.host_of(where.url) if where else ""
