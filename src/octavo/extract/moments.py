"""Moments as pages write them: ISO and header dates, days in words, and "5 hours ago" in many languages."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from octavo.core.clock import OLDEST, as_utc
from octavo.extract import calendars
from octavo.extract.moment_words import (
    AFTER_TIME,
    AFTERNOON,
    BEFORE_TIME,
    DAY_WORDS,
    DUALS,
    MONTHS,
    MORNING,
    NOW_WORDS,
    RELATIVE,
    UNIT_SECONDS,
)

SECOND, MINUTE, DAY = 1, 60, 86400
NOON = 12

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९๐๑๒๓๔๕๖๗๘๙", "0123456789012345678901234567890123456789")
_DOT_ABOVE = "\N{COMBINING DOT ABOVE}"
"""What a Turkish capital I leaves behind when it is made small."""
_ISO_ZONE = r"(?:\s*(?:Z\b|[+-]\d\d:?(?:\d\d)?))?"
_ISO = re.compile(
    rf"\d{{4}}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?{_ISO_ZONE})?|\d{{8}}T\d{{4}}(?:\d\d)?{_ISO_ZONE}",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(rf"\d\s*[ap]\.?m\b|{MORNING}|{AFTERNOON}", re.IGNORECASE)
_HOUR, _MINUTE = r"(?P<hour>[01]?\d|2[0-3])", r"(?P<minute>[0-5]\d)"
_TIMES = (
    re.compile(
        rf"(?<![\d.])(?:(?P<half>{MORNING}|{AFTERNOON})\s*)?{_HOUR}[:h]{_MINUTE}(?::\d\d)?(?![\d.])\s*"
        r"(?P<ending>[ap]\.?m\b)?"
    ),
    re.compile(
        rf"(?:(?P<half>{MORNING}|{AFTERNOON})\s*)?(?<!\d){_HOUR}\s?[時时点點시]\s?(?P<minute>[0-5]?\d)\s?[分분]"
    ),
    re.compile(rf"(?:\b(?:{BEFORE_TIME})\.?\s*|^\W*){_HOUR}\.{_MINUTE}(?![\d.])"),
    re.compile(rf"(?<![\d.]){_HOUR}\.{_MINUTE}(?=\s*(?:{AFTER_TIME})(?!\w))"),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d)(?!\d)")
_MONTH_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?,?\s*(?:de\s+|of\s+)?({_MONTH_NAME})\.?,?(?:/\w+)?\s*"
    r"(?:de\s+|del\s+)?((?:19|20)\d\d)"
)
_MONTH_DAY = re.compile(rf"({_MONTH_NAME})\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?,?\s*((?:19|20)\d\d)")
_YEAR_MONTH = re.compile(rf"(?<!\d)((?:19|20)\d\d)\.?\s*(?:m\.\s*)?({_MONTH_NAME})\.?\s*(\d{{1,2}})(?!\d)")
_YEAR_DAY = re.compile(rf"(?<!\d)((?:19|20)\d\d)\. gada (\d{{1,2}})\.\s*({_MONTH_NAME})")
_ZONE = re.compile(r"(?:\b(?:utc|gmt)\s*([+-])([01]?\d)(?::?(\d\d))?|([+-])([01]\d):?(\d\d))\b")
_ZONE_HOURS = {
    "utc": 0, "gmt": 0, "kst": 9, "jst": 9, "cet": 1, "cest": 2, "bst": 1, "eet": 2, "eest": 3, "msk": 3, "мск": 3,
    "ist": 5.5, "wib": 7, "wita": 8, "wit": 9, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7,
}  # fmt: skip
_ZONE_PLACES = {"et": "America/New_York", "ct": "America/Chicago", "pt": "America/Los_Angeles"}
"""Zones named without saying whether it is summer."""
_NAMED_ZONE = re.compile(rf"\d*\W{{0,3}}({'|'.join(_ZONE_HOURS)}|(?:{'|'.join(_ZONE_PLACES)})(?=\W*$))\b")
"""Right after the time, as their names are words of some languages."""


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
    if _HALF_DAY.search(written):
        return None
    if match := _ISO.match(written):
        return _from_iso(match.group(), _zone(written[match.end() :]), zone)
    if re.fullmatch(r"1\d{9}(\d{3})?", written):
        return Moment(datetime.fromtimestamp(int(written[:10]), UTC), SECOND)
    try:
        when = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return None
    return Moment(_in_utc(when, _zone(written.rpartition(":")[2]), UTC if "-0000" in written else zone), SECOND)


def _from_iso(written: str, told: tzinfo | None, zone: tzinfo) -> Moment | None:
    written = re.sub(r"\s+(?=[+\-Z])", "", written.upper())
    day = re.split("[T ]", written)[0]
    written = re.sub(r"([+-]\d\d)$", r"\g<1>00", written) if ":" in written else written
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return _from_iso(day, told, zone) if written != day else None
    if written == day:
        return Moment(when.replace(tzinfo=UTC), DAY)
    return Moment(_in_utc(when, told, zone), SECOND)


def _in_utc(when: datetime, told: tzinfo | None, zone: tzinfo) -> datetime:
    """Return a time in UTC, by its own zone, else by what is told beside it, else by the usual one."""
    return as_utc(when.replace(tzinfo=told) if told and when.tzinfo is None else when, zone)


def in_words(written: str, zone: tzinfo = UTC) -> Moment | None:
    """Read a day, and the time where there is one, as people write it: "26. Juni 2025, 14:05 Uhr"."""
    written = written.translate(_DIGITS).casefold().replace(_DOT_ABOVE, "")
    day = _day(written)
    if day is None:
        return None
    year, month, day_of_month, rest = day
    try:
        when = datetime(year, month, day_of_month, tzinfo=UTC)
    except ValueError:
        return None
    clock = next(filter(None, (pattern.search(rest) for pattern in _TIMES)), None)
    if clock is None:
        return Moment(when, DAY)
    when = when.replace(hour=_hour(clock), minute=int(clock["minute"]), tzinfo=None)
    return Moment(_in_utc(when, _zone(rest[clock.end() :]), zone), MINUTE)


def _hour(clock: re.Match[str]) -> int:
    """Return the hour of the day, from 0, of a time that may say which half of the day it is in."""
    hour, told = int(clock["hour"]), clock.groupdict()
    half, ending = told.get("half") or "", told.get("ending") or ""
    if not (half or ending) or hour > NOON:
        return hour
    return hour % NOON + NOON * (ending.startswith("p") or re.fullmatch(AFTERNOON, half) is not None)


def _day(written: str) -> tuple[int, int, int, str] | None:
    if found := calendars.find(written):
        return found
    if _YEAR.search(written) is None:
        return None
    if match := _YEAR_FIRST.search(written):
        year, month, day = map(int, match.groups())
    elif match := _DAY_MONTH.search(written):
        year, month, day = int(match[3]), MONTHS[match[2]], int(match[1])
    elif match := _MONTH_DAY.search(written):
        year, month, day = int(match[3]), MONTHS[match[1]], int(match[2])
    elif match := _YEAR_MONTH.search(written):
        year, month, day = int(match[1]), MONTHS[match[2]], int(match[3])
    elif match := _YEAR_DAY.search(written):
        year, month, day = int(match[1]), MONTHS[match[3]], int(match[2])
    elif match := _YEAR_LAST.search(written):
        first, second, year = map(int, match.groups())
        day, month = (second, first) if second > 12 else (first, second)
    else:
        return None
    return year, month, day, written[: match.start()] + " " + written[match.end() :]


def _zone(rest: str) -> tzinfo | None:
    """Return the zone that the words after a time tell: "GMT+7", "+0900", "KST", "ET"; None where they tell none."""
    rest = rest.casefold()
    if match := _ZONE.search(rest):
        sign, hours, minutes = match[1] or match[4], int(match[2] or match[5]), int(match[3] or match[6] or 0)
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(-offset if sign == "-" else offset)
    match = _NAMED_ZONE.match(rest)
    if match is None:
        return None
    place = _ZONE_PLACES.get(match[1])
    return ZoneInfo(place) if place else timezone(timedelta(hours=_ZONE_HOURS[match[1]]))


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
        for pattern in (_YEAR_FIRST, _DAY_MONTH, _MONTH_DAY, _YEAR_MONTH, _YEAR_DAY, _YEAR_LAST)
        if (match := pattern.search(plain))
    ]
    moment = machine(line[min(starts) :]) or in_words(line[min(starts) :]) if starts else None
    if moment is None or len(plain) - min(starts) > 45:
        return None
    return Found(moment, line[: min(starts)])
