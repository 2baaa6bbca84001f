"""Dates as publishers write them, to aware UTC."""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from unicodedata import normalize
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from octavo.core.clock import as_utc
from octavo.core.text import listed

_HOUR = 3600
_ZONES = (
    "Z 0,UT 0,UTC 0,GMT 0,WET 0,WEST 1,BST 1,WAT 1,CET 1,CEST 2,MEZ 1,MESZ 2,EET 2,EEST 3,CAT 2,SAST 2,EAT 3,MSK 3,"
    "PKT 5,IST 5.5,WIB 7,ICT 7,MYT 8,SGT 8,HKT 8,AWST 8,KST 9,JST 9,AEST 10,AEDT 11,NZST 12,NZDT 13,ART -3,BRT -3,"
    "AST -4,ADT -3,EST -5,EDT -4,CST -6,CDT -5,MST -7,MDT -6,PST -8,PDT -7,AKST -9,AKDT -8,HST -10"
)
"""Hours from UTC. Where letters mean several zones (IST, CST, BST), the one with most newsrooms."""
_ZONE_SECONDS = {name: int(float(hours) * _HOUR) for name, hours in (zone.split() for zone in _ZONES.split(","))}
_ZONE_NAME = re.compile(r"\b[A-Z]{1,5}\b")
_ZONE_OFFSET = re.compile(r"[^\d+-]*([+-])(\d{1,2})[:.]?(\d\d)?(?!\d)[^\d]*")
_PLACE = re.compile(
    r"\s*\[?\b((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]+)\]?"
)
"""A zone by the name of a place in it, as IANA's database calls it."""
_UTC_BEFORE_OFFSET = re.compile(r"\b(?:GMT|UTC|UT|Z)\s?(?=[+-]\d)")
_EASTMOST_SECONDS = 15 * _HOUR
_MAIL = re.compile(r"[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) (GMT|[+-]\d{4})")
"""How nearly all of RSS writes its dates (RFC 822), read in half the time."""
_WORD, _YEAR = r"[^\W\d_]{3,12}", r"(?P<year>\d{4}|\d\d)(?!\d)"
_NAMED_FORMS = (
    re.compile(
        rf"\D{{0,24}}?(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|º)?[.\s-]{{0,3}}(?:de\s)?(?P<month>{_WORD})"
        rf"[.,\s-]{{1,3}}(?:del?\s)?{_YEAR}"
    ),
    re.compile(rf"\D{{0,24}}?\b(?P<month>{_WORD})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})(?!\d)"),
)
"""26 Jun 2025, 26. Juni 2025, 26 de junio de 2025; June 26, 2025; a day of the week before."""
_NUMBERED_FORMS = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}"),
    re.compile(rf"(?=\D{{0,23}}[^\x00-\x7f\d])\D{{1,24}}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/{_YEAR}"),
)
"""2025-06-26; 26.06.2025; Thứ năm, 26/06/2025. Dots, and words beyond ASCII, mean that the day is first."""
_CLOCK = re.compile(
    r"[^\d+]{1,12}?(?<!-)(\d{1,2})[:.h](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?(?!\d)(?:\s?([AaPp])\.?\s?[Mm]\b)?"
)
_EPOCH = re.compile(r"(1\d{9})(?:\d{3}|\.\d+)?")
"""Seconds or milliseconds since 1970; ten digits that begin with 2 are a year, month, day and hour."""
_ENGLISH_MONTHS = listed("january february march april may june july august september october november december")
_MONTHS = {name: n for n, full in enumerate(_ENGLISH_MONTHS, 1) for name in (full, full[:3])}
_MONTH_LANGUAGES = listed(
    "en de fr es ru pt it nl uk pl cs sk sv da nb fi ro hu tr id el bg "
    "ar ar_DZ ar_MA be ca et fa he hy ka lt lv mk sl sr"
)
_EAST_ASIAN = re.compile(
    r"(\d{4})\s*[년年./-]\s*(\d{1,2})\s*[월月./-]\s*(\d{1,2})\s*[일日.]?\D{0,12}?"
    r"(오전|오후|上午|下午|午前|午後)?\s*(?:(\d{1,2})\s*[:시時]\s*(\d{1,2})(?:\s*[:분分]\s*(\d{1,2})?\s*[초秒]?)?)?"
)
_AFTERNOON = {"오후", "下午", "午後"}
_LONGEST = 120


