"""Which wire service an article credits, and where it says it was written.

The credit stands in the dateline ("THE CITY (AFP) --", "(서울=연합뉴스)"), in brackets after the last sentence
("(Yonhap)"), after a dash at the end, or where the author should be. Known agencies are found by name; others by the
form of the credit alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from octavo.extract.agencies import AGENCIES

_EXACT = {alias: name for name, aliases in AGENCIES.items() for alias in (name, *aliases)}
_LOOSE = {alias.casefold(): name for alias, name in _EXACT.items() if len(alias) > 4}
_NAME = "|".join(re.escape(alias) for alias in sorted(_EXACT, key=len, reverse=True))
_DASH = r"(?:--+|[—–―\-:=])"
_PLACE = r"[^\W\d_][^()\[\]\n!?;:\"“”]{1,60}?"
_DATELINE = re.compile(rf"({_PLACE})[,.]?\s*[(\[/]([^()\[\]\n]{{2,40}}?)[)\]/]\s*\.?\s*{_DASH}")
_KOREAN = re.compile(r"[(\[【［]\s*([^()\[\]=\n]{1,20}?)\s*=\s*([^()\[\]\n]{2,12}?)\s*[)\]】］]")
_JAPANESE = re.compile(rf"[【［\[]\s*([^】］\]\n]{{1,20}}?)\s*({_NAME})\s*[】］\]]")
_CHINESE = re.compile(
    r"\s*(新华社|新華社|中央社)(?:记者|記者)?[^\s\d,，。]{0,8}?(\w{2,6}?)\s*\d{1,2}月?\d{0,2}日?(?:电|電)"
)
_SLASHED = re.compile(rf"({_PLACE})\s*[-—–.]+\s*/?({_NAME})/?\s*[.:—–-]")
_SHOUTED = re.compile(r"([^\W\d_a-zß-öø-ÿ][^\W\d_a-z]{2,}(?:[ ,.'-]+\w+){0,5}?)\s+(?:--|[—–])\s")
_LAST_BRACKET = re.compile(r"[.!?…。\"”’'»）)]\s*[(（\[]\s*([^()（）\[\]\n]{2,40})\s*[)）\]]\s*\.?\s*$")
_LAST_NAME = re.compile(rf"(?:\n|[.!?。\"”’»]\s*|[—–-]\s*)[—–-]*\s*/?({_NAME})(?:[/,][\w.,/ -]{{1,20}})?\s*\.?\s*$")
_UNKNOWN = re.compile(r"[A-ZÀ-Þ][\w.&-]*(?: [A-ZÀ-Þ][\w.&-]*){0,2}")
_NOT_AGENCIES = frozenset(
    [
        "photo",
        "photos",
        "video",
        "end",
        "source",
        "file",
        "updated",
        "correction",
        "opinion",
        "advertisement",
        "sponsored",
        "archive",
        "laughs",
        "laughter",
        "applause",
        "ends",
        "more",
        "live",
        "breaking",
    ]
)

OPENING_LINES_COUNT = 4
"""A dateline opens one of the first lines: a lead or a list of key points may stand before it."""


@dataclass(frozen=True, slots=True)
class Credit:
    """The wire service that a text credits, and its dateline as written; "" where there is none."""

    agency: str = ""
    dateline: str = ""


def known(name: str) -> str:
    """Return the agency that goes by `name`, "" if none does; short names only as written ("MAP" is one, "map" not)."""
    name = name.strip(" .,()[]/")
    return _EXACT.get(name) or _LOOSE.get(name.casefold(), "")


def find(text: str, authors: Iterable[str] = ()) -> Credit:
    """Return the credit of an article's plain text; its byline decides where the text is silent."""
    openings = [line[:300].lstrip(" —–-") for line in text[:3000].split("\n")[:OPENING_LINES_COUNT]]
    found = [credit for credit in map(_from_dateline, openings) if credit != Credit()]
    first = next((credit for credit in found if credit.agency), found[0] if found else Credit())
    if first.agency:
        return first
    agency = _from_end(text[-200:]) or next((name for name in map(known, authors) if name), "")
    return Credit(agency, first.dateline)


def _from_dateline(opening: str) -> Credit:
    for pattern in (_KOREAN, _DATELINE):
        match = pattern.match(opening)
        if match and (agency := _credited(match[2])) and (known(agency) or _could_be_place(match[1], agency)):
            return Credit(agency, match[1].strip(" ,.-–—"))
    for pattern in (_JAPANESE, _SLASHED):
        match = pattern.match(opening)
        if match:
            return Credit(known(match[2]), match[1].strip(" ,.-–—"))
    if match := _CHINESE.match(opening):
        return Credit(known(match[1]), match[2])
    match = _SHOUTED.match(opening)
    return Credit("", match[1].strip(" ,.")) if match else Credit()


def _could_be_place(written: str, credited: str) -> bool:
    """Tell "PORT ALDER (MW) --" and "Port Alder (Meridian) --" from "Anna Berg (CDU) --", a person of a party."""
    return not credited.isupper() or written.split(",")[0].isupper()


def _from_end(ending: str) -> str:
    if match := _LAST_BRACKET.search(ending):
        return _credited(match[1])
    match = _LAST_NAME.search(ending)
    return known(match[1]) if match else ""


def _credited(written: str) -> str:
    first = re.split(r"[/,;|]| and | & ", written)[0].strip()
    if name := known(first) or known(written):
        return name
    is_credit = _UNKNOWN.fullmatch(first) and first.casefold() not in _NOT_AGENCIES
    return first if is_credit else ""
