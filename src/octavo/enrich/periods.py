"""Spans of time that a text names by how far they are from its own day: last week, three days ago, since Monday."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from octavo.core.numerals import signed
from octavo.core.quantities import quantities
from octavo.core.text import is_paired
from octavo.enrich.days import calendar
from octavo.enrich.lexicon import any_of, times
from octavo.enrich.numerals import numerals

_WEEK = 7
_UNITS = {"day": 1, "week": _WEEK}
_FARTHEST = 1_000
"""Days or weeks that are counted, at most."""
_SATURDAY = 5
_MONTHS = 12
_COUNTED_MONTH = re.compile(r"(?<![\d.])(?:(?P<year>\d{4})[년年]\s?)?(?P<month>\d{1,2})[월月](?!\s?\d{1,2}[일日号])")
_ANY_NUMBER = r"[^\W_]+"
_NUMBER = {
    "ja": r"\d{1,3}|[一二三四五六七八九十]{1,3}",
    "ko": r"\d{1,3}",
    "zh": r"\d{1,3}|[一二三四五六七八九十两]{1,3}",
}
"""What a number looks like where nothing parts words."""


@dataclass(frozen=True, slots=True)
class Period:
    """All days from the first to the last."""

    first: date
    last: date

    def holds(self, other: "Period") -> bool:
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Named:
    """A span of time where a text names it: `text[start:end]`."""

    start: int
    end: int
    periods: tuple[Period, ...]
    """More than one where the name may mean either."""
    is_reckoned: bool = False
    """Whether it is told by how far it is from the day of who speaks, as last week is and March is not."""


def periods(text: str, language: str, today: date) -> Iterator[Named]:
    """Yield the spans of time that a text of `today` names: months, those that are counted, those with a name."""
    yield from _months(text, language, today)
    for pattern, kind, unit in _counted(language):
        for match in pattern.finditer(text):
            if count := _value(match["n"], language):
                yield _named(match, [(kind, _UNITS[unit] * count)], today)
    for match in _names(language).finditer(text):
        yield _named(match, _meanings(language)[match.group().casefold()], today)


def _months(text: str, language: str, today: date) -> Iterator[Named]:
    """Yield the months of a text, each the last of its name, or the next where it is still to come."""
    for match in _month(language).finditer(text):
        name, year = match["month"].casefold(), int(match["year"] or 0)
        month = int(name) if name.isdigit() else 1 + calendar(language)[0].index(name)
        if 1 <= month <= _MONTHS and year < date.max.year:
            before = today.year - 1 if month > today.month else today.year
            years = {year} if year else {max(1, before), today.year}
            yield Named(match.start("month"), match.end(), tuple(_month_of(one, month) for one in sorted(years)))


@cache
def _month(language: str) -> re.Pattern[str]:
    """Return what a month looks like that no day stands beside, with the word that leads to it."""
    leads = times(language).get("month", ())
    if not leads:
        return _COUNTED_MONTH
    named = rf"(?P<month>{any_of(calendar(language)[0])})(?:,?\s(?:de\s)?(?P<year>\d{{4}}))?"
    return re.compile(rf"(?<!\w)(?:{any_of(leads)})\s{named}(?![\w’'])(?!\s\d)", re.IGNORECASE)


def _month_of(year: int, month: int) -> Period:
    """Return a month; 13 is the first of the next year."""
    first, after = (date(year + at // 12, at % 12 + 1, 1) for at in (month - 1, month))
    return Period(first, after - timedelta(days=1))


def _named(match: re.Match[str], meanings: list[tuple[str, int]], today: date) -> Named:
    found = (_period(kind, away, today) for kind, away in meanings)
    return Named(match.start(), match.end(), tuple(one for one in found if one), is_reckoned=True)


def _period(kind: str, away: int, today: date) -> Period | None:
    """Return the span so many of its kind away; None beyond the calendar's first and last year."""
    try:
        if kind == "month":
            return _month_of(today.year, today.month + away)
        first, last = _days(kind, away, today.weekday())
        return Period(today + timedelta(days=first), today + timedelta(days=last))
    except (OverflowError, ValueError):
        return None


def _days(kind: str, away: int, weekday: int) -> tuple[int, int]:
    """Return how far away the first and the last day of a span are."""
    monday = _WEEK * away - weekday
    spans = {
        "day": (away, away),
        "ago": (-away, -away),
        "past": (-away, 0),
        "week": (monday, monday + _WEEK - 1),
        "weekend": (monday + _SATURDAY, monday + _WEEK - 1),
    }
    return spans[kind]


def _value(written: str, language: str) -> int:
    """Return the number that is written, 0 for what is none."""
    if is_paired(written):
        return int(signed(written))
    found = next((one.value for one in (*quantities(written), *numerals(written, language))), 0)
    return int(min(found, _FARTHEST))


@cache
def _meanings(language: str) -> Mapping[str, list[tuple[str, int]]]:
    """Return what each name of a span means, one of two where it may be either."""
    found: dict[str, list[tuple[str, int]]] = {}
    for key, names in times(language).items():
        kind, _, away = key.partition(" ")
        for name in names if away.lstrip("-").isdigit() else ():
            found.setdefault(name, []).append((kind, int(away)))
    return found


@cache
def _names(language: str) -> re.Pattern[str]:
    return whole(any_of([*_meanings(language)]), language)


@cache
def _counted(language: str) -> list[tuple[re.Pattern[str], str, str]]:
    number = f"(?P<n>{_NUMBER.get(language, _ANY_NUMBER)})"
    return [
        (whole(number.join(map(re.escape, name.split("{n}"))), language), kind, unit)
        for kind, unit in (key.split(" ") for key in times(language) if " " in key)
        for name in times(language)[f"{kind} {unit}"]
        if unit in _UNITS
    ]


def whole(pattern: str, language: str) -> re.Pattern[str]:
    """Return what finds a pattern as words of their own; with a particle behind them where a script glues those."""
    if language in ("ja", "zh"):
        return re.compile(f"(?:{pattern})")
    particles = [*times(language).get("behind", ()), *times(language).get("since_behind", ())]
    end = rf"(?=(?:{any_of(particles)})?(?!\w))" if language == "ko" else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?:{pattern}){end}", re.IGNORECASE)
