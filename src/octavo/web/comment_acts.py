"""What people do with a comment: edit, erase, react, report; and with its writer: mute."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from octavo.accounts.models import User
from octavo.accounts.roles import Act
from octavo.community import overseeing, reading, store
from octavo.community.deciding import Declined, Reason, State, may_change, may_see
from octavo.community.models import Comment
from octavo.community.people import role_of
from octavo.community.reactions import ReactionKind
from octavo.core.clock import utc_now
from octavo.core.digits import whole
from octavo.web.community_addresses import comment_url, person_url
from octavo.web.community_frame import comment_at, is_partial, seen_at, status_of, talking, viewer
from octavo.web.community_words import declined_words
from octavo.web.person import allowed, person_of
from octavo.web.rendering import page_of, rendered


def _asked(
    request: HttpRequest, comment: Comment, template: str, declined: Declined | None, **more: Any
) -> HttpResponse:
    """Show a page that asks what to do with a comment, with what was wrong the last time."""
    return rendered(
        request,
        template,
        status=status_of(declined, request) if declined else 200,
        comment=reading.card_of(comment, viewer(request), utc_now()),
        headline=comment.story.headline,
        error=declined_words(declined) if declined else "",
        **more,
    )


@talking("GET", "POST")
@allowed(Act.COMMENT)
def edit(request: HttpRequest, identity: str) -> HttpResponse:
    """Show a comment's text to be changed, or write the new one."""
    row, person, now = comment_at(identity), person_of(request), utc_now()
    text, edits_count = row.text, row.edits_count
    reason = may_change(row.written, State(row.state), is_writer=row.author == person, now=now)
    outcome = Declined(reason) if reason else None
    if request.method == "POST":
        text = request.POST.get("text", "")
        edited_count = whole(request.POST.get("edits", ""))
        result = store.edit(row.pk, text, -1 if edited_count is None else edited_count, person, now)
        if not isinstance(result, Declined):
            return seen_at(comment_url(row.pk))
        outcome = result
    is_changed = outcome is not None and outcome.reason is Reason.CHANGED
    may_read = row.author == person
    return _asked(
        request,
        row,
        "comment_edit.html",
        outcome,
        text=text if may_read else "",
        edits_count=edits_count,
        other_text=row.text if is_changed else "",
        may_edit=reason is None,
    )


@talking("GET", "POST")
@allowed(Act.COMMENT)
def erase(request: HttpRequest, identity: str) -> HttpResponse:
    """Ask whether a comment is to be erased, or erase it."""
    row, person = comment_at(identity), person_of(request)
    outcome = None if row.author == person else Declined(Reason.NOT_ALLOWED)
    if request.method == "POST":
        result = store.erase(row.pk, person)
        if not isinstance(result, Declined):
            return seen_at(comment_url(row.pk))
        outcome = result
    return _asked(request, row, "comment_erase.html", outcome)


@talking("GET")
def history(request: HttpRequest, identity: str) -> HttpResponse:
    """Show all texts that a comment had."""
    row, person = comment_at(identity), person_of(request)
    if not may_see(role_of(person), State(row.state), is_writer=person is not None and row.author == person):
        raise Http404
    return _asked(request, row, "comment_history.html", None, versions=overseeing.history(row))


@talking("POST")
@allowed(Act.REACT)
def react(request: HttpRequest, identity: str) -> HttpResponse:
    """Put a reaction to a comment, or take it back."""
    row, is_on = comment_at(identity), "put" in request.POST
    try:
        kind = ReactionKind(request.POST.get("put" if is_on else "take", ""))
    except ValueError:
        raise Http404 from None
    outcome = store.react(row.pk, kind, person_of(request), utc_now(), on=is_on)
    declined = outcome if isinstance(outcome, Declined) else None
    if is_partial(request):
        return _asked(request, row, "_reactions.html", declined)
    if declined:
        return _asked(request, row, "comment_declined.html", declined)
    return seen_at(comment_url(row.pk))


@talking("GET", "POST")
@allowed(Act.REPORT)
def report(request: HttpRequest, identity: str) -> HttpResponse:
    """Ask what is wrong with a comment, or tell the moderators."""
    row, outcome, is_done = comment_at(identity), None, False
    if request.method == "POST":
        sent: Mapping[str, str] = request.POST.dict()
        result = store.report(row.pk, sent.get("reason", ""), sent.get("note", ""), person_of(request), utc_now())
        outcome = result if isinstance(result, Declined) else None
        is_done = outcome is None
    return _asked(
        request,
        row,
        "comment_report.html",
        outcome,
        reasons=store.REPORT_REASONS,
        chosen=request.POST.get("reason", ""),
        note=request.POST.get("note", ""),
        is_done=is_done,
    )


def person_at(name: str) -> User:
    """Return the person that an address means."""
    person = User.objects.filter(username=name, is_active=True).first()
    if person is None:
        raise Http404
    return person


@talking("GET")
def person(request: HttpRequest, name: str) -> HttpResponse:
    """Show what a person has written."""
    shown, looking, now = person_at(name), viewer(request), utc_now()
    return rendered(
        request,
        "community_person.html",
        shown=shown,
        is_muted=shown.pk in looking.muted,
        is_self=looking.id == shown.pk,
        ban=overseeing.standing_ban(shown, now),
        comments_of_person=overseeing.comments_by(shown, looking, now, page_of(request)),
        page=page_of(request),
        viewer=looking,
    )


@talking("POST")
@allowed(Act.COMMENT)
def mute(request: HttpRequest, name: str) -> HttpResponse:
    """Stop reading a person, or read them again."""
    person, other = person_of(request), person_at(name)
    assert person is not None
    store.mute(person, other, on=request.POST.get("on") == "1")
    return seen_at(person_url(name))
