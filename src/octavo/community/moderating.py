"""What moderators do: each act with its row in the public log, in one transaction."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction

from octavo.accounts import comment_notices
from octavo.accounts.models import User
from octavo.accounts.roles import Act, Role, may
from octavo.community import notifying, people, writing
from octavo.community.constants import REASON_CHARACTERS
from octavo.community.deciding import Declined, Reason, State, may_ban
from octavo.community.models import Ban, Comment, Curb, ModerationAct, Report
from octavo.community.store import forget_texts, locked_comment, locked_discussion, refresh
from octavo.stories.models import Story


class ModerationKind(StrEnum):
    """What the log tells."""

    RELEASE = "release"
    """A held comment is shown."""
    HIDE = "hide"
    RESTORE = "restore"
    KEEP = "keep"
    """Reports are settled, the comment stays."""
    LOCK = "lock"
    UNLOCK = "unlock"
    SLOW = "slow"
    UNSLOW = "unslow"
    BAN = "ban"
    UNBAN = "unban"


ON_COMMENTS = (ModerationKind.RELEASE, ModerationKind.HIDE, ModerationKind.RESTORE, ModerationKind.KEEP)
ON_STORIES = (ModerationKind.LOCK, ModerationKind.UNLOCK, ModerationKind.SLOW, ModerationKind.UNSLOW)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a moderator wants done, and why: the reason is public."""

    kind: ModerationKind
    reason: str
    slow_seconds: int = 0
    ban_days: int = 0
    """0 is without end."""


def _barred(moderator: User | None, ruling: Ruling) -> Declined | None:
    if not may(people.role_of(moderator), Act.MODERATE):
        return Declined(Reason.NOT_ALLOWED)
    reason = writing.tidied(ruling.reason)
    if not reason:
        return Declined(Reason.EMPTY)
    return Declined(Reason.LONG) if len(reason) > REASON_CHARACTERS else None


@transaction.atomic
def on_comment(comment_id: int, ruling: Ruling, moderator: User | None, now: datetime) -> ModerationAct | Declined:
    """Release, hide, restore or keep a comment; open reports on it are settled by that."""
    if declined := _barred(moderator, ruling):
        return declined
    row = locked_comment(comment_id)
    if row is None:
        return Declined(Reason.GONE)
    if State(row.state) not in _FROM[ruling.kind]:
        return Declined(Reason.CHANGED)
    if ruling.kind is not ModerationKind.KEEP:
        _become(row, ruling.kind)
        refresh(locked_discussion(row.story_id))
    Report.objects.filter(comment=row, settled__isnull=True).update(settled=now)
    forget_texts([row.pk])
    return _logged(ruling, moderator, now, comment=row, story_id=row.story_id)


_FROM = {
    ModerationKind.RELEASE: (State.HELD,),
    ModerationKind.HIDE: (State.SHOWN, State.HELD),
    ModerationKind.RESTORE: (State.HIDDEN,),
    ModerationKind.KEEP: (State.SHOWN, State.HIDDEN, State.ERASED),
}
"""What a comment must be for an act on it: of two moderators at once the second is told that it has changed."""


def _become(row: Comment, kind: ModerationKind) -> None:
    row.state = State.HIDDEN if kind is ModerationKind.HIDE else State.SHOWN
    row.save(update_fields=["state"])
    told = {ModerationKind.HIDE: "hidden", ModerationKind.RELEASE: "shown", ModerationKind.RESTORE: "restored"}
    notifying.tell_writer(row, told[kind])
    if row.state == State.SHOWN:
        notifying.tell_of(row)
    else:
        comment_notices.forget([row.pk])


@transaction.atomic
def on_story(story_id: int, ruling: Ruling, moderator: User | None, now: datetime) -> ModerationAct | Declined:
    """Lock a story's discussion, slow it, or take that back."""
    if declined := _barred(moderator, ruling):
        return declined
    if not Story.objects.filter(pk=story_id).exists():
        return Declined(Reason.GONE)
    discussion = locked_discussion(story_id)
    standing = Curb.objects.filter(story=story_id, lifted__isnull=True)
    is_lock = ruling.kind in (ModerationKind.LOCK, ModerationKind.UNLOCK)
    same_kind = standing.filter(slow_seconds=0) if is_lock else standing.exclude(slow_seconds=0)
    begins = ruling.kind in (ModerationKind.LOCK, ModerationKind.SLOW)
    if is_lock and begins == same_kind.exists():
        return Declined(Reason.CHANGED)
    same_kind.update(lifted=now)
    if begins:
        seconds = 0 if is_lock else ruling.slow_seconds
        Curb.objects.create(story_id=story_id, slow_seconds=seconds, reason=_tidied(ruling), made=now)
    refresh(discussion)
    return _logged(ruling, moderator, now, story_id=story_id)


@transaction.atomic
def on_person(person: User, ruling: Ruling, moderator: User | None, now: datetime) -> ModerationAct | Declined:
    """Ban a person for a term, or lift the ban."""
    if declined := _barred(moderator, ruling):
        return declined
    if not may_ban(people.role_of(moderator), Role(person.role)):
        return Declined(Reason.NOT_ALLOWED)
    people.take_turn(person, "")
    standing = people.current_bans(now).filter(person=person)
    if ruling.kind is ModerationKind.UNBAN and not standing.exists():
        return Declined(Reason.CHANGED)
    standing.update(lifted=now)
    until = None
    if ruling.kind is ModerationKind.BAN:
        until = now + timedelta(days=ruling.ban_days) if ruling.ban_days else None
        Ban.objects.create(person=person, reason=_tidied(ruling), made=now, until=until)
    return _logged(ruling, moderator, now, person=person, until=until)


def _logged(ruling: Ruling, moderator: User | None, now: datetime, **what: object) -> ModerationAct:
    seconds = ruling.slow_seconds if ruling.kind is ModerationKind.SLOW else 0
    facts = {
        "kind": ruling.kind,
        "reason": _tidied(ruling),
        "moderator": moderator,
        "made": now,
        "slow_seconds": seconds,
    }
    return ModerationAct.objects.create(**facts, **what)


def _tidied(ruling: Ruling) -> str:
    return writing.tidied(ruling.reason)
