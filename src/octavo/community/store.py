"""What people do in discussions, written: each act in one transaction, and the same when it is sent again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from octavo.accounts import comment_notices
from octavo.accounts.models import User
from octavo.accounts.roles import Act, may
from octavo.community import notifying, people, writing
from octavo.community.best import best_of
from octavo.community.constants import LONGEST_PACE, REACTION_PACE, REASON_CHARACTERS, REPORT_PACE, TEXT_CHARACTERS
from octavo.community.deciding import (
    Accepted,
    Declined,
    Draft,
    Mode,
    Reason,
    Scene,
    State,
    judge,
    may_change,
    may_see,
    unfit_text,
    wait_seconds,
)
from octavo.community.models import Comment, Curb, Discussion, Mute, Reaction, Report, Revision
from octavo.community.reactions import OPPOSITES, ReactionKind
from octavo.config import settings
from octavo.extract.models import Article
from octavo.stories.models import MovedStory, Story

REPORT_REASONS = ("abuse", "spam", "false", "private", "other")


@dataclass(frozen=True, slots=True)
class Sent:
    """A comment as a person sends it."""

    story: int
    text: str
    parent: int | None = None
    """The comment that it answers."""
    article: int | None = None
    """The report from whose page it was begun."""
    key: UUID | None = None
    name: str = ""
    origin: str = ""
    """What tells apart those without an account (`people.origin_of`)."""
    trap: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A comment that stands in the database."""

    comment: int
    story: int
    state: State
    is_new: bool = True
    """False where the same was sent before."""


class _StoryGone(Exception):
    """The story ended while a comment on it was written."""


def mode() -> Mode:
    return Mode(settings.current().comments)


def write(sent: Sent, person: User | None, now: datetime) -> Written | Declined:
    """Write a comment, held or shown. Sent again with the same key it is not written again.

    A story that was merged away meanwhile leads to where it went.
    """
    for _ in range(2):
        try:
            with transaction.atomic():
                return _write(sent, person, now)
        except (IntegrityError, _StoryGone):
            continue
    return Declined(Reason.GONE)


def _write(sent: Sent, person: User | None, now: datetime) -> Written | Declined:
    people.take_turn(person, sent.origin)
    if before := people.by_key(sent.key):
        is_own = before.author_id == (person.pk if person else None)
        return _written(before, is_new=False) if is_own else Declined(Reason.NOT_ALLOWED)
    parent = Comment.objects.filter(pk=sent.parent).first() if sent.parent else None
    role = people.role_of(person)
    if sent.parent and not (parent and may_see(role, State(parent.state), is_writer=_is_by(parent, person))):
        return Declined(Reason.GONE)
    story = parent.story_id if parent else current_story(sent.story)
    if story is None:
        return Declined(Reason.GONE)
    _hold_story(story)
    discussion = locked_discussion(story)
    text, name = writing.tidied(sent.text), " ".join(writing.tidied(sent.name).split())
    draft = Draft(text, writing.links_count(text[:TEXT_CHARACTERS]), name, sent.trap)
    verdict = judge(draft, people.writer(person, sent.origin, story, now), scene(story), now)
    if isinstance(verdict, Declined):
        return verdict
    row = _kept(sent, draft, verdict, (person, parent, story), now)
    refresh(discussion)
    if row.state == State.SHOWN:
        notifying.tell_of(row)
    return _written(row)


def _kept(
    sent: Sent, draft: Draft, verdict: Accepted, place: tuple[User | None, Comment | None, int], now: datetime
) -> Comment:
    person, parent, story = place
    return Comment.objects.create(
        story_id=story,
        article=Article.objects.filter(pk=sent.article, membership__story=story).first() if sent.article else None,
        author=person,
        guest_name="" if person else draft.name,
        guest_origin="" if person else sent.origin,
        parent=parent,
        text=draft.text,
        people=_people_in(draft.text),
        written=now,
        state=State.HELD if verdict.held else State.SHOWN,
        held_for=verdict.held or "",
        key=sent.key,
    )


def _people_in(text: str) -> list[str]:
    return sorted(people.named(writing.mentioned(text)))


def _written(row: Comment, *, is_new: bool = True) -> Written:
    return Written(row.pk, row.story_id, State(row.state), is_new)


def _is_by(comment: Comment, person: User | None) -> bool:
    return person is not None and comment.author_id == person.pk


def current_story(story_id: int) -> int | None:
    """Return the story that an address means now; None where it is gone."""
    if Story.objects.filter(pk=story_id).exists():
        return story_id
    return MovedStory.objects.filter(old_id=story_id).values_list("story_id", flat=True).first()


