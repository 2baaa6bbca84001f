"""When to ask a feed again: a pure decider over what it has shown and what it asks for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from xxhash import xxh3_64_intdigest

from octavo.core.headers import retry_after_seconds
from octavo.sources import constants as c
from octavo.sources.pace import UNKNOWN, Rhythm, rhythm_seconds

_MAX_AGE = re.compile(r"(?:^|[\s,])(s-maxage|max-age)\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_GONE = 410
_ITS_PAUSE, _CACHED = "it asks for this pause", "cached until then"
_ASKED_FOR = (_ITS_PAUSE, _CACHED)
"""Pauses that jitter may lengthen only."""
_NEVER_FRESH = re.compile(r"(?:^|[\s,])no-(?:cache|store)\b", re.IGNORECASE)


class Action(StrEnum):
    """What to do with a feed."""

    POLL = "poll"
    RETIRE = "retire"


@dataclass(frozen=True, slots=True)
class History:
    """What a feed has shown so far."""

    url: str
    rhythm: Rhythm = UNKNOWN
    change_gap_seconds: int | None = None
    """The usual gap between polls that brought something new."""
    errors_count: int = 0
    """Failed polls in a row, the last one included."""
    status: int = 200
    """The last answer's HTTP status; 0 where there was none."""
    quiet_polls_count: int = 0
    """Polls since the last that brought something new."""
    is_pushed: bool = False
    """A hub tells what is new, so polling is only for what it may miss."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the publisher asks for."""

    ttl_seconds: int | None = None
    skip_hours: Sequence[int] = ()
    """Hours of the day, UTC."""
    skip_days: Sequence[int] = ()
    """Days of the week, UTC; Monday is 0."""
    max_age_seconds: int | None = None
    retry_after_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The decision, with its reason in words for people."""

    action: Action
    poll_at: datetime | None
    interval_seconds: int
    reason: str


def next_poll(history: History, hints: Hints, now: datetime) -> Plan:
    """Decide when to poll next.

    The feed's rhythm proposes, the publisher's hints only lengthen, errors double, and each address has its share of
    jitter, another after each error, so the same question always has the same answer. 410 (RFC 9110, 15.5.11) retires.
    """
    if history.status == _GONE:
        return Plan(Action.RETIRE, None, 0, "the publisher says that this feed is gone for good (410)")
    seconds, reason = _backed_off(history) if history.errors_count else _lengthened(history, hints, now)
    share = _share(f"{history.url} {history.errors_count}")
    seconds *= 1 + c.JITTER_SHARE * (abs(share) if reason in _ASKED_FOR else share)
    if hints.retry_after_seconds and hints.retry_after_seconds > seconds:
        seconds, reason = min(hints.retry_after_seconds, c.RETRY_AFTER_LONGEST_SECONDS), "the server asks to wait"
    planned = now + timedelta(seconds=int(seconds))
    poll_at = _outside(planned, hints, share)
    reason = reason if poll_at == planned else "it asks for no polls until then"
    return Plan(Action.POLL, poll_at, int((poll_at - now).total_seconds()), reason)


def hints_of(headers: Mapping[str, str], now: datetime) -> Hints:
    """Read Cache-Control's max-age, Expires where it names none, and Retry-After; names in lower case.

    Of max-age is left what the answer has not spent in caches on its way, its Age. RFC 9110, 10.2.3; RFC 9111, 5.
    """
    caching = headers.get("cache-control", "")
    ages = {name.lower(): int(seconds) for name, seconds in _MAX_AGE.findall(caching)}
    expires_seconds = None if _NEVER_FRESH.search(caching) else retry_after_seconds(headers.get("expires", ""), now)
    max_age_seconds = ages.get("max-age", ages.get("s-maxage"))
    if max_age_seconds is not None:
        max_age_seconds = max(0, max_age_seconds - (retry_after_seconds(headers.get("age", ""), now) or 0))
    return Hints(
        max_age_seconds=expires_seconds if max_age_seconds is None else max_age_seconds,
        retry_after_seconds=retry_after_seconds(headers.get("retry-after", ""), now),
    )


def _backed_off(history: History) -> tuple[float, str]:
    doublings = min(history.errors_count - 1, 30)
    seconds = min(c.ERROR_FIRST_SECONDS * c.ERROR_FACTOR**doublings, c.ERROR_LONGEST_SECONDS)
    return seconds, "failed once" if history.errors_count == 1 else f"failed {history.errors_count} times in a row"


def _lengthened(history: History, hints: Hints, now: datetime) -> tuple[float, str]:
    known = rhythm_seconds(history.rhythm, history.change_gap_seconds, now, history.quiet_polls_count)
    has_rhythm = history.rhythm.entry_gap_seconds or history.change_gap_seconds
    said = "follows its rhythm" if has_rhythm else "has brought nothing for long"
    seconds, reason = (known, said) if known else (c.FIRST_POLL_SECONDS, "its rhythm is not known yet")
    for asked, why in (
        (hints.ttl_seconds, _ITS_PAUSE),
        (hints.max_age_seconds, _CACHED),
    ):
        if asked and min(asked, c.HINT_LONGEST_SECONDS) > seconds:
            seconds, reason = min(asked, c.HINT_LONGEST_SECONDS), why
    if history.is_pushed and seconds < c.PUSHED_POLL_SECONDS:
        return c.PUSHED_POLL_SECONDS, "its hub tells what is new"
    return seconds, reason


def _share(key: str) -> float:
    """Return a fixed number in [-1, 1) for a text."""
    return (xxh3_64_intdigest(key.encode("utf-8", "replace")) % 2_000) / 1_000 - 1


def _outside(moment: datetime, hints: Hints, share: float) -> datetime:
    """Move a moment out of the hours and days in which the publisher asks not to be polled.

    Feeds that wait for the same hour are spread over its first minutes. All hours or all days are no such wish.
    """
    hours, days = set(hints.skip_hours), set(hints.skip_days)
    hours, days = (hours if len(hours) < 24 else set()), (days if len(days) < 7 else set())
    if not (moment.hour in hours or moment.weekday() in days):
        return moment
    while moment.hour in hours or moment.weekday() in days:
        moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment + timedelta(seconds=int((share + 1) / 2 * c.SPREAD_SECONDS))
