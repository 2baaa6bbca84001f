"""Which day a weekday in a sentence was or shall be for whoever read it when it was published."""

import re
from datetime import date
from functools import cache

from octavo.core.clock import day_away
from octavo.core.text import words
from octavo.enrich.lexicon import GLUED, any_of, lexicon
from octavo.enrich.wording import finds, promising

_PUNCTUATION = r"[,;:.!?][\"'’”»]*\s|[。、，；：—]|\s[-–]\s"
_BARE_WORDS_COUNT = 2
"""Up to so many words beside its day are no clause: "On Friday, ...", which belongs to what follows."""
_BARE_CHARACTERS = 6
"""The same where no space parts words."""


def weekday_date(weekday: int, named: re.Match[str], language: str, published: date) -> date | None:
    """Return the day that a sentence names by its weekday, 1 for Monday to 7; None where that cannot be told.

    By the word beside it, else the nearest: ahead where its clause speaks of what shall be, or else behind. One that is
    the next day by the clock of Greenwich may be today where the report was written, so it stays open.
    """
    ahead, behind = (weekday - published.isoweekday()) % 7, (published.isoweekday() - weekday) % 7
    this_week = weekday - published.isoweekday()
    meant = {
        "coming": {ahead or 7},
        "gone": {-(behind or 7)},
        "up_to": {ahead, ahead or 7},
        "this_week": {this_week},
        "next_week": {this_week + 7},
        "last_week": {this_week - 7},
    }
    told = {away for kind in meant if _is_beside(kind, named, language) for away in meant[kind]}
    if not told:
        told = _by_clause(named, language, (ahead, behind))
    return day_away(published, told.pop()) if len(told) == 1 else None


def is_deadline(named: re.Match[str], language: str) -> bool:
    """Tell a day that something shall be done by, from one on which something is or was."""
    beside = any(_is_beside(kind, named, language) for kind in ("coming", "up_to", "until", "until_after"))
    return beside and _speaks_of_future(_clause(named, language), language)


def _by_clause(named: re.Match[str], language: str, distance: tuple[int, int]) -> set[int]:
    """Return how far away the nearest day is in the direction of the clause's verb, nothing where that is open.

    Whatever somebody said on a day, they have said it.
    """
    ahead, behind = distance
    clause = _clause(named, language)
    is_said = not lexicon(language).saying.isdisjoint(map(str.casefold, words(named.string[: named.start()])[-2:]))
    if _speaks_of_future(clause, language) and not is_said:
        return {ahead}
    verb_may_follow = language in GLUED and _speaks_of_future(named.string, language)
    is_open = verb_may_follow or finds(language, "timeless").search(clause) or behind == 6
    return set() if is_open else {-behind}


def _speaks_of_future(text: str, language: str) -> bool:
    return bool(promising(language).search(text) or finds(language, "scheduling").search(text))


def _clause(named: re.Match[str], language: str) -> str:
    """Return the clause in which a day is named, with the next where nothing but the day stands in it."""
    sentence, start, end = named.string, named.start(), named.end()
    cuts = [match.span() for match in _clause_ends(language).finditer(sentence)]
    first = max((last for _, last in cuts if last <= start), default=0)
    ends = [at for at, _ in cuts if at >= end] + [len(sentence)] * 2
    beside = words(sentence[first:start] + " " + sentence[end : ends[0]])
    is_bare = len(beside) <= _BARE_WORDS_COUNT and sum(map(len, beside)) <= _BARE_CHARACTERS
    return sentence[first : ends[is_bare]]


@cache
def _clause_ends(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_PUNCTUATION}|\b(?:{any_of(lexicon(language).joining)})\b", re.IGNORECASE)


def _is_beside(kind: str, named: re.Match[str], language: str) -> bool:
    before, behind = _beside(kind, language)
    return bool(before.search(named.string, 0, named.start()) or behind.match(named.string, named.end()))


@cache
def _beside(kind: str, language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the words of a kind right before a day, but for an article, and right behind it."""
    known = lexicon(language)
    listed, edge = any_of(getattr(known, kind)), "" if language in GLUED else r"\b"
    article = rf"(?:(?:{any_of(known.articles)})\s)?"
    return (
        re.compile(rf"{edge}(?:{listed})\s?{article}$", re.IGNORECASE),
        re.compile(rf"\s?(?:{listed}){edge}", re.IGNORECASE),
    )
