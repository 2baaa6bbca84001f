"""Who may write, what is held, how fast: decided from values alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from octavo.accounts.roles import Act, Role, may, outranks
from octavo.community.constants import (
    EDIT_WINDOW,
    LINKS_COUNT,
    NAME_CHARACTERS,
    NEW_PACE,
    PACE,
    TEXT_CHARACTERS,
    TRUSTED_COMMENTS_COUNT,
)

Pace = Sequence[tuple[int, timedelta]]


class Mode(StrEnum):
    """What the house lets people write, as set by OCTAVO_COMMENTS."""

    OFF = "off"
    PEOPLE = "people"
    """Those who are signed in."""
    OPEN = "open"
    """Those without an account too; a moderator reads them first."""


class State(StrEnum):
    """What has become of a comment."""

    SHOWN = "shown"
    HELD = "held"
    """Waits for a moderator."""
    HIDDEN = "hidden"
    """By a moderator; the log says why."""
    ERASED = "erased"
    """By its writer."""


class Reason(StrEnum):
    """Why something was declined, or a comment held."""

    OFF = "off"
    SIGN_IN = "sign-in"
    BANNED = "banned"
    LOCKED = "locked"
    EMPTY = "empty"
    LONG = "long"
    NAME = "name"
    TRAP = "trap"
    FAST = "fast"
    SLOW = "slow"
    GONE = "gone"
    """What is answered, edited or reported is not there, or no longer shown."""
    LATE = "late"
    """The time to edit has passed."""
    CHANGED = "changed"
    """Edited elsewhere meanwhile."""
    NOT_ALLOWED = "not-allowed"
    NEW = "new"
    GUEST = "guest"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Declined:
    """What was asked for is not done."""

    reason: Reason
    wait_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Accepted:
    """A comment is taken."""

    held: Reason | None = None
    """Why a moderator reads it first; None where it appears at once."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A comment as sent."""

    text: str
    links_count: int = 0
    name: str = ""
    """Of somebody without an account."""
    trap: str = ""
    """What stands in the field that people do not see."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, as far as it matters."""

    role: Role | None
    """None without an account."""
    is_banned: bool = False
    shown_count: int = 0
    """Comments of theirs that are shown."""
    recent: tuple[datetime, ...] = ()
    """When they wrote within the last day, on any story."""
    last_here: datetime | None = None
    """When they last wrote on this story."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where it is written."""

    mode: Mode
    is_locked: bool = False
    slow_seconds: int = 0
    """The pause between two comments of one person; 0 for none."""


def judge(draft: Draft, writer: Writer, scene: Scene, now: datetime) -> Accepted | Declined:
    """Decide on a new comment."""
    reason = _barred(writer, scene) or _unfit(draft, writer)
    if reason:
        return Declined(reason)
    if wait := _pause(writer, scene, now):
        return wait
    return Accepted(_held(draft, writer))


def _barred(writer: Writer, scene: Scene) -> Reason | None:
    if scene.mode is Mode.OFF:
        return Reason.OFF
    if writer.is_banned:
        return Reason.BANNED
    if not may(writer.role, Act.COMMENT) and scene.mode is not Mode.OPEN:
        return Reason.SIGN_IN
    return Reason.LOCKED if scene.is_locked and not may(writer.role, Act.MODERATE) else None


def _unfit(draft: Draft, writer: Writer) -> Reason | None:
    if draft.trap:
        return Reason.TRAP
    if writer.role is None and not 0 < len(draft.name) <= NAME_CHARACTERS:
        return Reason.NAME
    return unfit_text(draft.text)


def unfit_text(text: str) -> Reason | None:
    """Return what is wrong with a text, None where nothing is."""
    if not text:
        return Reason.EMPTY
    return Reason.LONG if len(text) > TEXT_CHARACTERS else None


def _pause(writer: Writer, scene: Scene, now: datetime) -> Declined | None:
    if may(writer.role, Act.MODERATE):
        return None
    if seconds := wait_seconds(writer.recent, PACE if is_trusted(writer) else NEW_PACE, now):
        return Declined(Reason.FAST, seconds)
    if scene.slow_seconds and writer.last_here:
        slow = ((1, timedelta(seconds=scene.slow_seconds)),)
        if seconds := wait_seconds((writer.last_here,), slow, now):
            return Declined(Reason.SLOW, seconds)
    return None


def wait_seconds(moments: Sequence[datetime], pace: Pace, now: datetime) -> int:
    """Return how many seconds are to pass until one more keeps to `pace`; 0 where it does now."""
    waits = [0]
    newest = sorted(moments, reverse=True)
    for count, span in pace:
        if len(newest) >= count:
            waits.append(-int((now - newest[count - 1] - span).total_seconds() // 1))
    return max(waits)


def is_trusted(writer: Writer) -> bool:
    """Tell whether a writer's comments appear at once."""
    return may(writer.role, Act.MODERATE) or (writer.role is not None and writer.shown_count >= TRUSTED_COMMENTS_COUNT)


def _held(draft: Draft, writer: Writer) -> Reason | None:
    if writer.role is None:
        return Reason.GUEST
    if not is_trusted(writer):
        return Reason.NEW
    return Reason.LINKS if draft.links_count > LINKS_COUNT and not may(writer.role, Act.MODERATE) else None


def may_change(written: datetime, state: State, *, is_writer: bool, now: datetime) -> Reason | None:
    """Return why a comment may not be edited, None where it may: by its writer, for a while."""
    if not is_writer:
        return Reason.NOT_ALLOWED
    if state not in (State.SHOWN, State.HELD):
        return Reason.GONE
    return Reason.LATE if now - written > EDIT_WINDOW else None


def may_see(role: Role | None, state: State, *, is_writer: bool) -> bool:
    """Tell whether the text of a comment is shown."""
    return state is State.SHOWN or (is_writer and state is State.HELD) or may(role, Act.MODERATE)


def may_ban(role: Role | None, other: Role) -> bool:
    """Tell whether a person of `role` may bar one of role `other` from the discussions."""
    return may(role, Act.MODERATE) and outranks(role, other)
