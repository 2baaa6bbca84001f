"""Moments as pages write them: ISO and header dates, days in words, and "5 hours ago" in many languages."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from octavo.core.clock import OLDEST, as_utc
from octavo.extract.moment_words import DAY_WORDS, DUALS, MONTHS, NOW_WORDS, RELATIVE, UNIT_SECONDS

SECOND, MINUTE, DAY = 1, 60, 86400

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९", "012345678901234567890123456789")
_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s*(?:Z|[+-]\d\d:?(?:\d\d)?)?)?", re.IGNORECASE
)
_TIME = re.compile(r"(?<![\d.])(\d{1,2})[:h](\d\d)(?::(\d\d))?(?![\d.])\s*([ap]\.?m\b)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d)(?!\d)")
_MONTH_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?,?\s*(?:de\s+|of\s+)?({_MONTH_NAME})\.?,?\s*(?:de\s+|del\s+)?((?:19|20)\d\d)"
)
_MONTH_DAY = re.compile(rf"({_MONTH_NAME})\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?,?\s*((?:19|20)\d\d)")
_ZONE = re.compile(r"(?:(?:\b(?:UTC|GMT))\s*)?([+-])(\d\d):?(\d\d)\b")
_NAMED_ZONES = {"UTC": 0, "GMT": 0, "KST": 9, "JST": 9, "CET": 1, "CEST": 2, "BST": 1, "EST": -5, "EDT": -4, "IST": 5.5}


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in UTC, and how far off it may be."""

    when: datetime
    precision_seconds: int


def machine(written: str, zone: tzinfo = UTC) -> Moment | None:
    """Read what a machine wrote: ISO 8601, RFC 5322, or seconds since 1970; None for anything else.

    A time without a zone is taken to be in `zone`.
    """
    try:
        moment = _machine(written.strip(), zone)
    except OverflowError:
        return None
    return moment if moment and moment.when >= OLDEST else None


def _machine(written: str, zone: tzinfo) -> Moment | None:
    match = _ISO.match(written)
    if match:
        return _from_iso(match.group(), zone)
    if re.fullmatch(r"1\d{9}(\d{3})?", written):
        return Moment(datetime.fromtimestamp(int(written[:10]), UTC), SECOND)
    try:
        return Moment(as_utc(parsedate_to_datetime(written)), SECOND)
    except (ValueError, TypeError, IndexError):
        return None


def _from_iso(written: str, zone: tzinfo) -> Moment | None:
    written = re.sub(r"\s+(?=[+\-Zz])", "", written.upper())
    written = re.sub(r"([+-]\d\d)$", r"\g<1>00", written) if ":" in written else written
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return _from_iso(written[:10], zone) if len(written) > 10 else None
    if len(written) == 10:
        return Moment(when.replace(tzinfo=UTC), DAY)
    return Moment(_in_utc(when, zone), SECOND)


def _in_utc(when: datetime, zone: tzinfo) -> datetime:
    return as_utc(when if when.tzinfo else when.replace(tzinfo=zone))


def in_words(written: str, zone: tzinfo = UTC) -> Moment | None:
    """Read a day, and the time where there is one, as people write it: "26. Juni 2025, 14:05 Uhr"."""
    written = written.translate(_DIGITS).casefold()
    day = _day(written)
    if day is None:
        return None
    year, month, day_of_month, rest = day
    try:
        when = datetime(year, month, day_of_month, tzinfo=UTC)
    except ValueError:
        return None
    clock = _TIME.search(rest)
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return Moment(when, DAY)
    hour = int(clock[1]) % 12 + 12 * clock[4].startswith("p") if clock[4] else int(clock[1])
    when = when.replace(hour=hour, minute=int(clock[2]), tzinfo=None)
    return Moment(_in_utc(_with_zone(when, rest), zone), MINUTE)


def _day(written: str) -> tuple[int, int, int, str] | None:
    if _YEAR.search(written) is None:
        return None
    if match := _YEAR_FIRST.search(written):
        year, month, day = map(int, match.groups())
    elif match := _DAY_MONTH.search(written):
        year, month, day = int(match[3]), MONTHS[match[2]], int(match[1])
    elif match := _MONTH_DAY.search(written):
        year, month, day = int(match[3]), MONTHS[match[1]], int(match[2])
    elif match := _YEAR_LAST.search(written):
        first, second, year = map(int, match.groups())
        day, month = (second, first) if second > 12 else (first, second)
    else:
        return None
    return year, month, day, written[: match.start()] + " " + written[match.end() :]


def _with_zone(when: datetime, rest: str) -> datetime:
    if match := _ZONE.search(rest):
        minutes = int(match[2]) * 60 + int(match[3])
        return when.replace(tzinfo=timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes)))
    for name, hours in _NAMED_ZONES.items():
        if re.search(rf"\b{name.casefold()}\b", rest):
            return when.replace(tzinfo=timezone(timedelta(hours=hours)))
    return when


@dataclass(frozen=True, slots=True)
class Found:
    """A moment that ends a line, and what stands before it on that line."""

    moment: Moment
    before: str


def at_end(line: str, now: datetime) -> Found | None:
    """Find a moment at the end of a short line, reckoned from `now`: "Heraldtime5 hours ago", "한강일보 · 3시간 전"."""
    plain = line.translate(_DIGITS)
    for pattern in RELATIVE:
        if match := pattern.search(plain):
            unit = next(name for name, value in match.groupdict().items() if value and name in UNIT_SECONDS)
            before = now - timedelta(seconds=_amount(match) * UNIT_SECONDS[unit])
            return Found(Moment(before, UNIT_SECONDS[unit]), line[: match.start()])
    for words, seconds in ((NOW_WORDS, 0), *((words, days * DAY) for days, words in DAY_WORDS.items())):
        if match := words.search(plain):
            return Found(Moment(now - timedelta(seconds=seconds), DAY if seconds else MINUTE), line[: match.start()])
    return _absolute_at_end(line)


def _amount(match: re.Match[str]) -> int:
    count = match.group("count") or ""
    return int(count) if count.isdigit() else 2 if DUALS.search(match.group()) else 1


def _absolute_at_end(line: str) -> Found | None:
    plain = line.translate(_DIGITS).casefold()
    starts = [
        match.start()
        for pattern in (_YEAR_FIRST, _DAY_MONTH, _MONTH_DAY, _YEAR_LAST)
        if (match := pattern.search(plain))
    ]
    moment = machine(line[min(starts) :]) or in_words(line[min(starts) :]) if starts else None
    if moment is None or len(plain) - min(starts) > 45:
        return None
    return Found(moment, line[: min(starts)])
