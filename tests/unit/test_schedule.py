"""When a feed is asked again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.sources import constants as c
from octavo.sources.moving import Moving, has_held, seen
from octavo.sources.pace import change_gap_seconds, rhythm
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
    assert seconds(History(URL, rhythm(every(60), NOW))) == near(30 * 60)
    assert seconds(History(URL, rhythm(every(1), NOW))) == near(c.SHORTEST_POLL_SECONDS)
    assert seconds(History(URL, rhythm(every(60 * 24 * 30), NOW))) == near(c.LONGEST_POLL_SECONDS)


def test_a_feed_that_fell_silent_is_polled_less() -> None:
    assert seconds(History(URL, rhythm(every(10, ago_minutes=60 * 50), NOW))) == near(5 * 3600)


def test_a_feed_whose_only_entry_is_old_is_polled_less() -> None:
    days = {0.1: c.FIRST_POLL_SECONDS, 2: 0.2 * c.DAY_SECONDS, 400: c.LONGEST_POLL_SECONDS}
    for ago, pause in days.items():
        assert seconds(History(URL, rhythm((NOW - timedelta(days=ago),), NOW))) == near(pause)


def test_a_feed_without_any_entry_is_polled_less_the_longer_it_stays_so() -> None:
    pauses = [seconds(History(URL, quiet_polls_count=count)) for count in (0, 5, 48, 10_000)]
    assert next_poll(History(URL, quiet_polls_count=48), Hints(), NOW).reason == "has brought nothing for long"
    assert pauses == [near(c.FIRST_POLL_SECONDS)] * 2 + [near(4.8 * c.FIRST_POLL_SECONDS), near(c.LONGEST_POLL_SECONDS)]


def test_future_dates_teach_nothing() -> None:
    ahead = tuple(NOW + timedelta(days=day) for day in range(1, 9))
    assert seconds(History(URL, rhythm(ahead, NOW))) == near(c.FIRST_POLL_SECONDS)


@pytest.mark.parametrize("hints", [Hints(ttl_seconds=7200), Hints(max_age_seconds=7200)])
def test_hints_lengthen_and_never_shorten(hints: Hints) -> None:
    assert seconds(History(URL, rhythm(every(10), NOW)), hints) == near(7200)
    assert seconds(History(URL, rhythm(every(60 * 10), NOW)), hints) == near(5 * 3600)


def test_absurd_hints_are_bounded() -> None:
    assert seconds(History(URL, rhythm(every(10), NOW)), Hints(ttl_seconds=10**9)) == near(c.HINT_LONGEST_SECONDS)
    assert seconds(History(URL), Hints(retry_after_seconds=10**9)) == c.RETRY_AFTER_LONGEST_SECONDS


def test_errors_double_up_to_a_limit() -> None:
    pauses = [seconds(History(URL, errors_count=count, status=500)) for count in (1, 2, 3, 50)]
    assert pauses == [near(600), near(1200), near(2400), near(c.ERROR_LONGEST_SECONDS)]
    reasons = [next_poll(History(URL, errors_count=count), Hints(), NOW).reason for count in (1, 2)]
    assert reasons == ["failed once", "failed 2 times in a row"]


def test_retry_after_is_kept_exactly() -> None:
    assert seconds(History(URL, errors_count=1, status=429), Hints(retry_after_seconds=5000)) == 5000


def test_gone_retires() -> None:
    plan = next_poll(History(URL, status=410, errors_count=1), Hints(), NOW)
    assert (plan.action, plan.poll_at) == (Action.RETIRE, None)


def test_skipped_hours_are_left_in_peace() -> None:
    plan = next_poll(History(URL, rhythm(every(60), NOW)), Hints(skip_hours=(12, 13, 14)), NOW)
    assert plan.poll_at is not None
    assert NOW.replace(hour=15) <= plan.poll_at <= NOW.replace(hour=15) + timedelta(seconds=c.SPREAD_SECONDS)


def test_skipped_days_are_left_in_peace() -> None:
    plan = next_poll(History(URL, rhythm(every(60), NOW)), Hints(skip_days=(1, 2)), NOW)
    assert plan.poll_at is not None
    assert (NOW.weekday(), plan.poll_at.weekday(), plan.poll_at.hour) == (1, 3, 0)
    assert plan.reason == "it asks for no polls until then"


@pytest.mark.parametrize(
    ("hints", "hour"),
    [(Hints(skip_hours=(12,), skip_days=range(7)), 13), (Hints(skip_hours=range(24), skip_days=(1,)), 0)],
)
def test_who_skips_every_day_or_every_hour_is_heard_on_the_other(hints: Hints, hour: int) -> None:
    plan = next_poll(History(URL, rhythm(every(60), NOW)), hints, NOW)
    assert plan.poll_at is not None
    assert plan.poll_at.hour == hour
    assert plan.poll_at.weekday() == (2 if hour == 0 else 1)


def test_feeds_that_wait_for_the_same_hour_are_spread() -> None:
    hints = Hints(skip_hours=(12, 13))
    times = {next_poll(History(f"{URL}/{number}", rhythm(every(60), NOW)), hints, NOW).poll_at for number in range(50)}
    assert len(times) > 40


def test_entries_that_come_in_bursts_teach_no_haste() -> None:
    burst = tuple(NOW - timedelta(hours=1, seconds=second) for second in range(20))
    assert seconds(History(URL, rhythm(burst, NOW))) == near(360)
    assert seconds(History(URL, rhythm(burst, NOW), change_gap_seconds=12 * 3600)) == near(6 * 3600)
    together = (NOW - timedelta(minutes=5),) * 20
    assert seconds(History(URL, rhythm(together, NOW))) == near(c.FIRST_POLL_SECONDS)


def test_dates_without_times_and_entries_left_standing_mislead_nobody() -> None:
    days = tuple(NOW.replace(hour=0) - timedelta(days=number // 12) for number in range(30))
    assert seconds(History(URL, rhythm(days, NOW))) == near(NOW.hour * 3600 * c.QUIET_SHARE)
    assert seconds(History(URL, rhythm((*every(20), NOW - timedelta(days=700)), NOW))) == near(10 * 60)


def test_the_gap_between_changes_is_learned() -> None:
    assert change_gap_seconds(None, 600, 0) is None
    assert change_gap_seconds(None, 600, 1) == 600
    assert change_gap_seconds(3600, 600, 0) == 600
    assert change_gap_seconds(600, 3600, 0) == 600
    gap: int | None = 86_400
    for _ in range(12):
        gap = change_gap_seconds(gap, 3600, 2)
    assert gap == pytest.approx(3600, rel=0.4)


def test_a_feed_that_is_pushed_is_polled_slowly() -> None:
    assert seconds(History(URL, rhythm(every(10), NOW), is_pushed=True)) == near(c.PUSHED_POLL_SECONDS)
    assert seconds(History(URL, rhythm(every(10), NOW), is_pushed=True, errors_count=1)) == near(c.ERROR_FIRST_SECONDS)


def test_a_permanent_redirect_is_believed_once_it_has_held() -> None:
    moving, there = Moving(), "https://post.example/feed"
    days = [timedelta(days=day) for day in (0, 0.5, 1, 1.5)]
    for day in days:
        moving = seen(moving, there, NOW + day)
        assert not has_held(moving, NOW + day)
    assert has_held(seen(moving, there, NOW + timedelta(days=2)), NOW + timedelta(days=2))


@pytest.mark.parametrize("other", ["", "https://portal.example/"])
def test_a_redirect_that_changes_begins_anew(other: str) -> None:
    there = "https://post.example/feed"
    moving = Moving(there, NOW - timedelta(days=9), 9)
    assert has_held(moving, NOW)
    assert not has_held(seen(seen(moving, other, NOW), there, NOW), NOW)


def test_jitter_is_fixed_and_spreads() -> None:
    pauses = [seconds(History(f"https://post.example/{number}")) for number in range(50)]
    assert pauses == [seconds(History(f"https://post.example/{number}")) for number in range(50)]
    assert len(set(pauses)) > 40


@pytest.mark.parametrize(
    ("headers", "hints"),
    [
        ({"cache-control": "public, max-age=600, s-maxage=60"}, Hints(max_age_seconds=600)),
        ({"cache-control": "max-age=600", "age": "500"}, Hints(max_age_seconds=100)),
        ({"cache-control": "max-age=600", "age": "900"}, Hints(max_age_seconds=0)),
        ({"cache-control": "max-age=600", "age": "old"}, Hints(max_age_seconds=600)),
        ({"cache-control": "no-store", "expires": "Tue, 24 Jun 2025 12:05:00 GMT"}, Hints()),
        ({"expires": "Tue, 24 Jun 2025 12:05:00 GMT"}, Hints(max_age_seconds=300)),
        ({"expires": "0"}, Hints(max_age_seconds=0)),
        ({"expires": "-1"}, Hints()),
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
        ttl_seconds=st.none() | st.integers(0, 10**9),
        skip_hours=st.lists(st.integers(0, 23), max_size=24),
        skip_days=st.lists(st.integers(0, 6), max_size=7),
        max_age_seconds=st.none() | st.integers(0, 10**9),
        retry_after_seconds=st.none() | st.integers(0, 10**9),
    ),
)
def test_every_plan_lies_ahead_within_bounds(times: list[datetime], errors_count: int, hints: Hints) -> None:
    plan = next_poll(History(URL, rhythm(times, NOW), errors_count=errors_count), hints, NOW)
    assert plan.poll_at is not None
    shortest = c.SHORTEST_POLL_SECONDS * (1 - c.JITTER_SHARE)
    longest = c.RETRY_AFTER_LONGEST_SECONDS + 7 * c.DAY_SECONDS + c.SPREAD_SECONDS
    assert shortest <= (plan.poll_at - NOW).total_seconds() <= longest
    assert set(hints.skip_hours) == set(range(24)) or plan.poll_at.hour not in hints.skip_hours


@pytest.mark.parametrize("hints", [Hints(ttl_seconds=7200), Hints(max_age_seconds=7200)])
def test_jitter_shortens_no_pause_that_a_publisher_asks_for(hints: Hints) -> None:
    pauses = [seconds(History(f"{URL}?{number}", rhythm(every(10), NOW)), hints) for number in range(200)]
    assert min(pauses) >= 7200
    assert len(set(pauses)) > 100


def test_expires_counts_where_cache_control_names_no_age() -> None:
    expires = "Tue, 24 Jun 2025 14:00:00 GMT"
    assert hints_of({"cache-control": "public", "expires": expires}, NOW).max_age_seconds == 7200
    for caching in ("no-cache", "private, no-store"):
        assert hints_of({"cache-control": caching, "expires": expires}, NOW).max_age_seconds is None


def test_a_clock_that_was_set_back_teaches_no_gap_below_nothing() -> None:
    assert change_gap_seconds(600, -7200.0, 0) == 0
    assert change_gap_seconds(None, -7200.0, 3) == 0
