"""What time it is in a stream of articles."""

from datetime import UTC, datetime, timedelta

from octavo.core.clock import shifted
from octavo.core.stream_clock import StreamClock


def test_one_odd_date_moves_the_time_hardly_at_all() -> None:
    clock = StreamClock()
    assert not clock.is_far(0.0, 1.0)
    for moment in (100.0, 9e12, 101.0, -9e12, 102.0):
        assert clock.tick(moment) == moment
    assert clock.tick(None) == 101.0
    assert clock.is_far(9e12, 3600)
    assert clock.is_far(-9e12, 3600)
    assert not clock.is_far(3000.0, 3600)


def test_of_two_moments_neither_is_far() -> None:
    clock = StreamClock()
    for moment in (100.0, -9e12):
        clock.tick(moment)
    assert not clock.is_far(100.0, 1.0)


def test_the_time_goes_on_with_the_stream() -> None:
    clock = StreamClock()
    for moment in range(1000):
        clock.tick(float(moment))
    assert clock.tick(None) == 949.0


def test_a_moment_is_never_moved_out_of_the_calendar() -> None:
    week = timedelta(days=7)
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    assert shifted(first, -week) == first
    assert shifted(last, week) == last
    assert shifted(first + week, -week) == first