@lru_cache(maxsize=4096)
def read_date(text: str, zone: tzinfo = UTC) -> datetime | None:
    """Return the moment that `text` names, in UTC; None where it names none. A time without a zone is in `zone`."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if "/" in text and (place := _PLACE.search(text)):
        return read_date(text[: place.start()] + text[place.end() :], _zone_at(place[1]) or zone)
    for reader in (_iso, _mail, _named, _east_asian, _numbered, _epoch, _loose):
        try:
            moment = reader(text)
            if moment is not None:
                return as_utc(moment, zone)
        except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
            continue
    return None


def _zone_at(place: str) -> tzinfo | None:
    try:
        return ZoneInfo(place)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _iso(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text[:4].isdigit() and "-" in text else None


def _mail(text: str) -> datetime | None:
    if not (found := _MAIL.fullmatch(text)):
        return None
    day, month, year, clock, zone = found.groups()
    return datetime.fromisoformat(f"{year}-{_MONTHS[month.lower()]:02d}-{day}T{clock}{'Z' if zone == 'GMT' else zone}")


def _named(text: str) -> datetime | None:
    return _formed(text, _NAMED_FORMS)


def _numbered(text: str) -> datetime | None:
    return _formed(text, _NUMBERED_FORMS)


def _formed(text: str, forms: tuple[re.Pattern[str], ...]) -> datetime | None:
    found = next(filter(None, (form.match(text) for form in forms)), None)
    if not found:
        return None
    year, month, rest = int(found["year"]), found["month"], text[found.end() :]
    number = int(month) if month.isdecimal() else _MONTHS.get(month.lower()) or _month_called(month)
    if len(found["year"]) == 2:
        year += 2000 if year < 69 else 1900
    clock = _CLOCK.match(rest)
    zone_seconds = _zone_seconds(rest[clock.end() :] if clock else rest)
    moment = datetime(year, number, int(found["day"])) + timedelta(  # noqa: DTZ001 - a zone comes after
        seconds=_clock_seconds(*clock.groups()) if clock else 0
    )
    return moment if zone_seconds is None else moment.replace(tzinfo=UTC) - timedelta(seconds=zone_seconds)


def _clock_seconds(hour: str, minute: str, second: str | None, half: str | None) -> int:
    """Return the seconds since midnight, of which there is a 24:00 and a second 60. Raises ValueError."""
    hours, minutes, seconds = int(hour), int(minute), min(int(second or 0), 59)
    if half:
        hours = hours % 12 + (12 if half in "Pp" else 0)
    if minutes > 59 or hours > 24 or (hours == 24 and minutes):
        raise ValueError
    return hours * _HOUR + minutes * 60 + seconds


@lru_cache(maxsize=256)
def _zone_seconds(text: str) -> int | None:
    """Return how far a zone is east of UTC, None where it says nothing. Raises ValueError where it is none."""
    if found := _ZONE_OFFSET.fullmatch(text):
        seconds = int(found[2]) * _HOUR + int(found[3] or 0) * 60
        if seconds >= _EASTMOST_SECONDS:
            raise ValueError
        return -seconds if found[1] == "-" else seconds
    if any(map(str.isdigit, text)):
        raise ValueError
    return next((_ZONE_SECONDS[name] for name in _ZONE_NAME.findall(text) if name in _ZONE_SECONDS), None)


def _month_called(word: str) -> int:
    """Return a month by its name or how that begins, in any of the known languages. Raises ValueError for others."""
    word = _folded(word)
    names = _month_names()
    numbers = names.get(word) or {n for name, found in names.items() if name.startswith(word) for n in found}
    if len(numbers) != 1:
        raise ValueError
    return next(iter(numbers))


@lru_cache(maxsize=1)
def _month_names() -> Mapping[str, set[int]]:
    from babel.dates import get_month_names

    names: dict[str, set[int]] = defaultdict(set)
    for language in _MONTH_LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names[_folded(name)].add(number)
    return names


def _folded(word: str) -> str:
    """Return a word as it is compared: without case, accents, and the dot of an abbreviation."""
    return "".join(filter(str.isalpha, normalize("NFD", word.casefold())))


def _epoch(text: str) -> datetime | None:
    found = _EPOCH.fullmatch(text)
    return datetime.fromtimestamp(int(found[1]), UTC) if found else None


def _east_asian(text: str) -> datetime | None:
    found = _EAST_ASIAN.fullmatch(text)
    if not found:
        return None
    year, month, day, half, hour, minute, second = found.groups()
    hours = int(hour or 0) % 12 + (12 if half in _AFTERNOON else 0) if half else int(hour or 0)
    return datetime(int(year), int(month), int(day), hours, int(minute or 0), int(second or 0))  # noqa: DTZ001


def _loose(text: str) -> datetime | None:
    if not re.search(r"\d{4}|\d{1,2}[./:-]\d{1,2}", text):
        return None
    from dateutil import parser

    text = _UTC_BEFORE_OFFSET.sub("", text)
    return parser.parse(text, tzinfos=_zone, default=datetime(1, 1, 1))  # noqa: DTZ001 - a zone comes after


def _zone(name: str | None, offset_seconds: int | None) -> int | None:
    return _ZONE_SECONDS.get(name or "") if offset_seconds is None else offset_seconds
