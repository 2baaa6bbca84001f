"""Days that a text names, and which day each was for whoever read it when it was published."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from octavo.core.clock import day_away
from octavo.core.text import words
from octavo.enrich.cues import UNCASED
from octavo.enrich.lexicon import any_of, lexicon
from octavo.enrich.weekdays import is_deadline, weekday_date

if TYPE_CHECKING:
    from babel import Locale

_YEAR_WORDS = ("the year", "das jahr", "dem jahr", "el año", "l'an", "عام", "سنة", "tahun")
_MONTHS_AWAY = 6
"""A day without a year that would lie farther ahead is last year's."""
_ONE_DATE = (8, 14)
"""From the first to the last of these hours by the clock of Greenwich it is the same day from Los Angeles to Seoul."""
_SHORT_WEEKDAYS = {"zh": ("(?:星期|周|週|礼拜)", "", "一二三四五六日"), "ja": ("", "曜日?", "月火水木金土日")}
"""What stands before and behind the letter that tells one weekday from the next."""
_DAY_ALONE = {
    "ko": r"(?:(?<=지난 )|(?<=오는 )|(?<=이달 ))\d{1,2}일|(?<![\d.])\d{1,2}일(?=\(|\s(?:오전|오후|새벽|현지))",
    "ja": r"(?<![\d.月])\d{1,2}日(?=[、に夜朝]|午前|午後|未明)",
}
"""Korean and Japanese news names a day by its number alone, of this month or the last, with such words beside it."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day where a text names it: `text[start:end]`."""

    start: int
    end: int
    date: date | None
    """None where neither the text nor its time of publication tells which."""


def days(text: str, language: str, published: datetime | None) -> Iterator[Day]:
    """Yield the days of a text in order, with the part of the day beside them: "Monday evening"."""
    for match in day_forms(language).finditer(text):
        before = words(text[max(0, match.start() - 12) : match.start()])
        if not (before and before[-1].casefold() in lexicon(language).habitual):
            named = match.group()
            away = days_away(named, language)
            when = _relative(away, published) or _resolved(match, language, published)
            if when or away is None:
                yield Day(match.start(), match.end(), when)


def _relative(away: int | None, published: datetime | None) -> date | None:
    """Return the day so many days away; only in the hours that have one date in nearly all the world."""
    if away is None or published is None or not _ONE_DATE[0] <= published.hour <= _ONE_DATE[1]:
        return None
    return day_away(published.date(), away)


def days_away(named: str, language: str) -> int | None:
    """Return how far away the day of "yesterday", "late yesterday" or "yesterday afternoon" is; None of another day."""
    match = _led_by_relative(language).match(named)
    return _relative_words(language)[match[1].casefold()] if match else None


@cache
def _led_by_relative(language: str) -> re.Pattern[str]:
    edge = "" if language in UNCASED else r"\b"
    before, relative = any_of(lexicon(language).dayparts_before), any_of([*_relative_words(language)])
    return re.compile(rf"(?:(?:{before})\s)?({relative}){edge}", re.IGNORECASE)


@cache
def _relative_words(language: str) -> dict[str, int]:
    return {word: away for away, listed in lexicon(language).relative.items() for word in listed}


def _resolved(found: re.Match[str], language: str, published: datetime | None) -> date | None:
    """Return the day that is named: by its date where one stands there, else by its weekday."""
    named = found.group()
    numbers = [int(one) for one in re.findall(r"\d+", named)]
    year = next((one for one in numbers if one > 31), 0)
    month, day = _month(named, language), next((one for one in numbers if one <= 31), 0)
    if match := re.search(r"(\d{1,2})\s?[월月](?:\s?(\d{1,2})\s?[일日])?", named):
        month, day = int(match[1]), int(match[2] or 0)
    elif match := re.search(r"\d{4}-(\d{2})-(\d{2})", named):
        month, day = int(match[1]), int(match[2])
    if month and not day:
        return None
    if month or (day and not weekday_of(named, language)):
        nearest = _nearest(year, month, day, published)
        may_pass = nearest is not None and month and not year
        return _next(nearest, published) if may_pass and is_deadline(found, language) else nearest
    weekday = weekday_of(named, language)
    if not weekday or published is None:
        return None
    return weekday_date(weekday, found, language, published.date())


def _nearest(year: int, month: int, day: int, published: datetime | None) -> date | None:
    """Return a date that lacks its year, or its year and month, as news means it."""
    if not year and published is None:
        return None
    try:
        if year:
            return date(year, month, day)
        assert published is not None
        if month:
            found = date(published.year, month, day)
            ahead = (found - published.date()).days
            return found.replace(year=found.year - 1) if ahead > _MONTHS_AWAY * 30 else found
        last = published.date().replace(day=1) - timedelta(days=1)
        return published.date().replace(day=day) if day <= published.day + 1 else last.replace(day=day)
    except (ValueError, OverflowError):
        return None


