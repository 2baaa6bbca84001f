"""Bylines and dates in what a page shows, for where its head tells none: "By Ada Lind", or "Author" above a name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from itertools import pairwise

from octavo.extract import agency, authors, moments, reporters

_BY = r"by|von|par|por|di|door|av|af|oleh|od|przez|от|بقلم|كتب"
_ROLE = (
    "autorin/autor|autor(?:in)?|author|auteur|autore|yazar|muhabir|автор|текст|"
    "责任编辑|責任編輯|责编|编辑|記者|记者|作者|撰文|글"
)
_BEFORE = re.compile(rf"(?:{_BY})\s*:?\s+(.{{2,60}})", re.IGNORECASE)
_ALONE = re.compile(rf"(?:{_BY}|{_ROLE})\s*:?", re.IGNORECASE)
_LABELLED = re.compile(rf"[(（\[【]?\s*(?:{_ROLE})\s*[:：]\s*([^()（）\[\]【】:：]{{2,40}})[)）\]】]?", re.IGNORECASE)
_REPORTER = re.compile(
    r"(?!취재|사진|담당|시민|편집|인턴|수습|본[지보]|전문|해당)([가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4})*)\s?(?:선임|수습|인턴|객원|전문)?\s?"
    r"(?:기자|특파원)(?:\s*\(?\S+@\S+)?"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*"
_PARTICLE = r"(?:d[aeiou]s?|del|della|van|von|der|den|ten|bin|bint|al|el|la|le|y|e)\s+"
_PERSON = re.compile(rf"(?:(?:dr|prof|mag)\.\s+)*{_CAPITAL}(?:\s+(?:{_PARTICLE})*{_CAPITAL}){{1,4}}")
_PUBLISHED = re.compile(
    r"(?:[发發](?:布|佈|表)|刊[登发發])(?:[时時][间間]|日期|于|於)?\s*[:：]|(?:公開|掲載|配信)(?:日時?)?\s*[:：]|"
    r"(?:입력|등록|게시|작성|기사입력)\s?(?:일시?|시간)?\s*[:：\d]|"
    r"(?:published|posted|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|опубликован[оа])"
    r"(?: on| am| le| el| il| op)?\s*[:\d]",
    re.IGNORECASE,
)
"""How a line begins that says when something was published."""
LINE_CHARACTERS = 80
"""A byline is no longer."""

LINES_BELOW = 15
"""So many lines below the headline are looked over for a byline; a lead and a picture may stand between."""

LINES_ABOVE = 2
MAX_HEADLINES = 3
FIRST_YEAR = 1991
"""The Web's first: an earlier day is one that the article tells of."""


def find(lines: Sequence[str], title: str) -> tuple[str, ...]:
    """Return who signs a page that shows these lines; empty if nobody does."""
    place = lines.index(title) if title in lines else 0
    return _by(_below_headline(lines, title) or lines) or _labelled([*lines[place:], *lines[:place]])


def moment(lines: Sequence[str], title: str, zone: tzinfo) -> moments.Moment | None:
    """Return the moment that a page tells in words, in `zone` where it names none; None for none.

    It stands below the headline, or right above it with the time of day, or is labelled.
    """
    below = _told(_below_headline(lines, title), zone)
    timed = (found for found in _told(_above_headline(lines, title), zone) if found.precision_seconds < moments.DAY)
    return next(below, None) or next(timed, None) or next(_told(_dated(lines), zone), None)


def _dated(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that are labelled as saying when something was published, and those below such labels."""
    for line, following in pairwise([*lines, ""]):
        if _PUBLISHED.match(line):
            yield line if any(map(str.isdigit, line)) else following


def _told(lines: Iterable[str], zone: tzinfo) -> Iterator[moments.Moment]:
    """Yield the moments that short lines tell, but for those before there were pages."""
    found = (moments.in_words(line, zone) for line in filter(_is_short, lines))
    return (moment for moment in found if moment and moment.when.year >= FIRST_YEAR)


def _is_short(line: str) -> bool:
    return len(line) <= LINE_CHARACTERS


def _above_headline(lines: Sequence[str], title: str) -> Sequence[str]:
    """Return the lines right above the headline; further up a page tells what day it is."""
    place = lines.index(title) if title in lines else 0
    return lines[max(0, place - LINES_ABOVE) : place]


def _below_headline(lines: Sequence[str], title: str) -> Sequence[str]:
    """Return the lines below the headline, wherever it stands: a list of the latest news may name it first."""
    places = [i + 1 for i, line in enumerate(lines) if line == title]
    return [line for place in places[:MAX_HEADLINES] for line in lines[place : place + LINES_BELOW]]


def is_byline(line: str) -> bool:
    """Tell a line that says who wrote it, and nothing else."""
    if len(line) > LINE_CHARACTERS:
        return False
    if reporters.in_line(line):
        return True
    match = _BEFORE.fullmatch(line)
    names = authors.clean([match[1]]) if match else ()
    return _are_signers(names)


def _are_signers(names: Sequence[str]) -> bool:
    """Tell names of people, agencies' beside them."""
    return any(map(is_person, names)) and all(is_person(name) or agency.known(name) for name in names)


def people(names: Sequence[str]) -> tuple[str, ...]:
    """Return an article's authors, without the agencies where they stand beside people."""
    others = tuple(name for name in names if not agency.known(name))
    return others if any(map(is_person, others)) else tuple(names)


def is_person(name: str) -> bool:
    """Tell a name of several capitalised words, or one in a script without capitals, from a label."""
    return is_full_name(name) or not (name.isascii() or name.lower() != name.upper())


def is_full_name(name: str) -> bool:
    """Tell a name of several capitalised words."""
    return _PERSON.fullmatch(name) is not None


def _by(lines: Sequence[str]) -> tuple[str, ...]:
    for i, line in enumerate(lines):
        if len(line) > LINE_CHARACTERS:
            continue
        match = _BEFORE.fullmatch(line)
        if not (written := match[1] if match else _below(lines, i)):
            continue
        names = authors.clean([written])
        if _are_signers(names) or (names and all(is_person(name) or name.isupper() for name in names)):
            return names
    return ()


def _labelled(lines: Sequence[str]) -> tuple[str, ...]:
    for i, line in enumerate(lines):
        if len(line) > LINE_CHARACTERS:
            continue
        if named := reporters.in_line(line):
            return named
        match = _LABELLED.fullmatch(line) or _REPORTER.fullmatch(line)
        if not (written := match[1] if match else _below(lines, i)):
            continue
        names = authors.clean([reporters.unspaced(written)])
        if _are_signers(names):
            return names
    return ()


def _below(lines: Sequence[str], place: int) -> str:
    """Return the line below one that only says "By" or "Author", "" below any other."""
    return lines[place + 1] if place + 1 < len(lines) and _ALONE.fullmatch(lines[place]) else ""
