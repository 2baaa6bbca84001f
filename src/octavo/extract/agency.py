"""Which wire service an article credits, and where it says it was written.

The credit stands in the dateline ("THE CITY (AFP) --", "(서울=연합뉴스)"), in brackets after the last sentence
("(Yonhap)"), after a dash at the end, or where the author should be. Known agencies are found by name; others by the
form of the credit alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from octavo.extract.agencies import AGENCIES
from octavo.extract.constants import NOT_AGENCIES, ROLES

_EXACT = {alias: name for name, aliases in AGENCIES.items() for alias in (name, *aliases)}
_LOOSE = {alias.casefold(): name for alias, name in _EXACT.items() if len(alias) > 4}
_NAME = "|".join(re.escape(alias) for alias in sorted(_EXACT, key=len, reverse=True))
_DASH = r"(?:--+|[—–―\-:=])"
_PLACE = r"[^\W\d_][^()\[\]\n!?;:\"“”]{1,60}?"
_DATELINE = re.compile(rf"({_PLACE})[,.]?\s*[(\[/]([^()\[\]\n]{{2,40}}?)[)\]/]\s*(?:\.?\s*(?P<dash>{_DASH})|\.\s)")
_KOREAN = re.compile(r"[(\[【［]\s*([^()\[\]=\n]{1,20}?)\s*=\s*([^()\[\]\n]{2,12}?)\s*[)\]】］]")
_JAPANESE = re.compile(rf"[【［\[]\s*([^】］\]\n]{{1,20}}?)\s*({_NAME})\s*[】］\]]")
_CHINESE = re.compile(
    r"\s*(新华社|新華社|中央社)(?:记者|記者)?[^\s\d,，。]{0,8}?(\w{2,6}?)\s*\d{1,2}月?\d{0,2}日?(?:电|電)"
)
_DAY = re.compile(r"\d{1,2}月\d{1,2}日$")
_SLASHED = re.compile(rf"({_PLACE})\s*[-—–.]+\s*/?({_NAME})/?\s*[.:—–-]")
_SHOUTED = re.compile(r"([^\W\d_a-zß-öø-ÿ][^\W\d_a-z]{2,}(?:[ ,.'-]+\w+){0,5}?)\s+(?:--|[—–])\s")
_LAST_BRACKET = re.compile(r"[.!?…。\"”’'»）)]\s*[(（\[]\s*([^()（）\[\]\n]{2,40})\s*[)）\]]\s*\.?\s*$")
_LAST_NAME = re.compile(
    rf"(?:\n|[.!?。\"”’»]\s*|[—–-]\s*)[—–-]*\s*/?(?:[a-zäöü]{{2,4}}[/,])*({_NAME})(?:[/,][\w.,/ -]{{1,20}})?\s*\.?\s*$"
)
_LAST_SLASH = re.compile(r"[.!?…。\"”’»）)]\s*/\s?(\w{2,20})\s*$")
_REPORTER = re.compile(r"\s*(?:[^\s=()]{2,6}[ ,·]*){1,4}(?:기자|특파원|통신원)\s*=")
_ROLE = re.compile("|".join(ROLES))
_UNKNOWN = re.compile(r"[^\W\d_][\w.&-]*(?: [^\W\d_][\w.&-]*){0,2}")
_HAN_PERSON = re.compile(r"[一-鿿]{1,2}[^\W网網社报報台讯訊]")
"""A name as short as a person's that does not end as houses' do."""
_SHORTENED = re.compile(r"[a-z]{3,4}")
_PLACE_NAME = re.compile(
    r"[^\W\d_a-z]\S*(?:[ /]+(?:[^\W\d_a-z]\S*|an?|am|im|i[mn]|bei|ob|der|de|del|di|da|do|la|le|sur|upon|of)){0,5}"
)
_BESIDE = re.compile(
    r"(.*\S)(?:\s*[,/|，、(（\[]\s*"
    r"|\s+(?:[–—-]|&|and|with|for|und|mit|für|et|avec|pour|y|e|con|para|per|com|og|och|met|en)\s+)"
    rf"({_NAME})[\s.,)）\]]*"
)
"""A byline that ends with an agency, beside people or other agencies."""

BYLINE_CHARACTERS = 300

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


def apart(claims: Iterable[str]) -> tuple[str, ...]:
    """Return bylines, an agency that stands behind people, as in "Ada Lind, AFP" or "Ada Lind and AP", on its own."""
    return tuple(piece for claim in claims for piece in _apart(claim.strip()))


def _apart(claim: str) -> tuple[str, ...]:
    beside = _BESIDE.fullmatch(claim) if len(claim) <= BYLINE_CHARACTERS else None
    if not beside or not _is_whole(beside[1]):
        return (claim,)
    return (*_apart(beside[1]), beside[2])


def _is_whole(people: str) -> bool:
    """Tell people from a family name before somebody's own, which may be an agency's too: "Yilmaz, Efe"."""
    return " " in people or people.lower() == people.upper() or bool(known(people))


def find(text: str, authors: Iterable[str] = ()) -> Credit:
    """Return the credit of an article's plain text; its byline decides where the text is silent."""
    openings = [line[:300].lstrip(" —–-") for line in text[:3000].split("\n")[:OPENING_LINES_COUNT]]
    found = [credit for credit in map(_from_dateline, openings) if credit != Credit()]
    first = next((credit for credit in found if credit.agency), found[0] if found else Credit())
    if first.agency:
        return first
    by = tuple(authors)
    agency = _from_end(text[-200:])
    if agency in by and not known(agency):
        agency = ""
    return Credit(agency or next(filter(None, map(known, by)), ""), first.dateline)


