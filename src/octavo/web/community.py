"""A story's discussion: its page, what is written into it, and what is new in it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect

from octavo.community import overseeing, reading, store
from octavo.community.arranging import Order
from octavo.community.deciding import Declined, Mode, Reason, State
from octavo.community.models import Comment
from octavo.community.store import Sent, Written
from octavo.core.clock import utc_now
from octavo.core.digits import whole
from octavo.editions.reading import story_cards
from octavo.web import addresses
from octavo.web.community_addresses import comment_act_url, discussion_url
from octavo.web.community_frame import comment_at, is_partial, origin, seen_at, status_of, talking, viewer
from octavo.web.community_words import declined_words
from octavo.web.keeping import kept
from octavo.web.person import person_of
from octavo.web.rendering import page_of, rendered


@dataclass(frozen=True, slots=True)
class Form:
    """What a form for a comment holds."""

    action: str
    key: str
    story: int
    text: str = ""
    name: str = ""
    article: int | None = None
    parent: int | None = None
    error: str = ""
    field: str = "text"
    """Beside which field the error stands."""


def new_form(story: int, *, article: int | None = None, parent: int | None = None) -> Form:
    action = comment_act_url(parent, "answer") if parent else discussion_url(story)
    return Form(action, str(uuid4()), story, article=article, parent=parent)


@talking("GET", "POST")
def discussion(request: HttpRequest, story: str) -> HttpResponse:
    """Show a story's comments, or write one."""
    if request.method == "POST":
        return _write(request, int(story), None)
    if store.mode() is Mode.OPEN:
        return _page(request, story)
    return _kept_page(request, story)


def _page(request: HttpRequest, story: str) -> HttpResponse:
    current = store.current_story(int(story))
    if current is None:
        raise Http404
    if current != int(story):
        return HttpResponsePermanentRedirect(discussion_url(current))
    return _shown(request, current, new_form(current, article=_id(request.GET.get("article"))))


_kept_page = kept(_page)


def _id(text: str | None) -> int | None:
    return whole(text or "")


def order_of(request: HttpRequest) -> Order:
    """Return the order that is asked for; a wrong one is no page."""
    try:
        return Order(request.GET.get("sort", Order.BEST))
    except ValueError:
        raise Http404 from None


def _shown(request: HttpRequest, story: int, form: Form, *, status: int = 200) -> HttpResponse:
    cards = story_cards([story], request.path.split("/")[1])
    if not cards:
        raise Http404
    view = reading.discussion_view(
        story,
        viewer(request),
        utc_now(),
        order=order_of(request),
        page=page_of(request),
        comment=_id(request.GET.get("comment")),
    )
    return rendered(
        request,
        "discussion.html",
        status=status,
        story=cards[0],
        discussion=view,
        viewer=viewer(request),
        form=form,
        held="held" in request.GET,
        lock_reason=overseeing.lock_reason(story) if view.scene.is_locked else "",
        orders=tuple(Order),
        is_demo=cards[0].lead.publisher.is_demo,
    )


@talking("GET", "POST")
def answer(request: HttpRequest, identity: str) -> HttpResponse:
    """Show a comment with a form to answer it, or write the answer."""
    comment = comment_at(identity)
    if request.method == "POST":
        return _write(request, comment.story_id, comment)
    if person_of(request) is None and store.mode() is Mode.PEOPLE:
        return HttpResponseRedirect(addresses.sign_in_url(request.get_full_path()))
    return _answering(request, comment, new_form(comment.story_id, parent=comment.pk))


def _answering(request: HttpRequest, comment: Comment, form: Form, *, status: int = 200) -> HttpResponse:
    if is_partial(request):
        return rendered(request, "_comment_form.html", status=status, form=form, story=None)
    card = reading.card_of(comment, viewer(request), utc_now())
    return rendered(
        request, "comment_answer.html", status=status, comment=card, form=form, headline=comment.story.headline
    )


