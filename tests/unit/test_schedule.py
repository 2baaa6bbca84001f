"""When a feed is asked again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.sources import constants as c
from octavo.sources.schedule import Action, Hints, History, hints_of, next_poll

NOW = datetime(2025, 6, 24, 12, tzinfo=UTC)
URL = "https://post.example/rss"


def every(minutes: int, count: int = 20, ago_minutes: int = 0) -> tuple[datetime, ...]:
    return tuple(NOW - timedelta(minutes=ago_minutes + minutes * number) for number in range(count))


def seconds(history: History, hints: Hints | None = None) -> int:
    return next_poll(history, hints or Hints(), NOW).interval_seconds


def near(expected: float) -> object:
    return pytest.approx(expected, rel=c.JITTER_SHARE + 0.001)


def test_a_feed_without_history_is_polled_soon() -> None:
    assert seconds(History(URL)) == near(c.FIRST_POLL_SECONDS)


def test_the_rhythm_is_learned() -> None:
    assert seconds(History(URL, every(60))) == near(30 * 60)
    assert seconds(History(URL, every(1))) == near(c.SHORTEST_POLL_SECONDS)
    assert seconds(History(URL, every(60 * 24 * 30))) == near(c.LONGEST_POLL_SECONDS)


def test_a_feed_that_fell_silent_is_polled_less() -> None:
    assert seconds(History(URL, every(10, ago_minutes=60 * 50))) == near(5 * 3600)


def test_future_dates_teach_nothing() -> None:
    ahead = tuple(NOW + timedelta(days=day) for day in range(1, 9))
    assert seconds(History(URL, ahead)) == near(c.FIRST_POLL_SECONDS)


@pytest.mark.parametrize("hints", [Hints(ttl_seconds=7200), Hints(max_age_seconds=7200)])
def test_hints_lengthen_and_never_shorten(hints: Hints) -> None:
    assert seconds(History(URL, every(10)), hints) == near(7200)
    assert seconds(History(URL, every(60 * 10)), hints) == near(5 * 3600)


def test_absurd_hints_are_bounded() -> None:
    assert seconds(History(URL, every(10)), Hints(ttl_seconds=10**9)) == near(c.HINT_LONGEST_SECONDS)
    assert seconds(History(URL), Hints(retry_after_seconds=10**9)) == c.RETRY_AFTER_LONGEST_SECONDS


def test_errors_double_up_to_a_limit() -> None:
    pauses = [seconds(History(URL, errors_count=count, status=500)) for count in (1, 2, 3, 50)]
    assert pauses == [near(600), near(1200), near(2400), near(c.ERROR_LONGEST_SECONDS)]


def test_retry_after_is_kept_exactly() -> None:
    assert seconds(History(URL, errors_count=1, status=429), Hints(retry_after_seconds=5000)) == 5000


def test_gone_retires() -> None:
    plan = next_poll(History(URL, status=410, errors_count=1), Hints(), NOW)
    assert (plan.action, plan.poll_at) == (Action.RETIRE, None)


def test_skipped_hours_are_left_in_peace() -> None:
    plan = next_poll(History(URL, every(60)), Hints(skip_hours=(12, 13, 14)), NOW)
    assert plan.poll_at == NOW.replace(hour=15)


def test_jitter_is_fixed_and_spreads() -> None:
    pauses = [seconds(History(f"https://post.example/{number}")) for number in range(50)]
    assert pauses == [seconds(History(f"https://post.example/{number}")) for number in range(50)]
    assert len(set(pauses)) > 40


@pytest.mark.parametrize(
    ("headers", "hints"),
    [
        ({"cache-control": "public, max-age=600, s-maxage=60"}, Hints(max_age_seconds=600)),
        ({"cache-control": "no-store"}, Hints()),
        ({"retry-after": "120"}, Hints(retry_after_seconds=120)),
        ({"retry-after": "Tue, 24 Jun 2025 12:05:00 GMT"}, Hints(retry_after_seconds=300)),
        ({"retry-after": "Tue, 24 Jun 2025 11:00:00 GMT"}, Hints(retry_after_seconds=0)),
        ({"retry-after": "soon", "cache-control": "max-age=soon"}, Hints()),
    ],
)
def test_hints_of_headers(headers: dict[str, str], hints: Hints) -> None:
    assert hints_of(headers, NOW) == hints


@given(
    st.lists(st.integers(-10_000, 200_000).map(lambda hours: NOW - timedelta(hours=hours)), max_size=40),
    st.integers(0, 200),
    st.builds(
        Hints,
        st.none() | st.integers(0, 10**9),
        st.lists(st.integers(0, 23), max_size=24),
        st.none() | st.integers(0, 10**9),
        st.none() | st.integers(0, 10**9),
    ),
)
def test_every_plan_lies_ahead_within_bounds(times: list[datetime], errors_count: int, hints: Hints) -> None:
    plan = next_poll(History(URL, times, errors_count), hints, NOW)
    assert plan.poll_at is not None
    shortest = c.SHORTEST_POLL_SECONDS * (1 - c.JITTER_SHARE)
    assert shortest <= (plan.poll_at - NOW).total_seconds() <= c.RETRY_AFTER_LONGEST_SECONDS + c.DAY_SECONDS
    assert set(hints.skip_hours) == set(range(24)) or plan.poll_at.hour not in hints.skip_hours