def _from_dateline(opening: str) -> Credit:
    if (match := _KOREAN.match(opening)) and not _ROLE.search(match[1]):
        agency = _credited(match[2])
        if known(agency) or (agency and _REPORTER.match(opening, match.end())):
            return Credit(agency, match[1])
    if (match := _DATELINE.match(opening)) and (agency := _agency_after(match)):
        return Credit(agency, match[1].strip(" ,.-–—"))
    for pattern in (_JAPANESE, _SLASHED):
        match = pattern.match(opening)
        if match:
            return Credit(known(match[2]), _DAY.sub("", match[1]).strip(" ,.-–—"))
    if match := _CHINESE.match(opening):
        return Credit(known(match[1]), match[2])
    match = _SHOUTED.match(opening)
    is_shouted = match is not None and match[1].split()[0] == match[1].split()[0].upper()
    return Credit("", match[1].strip(" ,.")) if match and is_shouted else Credit()


def _agency_after(dateline: re.Match[str]) -> str:
    """Return whom "PLACE (X) --" credits; where a full stop or small letters leave doubt, the place must look it."""
    place, written = dateline[1], dateline[2]
    agency = _credited(written)
    if agency and dateline["dash"]:
        return agency if known(agency) or _could_be_place(place, agency) else ""
    return (known(agency) or _shortened(written)) if _PLACE_NAME.fullmatch(place) else ""


def _could_be_place(written: str, credited: str) -> bool:
    """Tell "PORT ALDER (MW) --" and "Port Alder (Meridian) --" from "Anna Berg (CDU) --", a person of a party."""
    return not credited.isupper() or written.split(",")[0].isupper()


def _from_end(ending: str) -> str:
    if match := _LAST_BRACKET.search(ending) or _LAST_SLASH.search(ending):
        return _credited(match[1])
    match = _LAST_NAME.search(ending)
    return known(match[1]) if match else ""


def _credited(written: str) -> str:
    first = re.split(r"[/,;|]| and | & ", written)[0].strip()
    if name := known(first) or known(written):
        return name
    return first if _could_be_agency(first) and not _ROLE.search(written) else ""


def _could_be_agency(name: str) -> bool:
    """Tell a name, capitalised where its script has capitals, from a remark such as "(laughs)"."""
    if not _UNKNOWN.fullmatch(name) or name.casefold() in NOT_AGENCIES or _HAN_PERSON.fullmatch(name):
        return False
    return not any(word[0].islower() for word in name.split())


def _shortened(written: str) -> str:
    """Return an abbreviation in small letters, which only a dateline makes a credit: "Lindau (abc/lby) -"."""
    first = written.split("/")[0].strip()
    return first if _SHORTENED.fullmatch(first) and first not in NOT_AGENCIES else ""
