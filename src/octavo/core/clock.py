"""Time, asked for in one place so that a caller can hand in its own."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

OLDEST = datetime(1600, 1, 1, tzinfo=UTC)
"""Before any newspaper: what is dated earlier was not dated."""


def utc_now() -> datetime:
    """Return the present, aware, in UTC."""
    return datetime.now(UTC)


def as_utc(moment: datetime, zone: tzinfo = UTC) -> datetime:
    """Return `moment` in UTC; one without a zone is taken to be in `zone`, but for midnight, which only tells a day."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone if moment.time() != time.min else UTC)
    return moment.astimezone(UTC)


def day_away(day: date, days: int) -> date | None:
    """Return the day that is `days` later; None beyond the calendar's first and last year."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shifted(moment: datetime, span: timedelta) -> datetime:
    """Return the moment that is `span` later, or the last that a calendar has (the first, for a span before)."""
    try:
        return moment + span
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC) if span > timedelta() else datetime.min.replace(tzinfo=UTC)
