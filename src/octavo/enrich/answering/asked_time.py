"""Of which time a question asks, from where its asker is in time: yesterday, since Monday, in March, the latest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache

from octavo.core.clock import OLDEST, day_away
from octavo.enrich.answering.questions import asks
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.cues import UNCASED
from octavo.enrich.days import Day, days, days_away, weekday_of
from octavo.enrich.lexicon import GLUED, any_of, lexicon, times
from octavo.enrich.periods import Named, Period, periods

LONGEST_CHARACTERS = 1_000
"""More than a question with the one before it has on a page; reading a time takes work that grows with its square."""
_NEWS = Period(OLDEST.date(), date(9000, 1, 1))
"""What is asked of lies within; and far enough from the calendar's ends to be reckoned with."""
_NOON = time(12, tzinfo=UTC)
_MARKS = " \t¿?？؟!！¡.。…,،、"
_WEEK = 7
_SMALL = ("es", "fr", "ru")
"""Languages that write the names of days and months small, but in names: Plaza 25 de Mayo."""
_GAP = re.compile(r"\s(?=[?？؟.!])")
_LATER_WORD = re.compile(r"\s+([^\W\d_])")
_EARLIER_WORD = re.compile(r"([^\W\d_])[\w’'-]*\s$")
_LEADS_COUNT = 3
"""Words before a day that say which it is, at most: since last Friday."""


@dataclass(frozen=True, slots=True)
class Present:
    """When somebody asks: on what day, in the time zone in which they reckon days."""

    day: date
    zone: tzinfo = UTC

    def day_of(self, moment: datetime) -> date:
        """Return the day of a moment in UTC; midnight, which only tells a day, tells the same everywhere."""
        return moment.date() if moment.time() == time.min else moment.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class When:
    """A question with the time that it asks of."""

    rest: str
    """The question without the words that name the time, and where it asks for news without those that do."""
    periods: tuple[Period, ...] = ()
    """Spans any of which it asks of; none where it names no time."""
    is_news: bool = False
    """It asks for what is newest, or what happened."""
    is_reckoned: bool = False
    """It names a time by how far it is from its asker's day: a report of which nobody knows the day tells none such."""


def asked_time(question: str, language: str, present: Present) -> When:
    """Return of which time a question asks; of none where it is too long for one."""
    if len(question) > LONGEST_CHARACTERS:
        return When(question)
    found = _apart([*_days(question, language, present), *_spans(question, language, present)])
    told = list(dict.fromkeys(period for one in found for period in one.periods))
    told = [one for one in told if _NEWS.holds(one) and not any(one != other and one.holds(other) for other in told)]
    rest = _without([(one.start, one.end) for one in found], question) if told else question
    topic = _topic(rest, language, is_timed=bool(told))
    reckoned = bool(told) and any(one.is_reckoned for one in found)
    return When(rest if topic is None else topic, tuple(told), topic is not None, reckoned)


def _apart(found: Sequence[Named]) -> list[Named]:
    """Return what names a time, the first of those that overlap."""
    kept: list[Named] = []
    for one in found:
        if one.periods and not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept


def _without(spans: Sequence[tuple[int, int]], text: str) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return _GAP.sub("", " ".join(text.split()))


def _spans(question: str, language: str, present: Present) -> Iterator[Named]:
    for one in periods(question, language, present.day):
        yield _led(question, one, language, present)


def _days(question: str, language: str, present: Present) -> Iterator[Named]:
    """Yield the days that a question asks of; one by which something shall be done, or in a name, is none of them."""
    for day in days(question, language, datetime.combine(present.day, _NOON)):
        start, end = _beside(question, day.start, day.end, language)
        around = question[start : day.start] + question[day.end : end]
        found = _dates(day, question, language, present.day, is_told=bool(_directing(language).search(around)))
        is_reckoned = days_away(question[day.start : day.end], language) is not None
        named = _led(question, Named(day.start, day.end, found, is_reckoned), language, present)
        if found and not _is_until(question, day, language) and _is_a_day(question, day, named, language):
            yield named


def _dates(day: Day, question: str, language: str, today: date, *, is_told: bool) -> tuple[Period, ...]:
    """Return which day is meant; the last of a weekday's name or the next where no word beside it tells which."""
    named = question[day.start : day.end]
    is_weekday = days_away(named, language) is None and not any(map(str.isdigit, named))
    weekday = weekday_of(named, language) if is_weekday else 0
    if day.date and (is_told or not weekday):
        return (Period(day.date, day.date),)
    if not weekday:
        return ()
    behind, ahead = (today.isoweekday() - weekday) % 7, (weekday - today.isoweekday()) % 7
    away = (-behind, ahead) if behind else (0, -_WEEK)
    found = [one for one in (day_away(today, days) for days in away) if one]
    return tuple(Period(one, one) for one in found)


def _led(question: str, named: Named, language: str, present: Present) -> Named:
    """Return a time with the words that belong to it, lasting up to now where they say since."""
    start, end = _beside(question, named.start, named.end, language)
    is_since = _since(language).search(question, start, named.start) or _since_behind(language).match(
        question, named.end, end
    )
    if is_since and named.periods:
        since = Period(min(one.first for one in named.periods), present.day)
        return replace(named, start=start, end=end, periods=(since,) if since.first <= since.last else ())
    return replace(named, start=start, end=end)


