"""What moderators see and do, and the log that everybody may read."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse

from octavo.accounts.roles import Act, Role
from octavo.community import moderating, overseeing, reading, store
from octavo.community.constants import BAN_DAYS, SLOW_SECONDS
from octavo.community.deciding import Declined, Reason, State, may_ban
from octavo.community.models import Comment
from octavo.community.moderating import ModerationKind
from octavo.community.people import role_of
from octavo.core.clock import utc_now
from octavo.editions.reading import story_cards
from octavo.web.comment_acts import person_at
from octavo.web.community_addresses import comment_url, discussion_url, moderation_log_url, moderation_url, person_url
from octavo.web.community_frame import comment_at, seen_at, status_of, talking, viewer
from octavo.web.community_words import declined_words
from octavo.web.person import allowed, person_of
from octavo.web.rendering import page_of, rendered


@talking("GET")
@allowed(Act.MODERATE)
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits for a moderator."""
    items = overseeing.queue(viewer(request), utc_now())
    return rendered(request, "moderation.html", items=items, count=overseeing.queue_count(), kinds=_kinds)


@talking("GET")
def log(request: HttpRequest) -> HttpResponse:
    """Show all that moderators did, and why."""
    page = overseeing.log(page_of(request))
    return rendered(request, "moderation_log.html", page=page, list_url=moderation_log_url)


def _kinds(state: State, *, is_reported: bool) -> Sequence[ModerationKind]:
    """Return what may be done with a comment."""
    if state is State.HELD:
        return (ModerationKind.RELEASE, ModerationKind.HIDE)
    if state is State.HIDDEN:
        return (ModerationKind.RESTORE,)
    kept = (ModerationKind.KEEP,) if is_reported else ()
    return kept if state is State.ERASED else (*kept, ModerationKind.HIDE)


def _ruling(request: HttpRequest, kinds: Sequence[ModerationKind]) -> moderating.Ruling | Declined:
    """Return what a form orders."""
    kind = next((one for one in kinds if one == request.POST.get("kind")), None)
    seconds, days = request.POST.get("slow_seconds", ""), request.POST.get("ban_days", "")
    return (
        moderating.Ruling(
            kind,
            request.POST.get("reason", ""),
            slow_seconds=next((one for one in SLOW_SECONDS if str(one) == seconds), SLOW_SECONDS[0]),
            ban_days=next((one for one in BAN_DAYS if str(one) == days), BAN_DAYS[0]),
        )
        if kind
        else Declined(Reason.CHANGED)
    )


@talking("GET", "POST")
@allowed(Act.MODERATE)
def moderate_comment(request: HttpRequest, identity: str) -> HttpResponse:
    """Show all there is about a comment, or act on it."""
    row, declined = comment_at(identity), None
    if request.method == "POST":
        outcome = _ruling(request, moderating.ON_COMMENTS)
        done = (
            outcome
            if isinstance(outcome, Declined)
            else moderating.on_comment(row.pk, outcome, person_of(request), utc_now())
        )
        if not isinstance(done, Declined):
            is_from_queue = request.POST.get("from") == "queue"
            return seen_at(moderation_url() if is_from_queue else comment_url(row.pk))
        declined = done
    return _comment_page(request, row, declined)


def _comment_page(request: HttpRequest, row: Comment, declined: Declined | None) -> HttpResponse:
    row.refresh_from_db()
    reports = overseeing.reports_on(row.pk)
    return rendered(
        request,
        "moderate_comment.html",
        status=status_of(declined) if declined else 200,
        comment=reading.card_of(row, viewer(request), utc_now()),
        headline=row.story.headline,
        reports=reports,
        acts=overseeing.acts_on(row.pk),
        kinds=_kinds(State(row.state), is_reported=bool(reports)),
        may_ban=row.author is not None and may_ban(role_of(person_of(request)), Role(row.author.role)),
        **_typed(request, declined),
    )


def _typed(request: HttpRequest, declined: Declined | None) -> dict[str, str]:
    """Return what a form held when it was sent, and what was wrong with it."""
    return {
        "error": declined_words(declined) if declined else "",
        "reason": request.POST.get("reason", ""),
        "from_page": request.POST.get("from", ""),
    }


@talking("GET", "POST")
@allowed(Act.MODERATE)
def moderate_discussion(request: HttpRequest, story: str) -> HttpResponse:
    """Show what curbs a discussion, or change that."""
    cards, declined = story_cards([int(story)], request.path.split("/")[1]), None
    if not cards:
        raise Http404
    if request.method == "POST":
        outcome = _ruling(request, moderating.ON_STORIES)
        done = (
            outcome
            if isinstance(outcome, Declined)
            else moderating.on_story(int(story), outcome, person_of(request), utc_now())
        )
        if not isinstance(done, Declined):
            return seen_at(discussion_url(int(story)))
        declined = done
    return rendered(
        request,
        "moderate_discussion.html",
        status=status_of(declined) if declined else 200,
        story=cards[0],
        scene=store.scene(int(story)),
        pauses=SLOW_SECONDS,
        **_typed(request, declined),
    )


@talking("GET", "POST")
@allowed(Act.MODERATE)
def ban(request: HttpRequest, name: str) -> HttpResponse:
    """Ask for how long and why a person is banned, or ban them, or lift it."""
    shown, declined, moderator = person_at(name), None, person_of(request)
    if request.method == "POST":
        outcome = _ruling(request, (ModerationKind.BAN, ModerationKind.UNBAN))
        done = outcome if isinstance(outcome, Declined) else moderating.on_person(shown, outcome, moderator, utc_now())
        if not isinstance(done, Declined):
            return seen_at(person_url(name))
        declined = done
    elif not may_ban(role_of(moderator), Role(shown.role)):
        declined = Declined(Reason.NOT_ALLOWED)
    return rendered(
        request,
        "moderate_person.html",
        status=status_of(declined) if declined else 200,
        shown=shown,
        ban=overseeing.standing_ban(shown, utc_now()),
        terms=BAN_DAYS,
        **_typed(request, declined),
    )