def _hold_story(story: int) -> None:
    """Keep the story from being merged away until the transaction's end, without waiting for other changes to it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {Story._meta.db_table} WHERE id = %s FOR KEY SHARE", [story])  # noqa: S608
        if cursor.fetchone() is None:
            raise _StoryGone


def scene(story: int) -> Scene:
    """Return what holds for writing on a story."""
    slow = list(Curb.objects.filter(story=story, lifted__isnull=True).values_list("slow_seconds", flat=True))
    return Scene(mode(), is_locked=0 in slow, slow_seconds=max(slow, default=0))


def locked_discussion(story: int) -> Discussion:
    """Return a story's discussion, which nobody else changes until the transaction's end."""
    Discussion.objects.get_or_create(story_id=story)
    return Discussion.objects.select_for_update(no_key=True).get(pk=story)


def refresh(discussion: Discussion) -> None:
    """Count a discussion that changed, so that every page of it is made anew."""
    shown = Comment.objects.filter(story=discussion.pk, state=State.SHOWN).count()
    changed = Discussion.objects.filter(pk=discussion.pk)
    changed.update(version=F("version") + 1, comments_count=shown, best=best_of(discussion.pk))


@transaction.atomic
def edit(comment_id: int, text: str, edits_count: int, person: User | None, now: datetime) -> Written | Declined:
    """Write a comment's new text and keep the old one. `edits_count` is that of the text that was edited."""
    row = locked_comment(comment_id)
    if row is None:
        return Declined(Reason.GONE)
    text = writing.tidied(text)
    reason = may_change(row.written, State(row.state), is_writer=_is_by(row, person), now=now) or unfit_text(text)
    if reason is None and person is not None and people.is_banned(person, now):
        reason = Reason.BANNED
    if reason:
        return Declined(reason)
    if text == row.text:
        return _written(row, is_new=False)
    if edits_count != row.edits_count:
        return Declined(Reason.CHANGED)
    Revision.objects.create(comment=row, text=row.text, replaced=now)
    row.text, row.people, row.edited, row.edits_count = text, _people_in(text), now, row.edits_count + 1
    row.save(update_fields=["text", "people", "edited", "edits_count"])
    _refresh_at(row.story_id)
    if row.state == State.SHOWN:
        notifying.tell_of(row)
    return _written(row)


def locked_comment(comment_id: int) -> Comment | None:
    """Return a comment, which nobody else changes until the transaction's end; taken before its discussion."""
    return Comment.objects.select_for_update(no_key=True, of=("self",)).filter(pk=comment_id).first()


def _refresh_at(story: int) -> None:
    refresh(locked_discussion(story))


@transaction.atomic
def erase(comment_id: int, person: User | None) -> Written | Declined:
    """Take a comment's text away for its writer; that there was one stays.

    A text that was reported stays for the moderators alone until they have settled the report.
    """
    row = locked_comment(comment_id)
    if row is None or not _is_by(row, person):
        return Declined(Reason.NOT_ALLOWED)
    erase_rows([row])
    return _written(row)


def erase_rows(rows: Sequence[Comment]) -> None:
    """Erase comments; to be called in a transaction."""
    for row in rows:
        row.state = State.ERASED
        row.save(update_fields=["state"])
    ids = [row.pk for row in rows]
    comment_notices.forget(ids)
    reported = set(Report.objects.filter(comment__in=ids, settled__isnull=True).values_list("comment_id", flat=True))
    forget_texts([one for one in ids if one not in reported])
    for story in sorted({row.story_id for row in rows}):
        _refresh_at(story)


def forget_texts(comment_ids: Sequence[int]) -> None:
    """Take away what erased comments said, and what they said before they were edited."""
    erased = Comment.objects.filter(pk__in=comment_ids, state=State.ERASED)
    Revision.objects.filter(comment__in=erased).delete()
    erased.update(text="", people=[], guest_name="")


@transaction.atomic
def react(comment_id: int, kind: ReactionKind, person: User | None, now: datetime, *, on: bool) -> Written | Declined:
    """Say something of a comment with one press, or take it back."""
    if reason := _bystander_reason(person, Act.REACT, now):
        return Declined(reason)
    assert person is not None
    row = Comment.objects.filter(pk=comment_id, state=State.SHOWN).first()
    if row is None:
        return Declined(Reason.GONE)
    if row.author_id == person.pk:
        return Declined(Reason.NOT_ALLOWED)
    people.take_turn(person, "")
    own = Reaction.objects.filter(person=person, comment=row)
    if own.filter(kind=kind).exists() == on:
        return _written(row, is_new=False)
    recent = Reaction.objects.filter(person=person, made__gt=now - LONGEST_PACE).values_list("made", flat=True)
    if on and (seconds := wait_seconds(tuple(recent), REACTION_PACE, now)):
        return Declined(Reason.FAST, seconds)
    own.filter(kind__in=[kind, OPPOSITES.get(kind, kind)]).delete()
    if on:
        Reaction.objects.create(comment=row, person=person, kind=kind, made=now)
    _refresh_at(row.story_id)
    return _written(row)


def _bystander_reason(person: User | None, act: Act, now: datetime) -> Reason | None:
    if mode() is Mode.OFF:
        return Reason.OFF
    if person is None or not may(people.role_of(person), act):
        return Reason.SIGN_IN
    return Reason.BANNED if people.is_banned(person, now) else None


@transaction.atomic
def report(comment_id: int, reason: str, note: str, person: User | None, now: datetime) -> Written | Declined:
    """Tell the moderators of a comment; told twice it is kept once."""
    if barred := _bystander_reason(person, Act.REPORT, now):
        return Declined(barred)
    assert person is not None
    row = Comment.objects.filter(pk=comment_id, state=State.SHOWN).first()
    if row is None:
        return Declined(Reason.GONE)
    if reason not in REPORT_REASONS:
        return Declined(Reason.EMPTY)
    people.take_turn(person, "")
    if Report.objects.filter(comment=row, reporter=person, settled__isnull=True).exists():
        return _written(row, is_new=False)
    recent = Report.objects.filter(reporter=person, made__gt=now - LONGEST_PACE).values_list("made", flat=True)
    if seconds := wait_seconds(tuple(recent), REPORT_PACE, now):
        return Declined(Reason.FAST, seconds)
    note = writing.tidied(note)[:REASON_CHARACTERS]
    Report.objects.create(comment=row, reporter=person, reason=reason, note=note, made=now)
    return _written(row)


def mute(person: User, other: User, *, on: bool) -> None:
    """Let a person read another no more, or again."""
    if not on:
        Mute.objects.filter(person=person, muted=other).delete()
    elif person.pk != other.pk:
        Mute.objects.get_or_create(person=person, muted=other)