def _write(request: HttpRequest, story: int, parent: Comment | None) -> HttpResponse:
    sent = _sent(request, story, parent)
    outcome = store.write(sent, person_of(request), utc_now())
    if isinstance(outcome, Declined):
        return _declined(request, sent, parent, outcome)
    return _inserted(request, outcome, parent) if is_partial(request) else seen_at(_where(request, outcome))


def _sent(request: HttpRequest, story: int, parent: Comment | None) -> Sent:
    return Sent(
        story=story,
        text=request.POST.get("text", ""),
        parent=parent.pk if parent else None,
        article=_id(request.POST.get("article")),
        key=_key(request),
        name=request.POST.get("name", ""),
        origin=origin(request),
        trap=request.POST.get("website", ""),
    )


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return None


def _where(request: HttpRequest, written: Written) -> str:
    if written.state is State.SHOWN:
        return f"{discussion_url(written.story, comment=written.comment)}#comment-{written.comment}"
    if person_of(request):
        return f"{discussion_url(written.story, comment=written.comment, held=1)}#comment-{written.comment}"
    return f"{discussion_url(written.story, held=1)}#held"


def _declined(request: HttpRequest, sent: Sent, parent: Comment | None, outcome: Declined) -> HttpResponse:
    """Show the form again with all that was typed and what is wrong beside it."""
    fresh = new_form(sent.story, parent=sent.parent)
    form = Form(
        action=fresh.action,
        key=str(sent.key or fresh.key),
        story=sent.story,
        text=sent.text,
        name=sent.name,
        article=sent.article,
        parent=sent.parent,
        error=declined_words(outcome),
        field={Reason.NAME: "name", Reason.TRAP: "website"}.get(outcome.reason, "text"),
    )
    status = status_of(outcome, request)
    if parent:
        return _answering(request, parent, form, status=status)
    if is_partial(request):
        return rendered(request, "_comment_form.html", status=status, form=form, story=None)
    story = store.current_story(sent.story)
    if story is None:
        raise Http404
    return _shown(request, story, form, status=status)


def _inserted(request: HttpRequest, written: Written, parent: Comment | None) -> HttpResponse:
    """Return an empty form in the place of the one that was sent, and the comment to be put into its place."""
    return rendered(
        request,
        "_inserted.html",
        form=None if parent else new_form(written.story),
        is_held=written.state is State.HELD,
        **_placed(request, written.story, [written.comment]),
    )


@talking("GET")
def fresh(request: HttpRequest, story: str) -> HttpResponse:
    """Tell how many comments are new, or bring them: nothing else of the page changes."""
    after = _id(request.GET.get("after")) or 0
    found = reading.fresh(int(story), after, viewer(request))
    if not found:
        return HttpResponse(status=204)
    if "show" not in request.GET:
        return rendered(
            request, "_fresh.html", count=len(found), story_id=int(story), after=after, order=order_of(request)
        )
    pieces = _placed(request, int(story), found)
    return rendered(request, "_brought.html", story_id=int(story), after=found[-1], order=order_of(request), **pieces)


def _placed(request: HttpRequest, story: int, ids: list[int]) -> dict[str, Any]:
    """Return comments with the one before each, in the order in which they are to be put in."""
    now, looking = utc_now(), viewer(request)
    view = reading.placed_in(story, looking, order_of(request))
    before = {one.id: view[number - 1].id if number else None for number, one in enumerate(view)}
    wanted = [one for one in view if one.id in set(ids)]
    cards = reading.cards(wanted, looking, now)
    return {"inserted": [(card, before[card.id]) for card in cards], "viewer": looking, "scene": store.scene(story)}


@talking("GET")
def comment(request: HttpRequest, identity: str) -> HttpResponse:
    """Lead to a comment's place, wherever it stands now."""
    row = comment_at(identity)
    return HttpResponseRedirect(f"{discussion_url(row.story_id, comment=row.pk)}#comment-{row.pk}")
