"""Who may write, what is held, how fast."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.accounts.roles import Role
from octavo.community.constants import EDIT_WINDOW, LINKS_COUNT, NEW_PACE, PACE, TEXT_CHARACTERS
from octavo.community.deciding import (
    Accepted,
    Declined,
    Draft,
    Mode,
    Reason,
    Scene,
    State,
    Writer,
    judge,
    may_ban,
    may_change,
    may_see,
    wait_seconds,
)

NOW = datetime(2030, 5, 1, 12, tzinfo=UTC)
KNOWN = Writer(Role.READER, shown_count=9)
PEOPLE, OPEN, OFF = Scene(Mode.PEOPLE), Scene(Mode.OPEN), Scene(Mode.OFF)
WORDS = Draft("Well said.", name="Ines")


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


@pytest.mark.parametrize(
    ("draft", "writer", "scene", "verdict"),
    [
        (WORDS, KNOWN, PEOPLE, Accepted()),
        (WORDS, KNOWN, OFF, Declined(Reason.OFF)),
        (WORDS, Writer(None), PEOPLE, Declined(Reason.SIGN_IN)),
        (WORDS, Writer(None), OPEN, Accepted(Reason.GUEST)),
        (Draft("Well said."), Writer(None), OPEN, Declined(Reason.NAME)),
        (Draft("Well said.", name="x" * 41), Writer(None), OPEN, Declined(Reason.NAME)),
        (Draft("Well said.", name="Ines", trap="http://x"), Writer(None), OPEN, Declined(Reason.TRAP)),
        (Draft(""), KNOWN, PEOPLE, Declined(Reason.EMPTY)),
        (Draft("x" * (TEXT_CHARACTERS + 1)), KNOWN, PEOPLE, Declined(Reason.LONG)),
        (WORDS, Writer(Role.READER), PEOPLE, Accepted(Reason.NEW)),
        (WORDS, Writer(Role.MODERATOR), PEOPLE, Accepted()),
        (WORDS, Writer(Role.READER, is_banned=True, shown_count=9), PEOPLE, Declined(Reason.BANNED)),
        (Draft("Look", links_count=LINKS_COUNT + 1), KNOWN, PEOPLE, Accepted(Reason.LINKS)),
        (WORDS, KNOWN, Scene(Mode.PEOPLE, is_locked=True), Declined(Reason.LOCKED)),
        (WORDS, Writer(Role.MODERATOR), Scene(Mode.PEOPLE, is_locked=True), Accepted()),
    ],
)
def test_a_new_comment_is_judged(draft: Draft, writer: Writer, scene: Scene, verdict: object) -> None:
    assert judge(draft, writer, scene, NOW) == verdict


def test_slow_mode_asks_for_a_pause_on_this_story_alone() -> None:
    slow = Scene(Mode.PEOPLE, slow_seconds=300)
    writer = Writer(Role.READER, shown_count=9, recent=(ago(seconds=100),), last_here=ago(seconds=100))
    assert judge(WORDS, writer, slow, NOW) == Declined(Reason.SLOW, 200)
    assert judge(WORDS, writer, PEOPLE, NOW) == Accepted()
    elsewhere = Writer(Role.READER, shown_count=9, recent=(ago(seconds=100),))
    assert judge(WORDS, elsewhere, slow, NOW) == Accepted()


def test_new_people_and_those_without_an_account_write_more_slowly() -> None:
    recent = tuple(ago(seconds=10 * one) for one in range(3))
    assert judge(WORDS, Writer(Role.READER, shown_count=9, recent=recent), PEOPLE, NOW) == Accepted()
    for writer in (Writer(Role.READER, recent=recent), Writer(None, recent=recent)):
        declined = judge(WORDS, writer, OPEN, NOW)
        assert declined == Declined(Reason.FAST, 50)


@given(st.lists(st.integers(0, 90_000), max_size=200), st.sampled_from([NEW_PACE, PACE]))
def test_who_waits_as_long_as_told_keeps_to_the_pace(
    seconds: list[int], pace: tuple[tuple[int, timedelta], ...]
) -> None:
    moments = [ago(seconds=one) for one in seconds]
    wait = wait_seconds(moments, pace, NOW)
    assert wait >= 0
    assert wait_seconds(moments, pace, NOW + timedelta(seconds=wait)) == 0
    if wait > 1:
        assert wait_seconds(moments, pace, NOW + timedelta(seconds=wait - 2)) > 0


@pytest.mark.parametrize(
    ("age", "state", "is_writer", "reason"),
    [
        (timedelta(0), State.SHOWN, True, None),
        (EDIT_WINDOW, State.HELD, True, None),
        (EDIT_WINDOW + timedelta(seconds=1), State.SHOWN, True, Reason.LATE),
        (timedelta(0), State.SHOWN, False, Reason.NOT_ALLOWED),
        (timedelta(0), State.HIDDEN, True, Reason.GONE),
        (timedelta(0), State.ERASED, True, Reason.GONE),
    ],
)
def test_a_comment_is_edited_by_its_writer_for_a_while(
    age: timedelta, state: State, is_writer: bool, reason: Reason | None
) -> None:
    assert may_change(NOW - age, state, is_writer=is_writer, now=NOW) is reason


def test_what_is_not_shown_is_for_its_writer_or_moderators() -> None:
    assert may_see(None, State.SHOWN, is_writer=False)
    assert may_see(Role.READER, State.HELD, is_writer=True)
    assert not may_see(Role.READER, State.HELD, is_writer=False)
    assert not may_see(Role.READER, State.HIDDEN, is_writer=True)
    assert all(may_see(Role.MODERATOR, state, is_writer=False) for state in State)


def test_nobody_is_banned_by_their_like() -> None:
    assert may_ban(Role.MODERATOR, Role.READER)
    assert not may_ban(Role.MODERATOR, Role.MODERATOR)
    assert not may_ban(Role.READER, Role.READER)
    assert not may_ban(None, Role.READER)