def _next(found: date | None, published: datetime | None) -> date | None:
    """Return the same day of the year when it comes next, for one that has passed."""
    if found is None or published is None or found >= published.date():
        return found
    try:
        return found.replace(year=found.year + 1)
    except ValueError:
        return None


def _month(named: str, language: str) -> int:
    folded = named.casefold()
    whole = {name: n for n, name in enumerate(calendar(language)[0], start=1)}
    return next((n for names in (whole, short_months(language)) for name, n in names.items() if name in folded), 0)


def weekday_of(named: str, language: str) -> int:
    """Return 1 for Monday to 7 for Sunday, 0 for none."""
    if language in _SHORT_WEEKDAYS:
        before, behind, letters = _SHORT_WEEKDAYS[language]
        match = re.search(f"{before}([{letters}]){behind}", named)
        return 1 + letters.index(match[1]) if match else 0
    folded = named.casefold()
    return next((n for n, name in enumerate(calendar(language)[1], start=1) if name in folded), 0)


@cache
def day_forms(language: str) -> re.Pattern[str]:
    """Return what a day looks like with the part of the day that stands beside it."""
    known = lexicon(language)
    before, after, glued = map(any_of, (known.dayparts_before, known.dayparts_after, known.dayparts_glued))
    weekday = any_of(calendar(language)[1])
    if language in _SHORT_WEEKDAYS:
        weekday = "{0}[{2}]{1}".format(*_SHORT_WEEKDAYS[language])
    edge = "" if language in UNCASED else r"\b"
    alone = rf"|{_DAY_ALONE[language]}" if language in _DAY_ALONE else ""
    relative = any_of([*_relative_words(language)])
    day = rf"(?:{edge}(?:{weekday})(?:{glued})?{edge}|{dates(language).pattern}|{edge}(?:{relative}){edge}{alone})"
    return re.compile(rf"(?:{edge}(?:{before})\s)?{day}(?:,?\s{day})?(?:\s(?:{after}))?", re.IGNORECASE)


@cache
def dates(language: str) -> re.Pattern[str]:
    """Return what days, months and years look like in `language`, by the CLDR's names."""
    months, weekdays = (any_of(names) for names in calendar(language))
    day = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
    month = rf"(?:{months}|(?:{any_of(short_months(language))})t?\.)"
    forms = (
        r"(?<!\d)\d{4}-[01]\d-[0-3]\d(?!\d)|\d{4}[년年]\s?\d{1,2}[월月](?:\s?\d{1,2}[일日])?|\d{1,2}[월月]\s?\d{1,2}[일日]",
        rf"\b{day}(?:\sof|\sde)?\s{month}(?:,?\s(?:de\s)?\d{{4}})?(?!\w)",
        rf"\b{month}\s{day}(?:,?\s\d{{4}})?\b|\b{month}\s(?:de\s)?\d{{4}}\b",
        rf"\b(?:{weekdays})\b",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


@cache
def short_months(language: str) -> Mapping[str, int]:
    """Return the CLDR's months that are shorter than in full, case-folded, each with its number: sep is 9.

    Without their point, and without the t of Sept., which not all write.
    """
    if language in UNCASED:
        return {}
    months = _locale(language).months["format"]
    shortened = ((n, months["abbreviated"][n]) for n in range(1, 13) if months["abbreviated"][n] != months["wide"][n])
    return {name.casefold().rstrip(".").replace("sept", "sep"): n for n, name in shortened}


@cache
def calendar(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the case-folded names of the months, and of the days from Monday on."""
    locale = _locale(language)
    months, weekdays = locale.months["format"]["wide"], locale.days["format"]["wide"]
    return (
        tuple(months[n].casefold() for n in range(1, 13)),
        tuple(weekdays[n].casefold() for n in range(7)),
    )


def _named_months(language: str) -> str:
    """Return a pattern of the CLDR's months as they are written, with a capital where they have one: not "by may"."""
    return any_of(_locale(language).months["format"]["wide"].values())


@cache
def _locale(language: str) -> "Locale":
    """Return the locale of a language, English for one that the CLDR does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale(language or "en")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def deadlines(language: str) -> re.Pattern[str]:
    """Return what a date looks like that stands with "by" or "until" in `language`; its group is `by`."""
    known = lexicon(language)
    year = rf"(?:(?:{any_of(_YEAR_WORDS)})\s)?20\d\d[년年]?"
    month = rf"(?-i:{_named_months(language)})(?:\s(?:de\s)?20\d\d)?"
    part = rf"(?:(?:{any_of(known.ends)})[\s-])?(?:{month}|{year})\b" if known.ends else year
    coming = r"the end of [\w ]{3,20}|next (?:year|month|week|spring|summer)"
    when = rf"(?:{dates(language).pattern}|(?:{any_of(known.ahead)})|{part}|{coming})"
    before, after = known.until, known.until_after
    if after:
        return re.compile(rf"(?P<by>(?:20\d\d[년年]\s?)?{when})\s?(?:{any_of(after)})", re.IGNORECASE)
    return re.compile(rf"\b(?:{any_of(before)})\s(?P<by>{when})", re.IGNORECASE)