def _beside(question: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return where the words begin and end that belong to a time."""
    lead, behind = _leads(language).search(question, 0, start), _behind(language).match(question, end)
    return lead.start() if lead else start, behind.end() if behind else end


def _is_until(question: str, day: Day, language: str) -> bool:
    """Tell whether something shall be done by a day."""
    known, own = lexicon(language), times(language)
    since = {*own.get("since", ()), *own.get("on", ()), *own.get("since_behind", ())}
    led = (*known.until, *known.up_to, *own.get("until", ()))
    before, behind = (any_of({*listed} - since) for listed in (led, known.until_after))
    edge, gap = ("", "") if language in GLUED else (r"(?<!\w)", r"\s")
    is_led = re.search(rf"{edge}(?:{before}){gap}$", question[: day.start], re.IGNORECASE)
    return bool(is_led or re.match(rf"\s?(?:{behind})", question[day.end :]))


def _is_a_day(question: str, day: Day, named: Named, language: str) -> bool:
    """Tell a day from a part of a name, Black Friday, 14 July Square, Joe Friday, and today from these days."""
    text = question[day.start : day.end]
    away = days_away(text, language)
    if away == 0 and _lasting(language).search(question):
        return False
    if language in UNCASED or away is not None:
        return True
    after, before = _LATER_WORD.match(question, named.end), _EARLIER_WORD.search(question[: day.start])
    is_led = named.start < day.start or " " in text
    if after and after[1].isupper() and language not in CASED_NOUNS:
        return False
    if language in _SMALL and text != text.lower():
        return False
    is_dated = any(map(str.isdigit, text)) and language not in CASED_NOUNS
    is_behind_name = bool(before and before[1].isupper())
    return is_led or (not is_behind_name and (is_dated or bool(_asking("happened", language).match(question))))


@cache
def _lasting(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(times(language).get('lasting', ()))})(?!\w)", re.IGNORECASE)


@cache
def _since(language: str) -> re.Pattern[str]:
    edge = "" if language in GLUED else r"(?<!\w)"
    return re.compile(rf"{edge}(?:{any_of(times(language).get('since', ()))})", re.IGNORECASE)


@cache
def _since_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{any_of(times(language).get('since_behind', ()))})")


@cache
def _leads(language: str) -> re.Pattern[str]:
    """Return what finds the words before a day or a span that belong to it."""
    known, own = lexicon(language), times(language)
    listed = any_of((*own.get("on", ()), *own.get("since", ())))
    edge, gap = ("", r"\s?") if language in GLUED else (r"(?<!\w)", r"\s")
    article = rf"(?:(?:{any_of(known.articles)})\s)?" if language not in UNCASED else ""
    directed = rf"(?:{edge}(?:{any_of(_directions(language))}){gap}{article})?"
    return re.compile(rf"(?:{edge}(?:{listed}){gap}{article}){{0,{_LEADS_COUNT}}}{directed}$", re.IGNORECASE)


@cache
def _behind(language: str) -> re.Pattern[str]:
    """Return what finds the words behind a day or a span that belong to it."""
    listed = any_of([word for kind in ("since_behind", "behind") for word in times(language).get(kind, ())])
    edge = "" if language in ("ja", "zh") else r"(?!\w)"
    return re.compile(rf"(?:\s?(?:{listed}){edge})+", re.IGNORECASE)


@cache
def _directing(language: str) -> re.Pattern[str]:
    """Return what finds a word that says which of its name a weekday is, before it or in one with it."""
    return re.compile(any_of(_directions(language)), re.IGNORECASE)


@cache
def _directions(language: str) -> tuple[str, ...]:
    known = lexicon(language)
    return (*known.coming, *known.gone, *known.this_week, *known.next_week, *known.last_week)


def _topic(rest: str, language: str, *, is_timed: bool) -> str | None:
    """Return of what a question asks for news, "" for of anything; None where it asks for something else."""
    match = _asking("latest", language).search(rest)
    if not match and (match := _asking("happened", language).search(rest)):
        is_now = _now(language).search(rest)
        match = match if is_timed or is_now else None
    if not match:
        return None
    kept = " ".join(filter(None, match.groups()))
    topic = _bare(_now(language).sub(" ", f"{rest[: match.start()]} {kept} {rest[match.end() :]}"), language)
    return None if asks(topic, language) else topic


def _bare(topic: str, language: str) -> str:
    """Return a topic without what ties it to the question, at its ends."""
    about = any_of(times(language).get("about", ()))
    edge = "" if language in GLUED else r"(?!\w)"
    ends = re.compile(rf"^(?:(?:{about}){edge}|[{re.escape(_MARKS)}])+|(?:(?:{about})|[{re.escape(_MARKS)}])+$")
    return ends.sub("", topic)


@cache
def _asking(kind: str, language: str) -> re.Pattern[str]:
    """Return what finds the words that ask for news, at the head of a question where its words stand in one order."""
    forms = (
        r"(.*?)".join(map(re.escape, phrase.rstrip("$").split(" ... "))) + (r"(?=\W*$)" if phrase.endswith("$") else "")
        for phrase in sorted(times(language).get(kind, ("(?!)",)), key=len, reverse=True)
    )
    head = "" if language in UNCASED else r"^\W*"
    edge = "" if language in GLUED else r"(?!\w)"
    return re.compile(rf"{head}(?:{'|'.join(forms)}){edge}", re.IGNORECASE)


@cache
def _now(language: str) -> re.Pattern[str]:
    edges = ("", "") if language in GLUED else (r"(?<!\w)", r"(?!\w)")
    return re.compile(rf"{edges[0]}(?:{any_of(times(language).get('now', ()))}){edges[1]}", re.IGNORECASE)
