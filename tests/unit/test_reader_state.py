"""What is decided about a reader's state: looks, visits, quiet hours, acts as sent."""

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.accounts.look import CHOICES, Look
from octavo.accounts.quiet import is_quiet, zone_of
from octavo.accounts.sent_acts import OLDEST, sent_act
from octavo.accounts.visits import Visits, is_new, visited
from octavo.core.errors import BadInput

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@given(st.fixed_dictionaries({name: st.sampled_from(values) for name, values in CHOICES.items()}))
def test_a_look_is_read_as_it_was_written(chosen: dict[str, str]) -> None:
    look = Look.of(chosen)
    assert Look.read(look.text) == look
    assert {name: getattr(look, name) for name in CHOICES} == chosen


@given(st.text())
def test_no_cookie_makes_another_look_than_there_is(text: str) -> None:
    look = Look.read(text)
    assert all(getattr(look, name) in values for name, values in CHOICES.items())


def test_what_is_as_usual_is_not_written() -> None:
    assert Look().text == ""
    assert Look.read("theme=dark&size=enormous&face=sans") == Look(theme="dark", face="sans")


def test_a_visit_ends_with_a_pause() -> None:
    first = visited(None, NOW)
    assert first == Visits(NOW)
    assert not is_new(NOW + MINUTE, first)
    goes_on = visited(first, NOW + 20 * MINUTE)
    assert goes_on.before is None
    later = visited(goes_on, NOW + 600 * MINUTE)
    assert later == Visits(NOW + 600 * MINUTE, NOW + 20 * MINUTE)
    assert is_new(NOW + 21 * MINUTE, later)
    assert not is_new(NOW + 19 * MINUTE, later)
    assert visited(later, NOW) == later


@pytest.mark.parametrize(
    ("at", "zone", "begins", "ends", "expected"),
    [
        (time(23), "", time(22), time(7), True),
        (time(6, 59), "", time(22), time(7), True),
        (time(7), "", time(22), time(7), False),
        (time(13), "", time(12), time(14), True),
        (time(14), "", time(12), time(14), False),
        (time(13), "Asia/Seoul", time(22), time(7), True),
        (time(13), "Asia/Nowhere", time(22), time(7), False),
        (time(13), "", None, time(14), False),
        (time(13), "", time(13), time(13), False),
    ],
)
def test_quiet_hours_are_the_readers_own(
    at: time, zone: str, begins: time | None, ends: time | None, expected: bool
) -> None:
    assert is_quiet(datetime.combine(NOW, at, UTC), zone, begins, ends) is expected


@pytest.mark.parametrize("name", ["", "../etc/passwd", "/etc/localtime", "Nowhere", "a\0b", "x" * 9_000])
def test_no_other_file_is_a_time_zone(name: str) -> None:
    assert zone_of(name) is None


def test_an_act_is_read_with_what_it_is_about() -> None:
    key = uuid4()
    line = {"key": str(key), "act": "star", "article": 7, "at": "2026-03-01T13:00:00+02:00"}
    sent = sent_act(line, NOW)
    assert (sent.key, sent.act, sent.facts) == (key, "star", {"article": 7})
    assert sent.at == datetime(2026, 3, 1, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2030-01-01T00:00:00Z", NOW),
        ("1970-01-01T00:00:00Z", NOW - OLDEST),
        ("2026-03-01T11:00:00", NOW - timedelta(hours=1)),
        ("yesterday", NOW),
        (None, NOW),
        ("9999-99-99", NOW),
    ],
)
def test_a_device_with_a_wrong_clock_does_not_reach_into_the_future(at: object, expected: datetime) -> None:
    assert sent_act({"key": str(uuid4()), "act": "read", "at": at}, NOW).at == expected


@pytest.mark.parametrize(
    "line", [None, [], "star", {}, {"key": 7, "act": "star"}, {"key": "x", "act": "star"}, {"key": str(uuid4())}]
)
def test_what_is_no_act_is_refused(line: object) -> None:
    with pytest.raises(BadInput):
        sent_act(line, NOW)
