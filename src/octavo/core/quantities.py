"""Numbers in a text with what they count, in any script's digits and in English words."""

import re
from dataclasses import dataclass
from decimal import Decimal

from octavo.core.lettered import is_million, is_part_of_name
from octavo.core.numerals import DIGITS, SIGNED, SPELLED, UNCLEAR, decimal_mark, number, signed, spelled

SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "mln": 10**6,
    "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "trillions": 10**12,
    "billions": 10**9, "thousands": 10**3, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7,
    "tsd.": 10**3, "tausend": 10**3, "mio": 10**6, "mio.": 10**6, "millionen": 10**6, "mrd": 10**9, "mrd.": 10**9,
    "milliarden": 10**9, "milliarde": 10**9, "billionen": 10**12,
    "mil": 10**3, "millones": 10**6, "millón": 10**6, "billón": 10**12, "billones": 10**12,
    "mille": 10**3, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "mds": 10**9,
    "ribu": 10**3, "juta": 10**6, "bilion": 10**9, "trilion": 10**12,
    "тысяч": 10**3, "тысячи": 10**3, "млн": 10**6, "миллион": 10**6, "миллиона": 10**6, "миллионов": 10**6,
    "млрд": 10**9, "миллиард": 10**9, "миллиарда": 10**9, "миллиардов": 10**9,
    "آلاف": 10**3, "ألف": 10**3, "ألفا": 10**3, "ألفاً": 10**3, "مليون": 10**6, "مليونا": 10**6, "مليوناً": 10**6,
    "ملايين": 10**6, "مليار": 10**9, "مليارا": 10**9, "ملياراً": 10**9, "مليارات": 10**9, "تريليون": 10**12,
}  # fmt: skip
_OF_THOUSANDS = ("mil", "millón", "millones")
"""Spanish scales that thousands stand before, as 1.200 millones, and no long fractions."""
YEARS = (1900, 2100)
UNITS = {
    "%": "%", "percent": "%", "per cent": "%", "prozent": "%", "por ciento": "%", "pour cent": "%", "퍼센트": "%",
    "процентов": "%", "процента": "%", "في المئة": "%", "percentage": "%",
    "$": "$", "dollars": "$", "dollar": "$", "dólares": "$", "dólar": "$", "달러": "$", "€": "€", "euros": "€",
    "euro": "€", "유로": "€",
    "рублей": "₽", "рубля": "₽", "рубль": "₽", "долларов": "$", "доллара": "$", "доллар": "$", "евро": "€",
    "£": "£", "pounds": "£", "¥": "¥", "yen": "¥", "원": "₩", "₩": "₩",
    "km": "km", "kilometres": "km", "kilometers": "km", "kilometer": "km", "kilómetros": "km",
    "m": "m", "metres": "m", "meters": "m", "metre": "m", "m²": "m²", "m2": "m²", "km²": "km²", "km2": "km²",
    "kg": "kg", "tonnes": "t", "tons": "t",
}  # fmt: skip


def _longest_first(*listed: str) -> str:
    return "|".join(sorted(map(re.escape, listed), key=len, reverse=True))


_WHOLE = r"(?![a-zà-ÿа-я\u0620-\u0652²³]|(?<=[a-z])\d)"
_NUMBER = re.compile(
    rf"(?P<before>[$€£¥₩])?\s?(?=\d)(?:(?P<signed>{SIGNED})|(?P<digits>{DIGITS})"
    rf"(?:\s?-?(?P<scale>{_longest_first(*SCALES)}){_WHOLE}"
    rf"(?:\s(?P<further>{_longest_first(*(word for word in SCALES if len(word) > 2))}){_WHOLE})?)?)"
    rf"(?:(?:\sde\s|\sd['’]|\s?)(?P<after>{_longest_first(*UNITS)}){_WHOLE})?",
    re.IGNORECASE,
)
_SPELLED = re.compile(SPELLED, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text states it: `text[start:end]`."""

    start: int
    end: int
    value: Decimal
    unit: str
    """"%", "$", "km" and the like; "" where none is written beside it."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of `text` in order, those in words too."""
    mark = decimal_mark(text) if UNCLEAR.search(text) else ""
    found = [one for match in _NUMBER.finditer(text) if (one := _of_digits(match, mark))]
    taken = {at for one in found for at in range(one.start, one.end)}
    found += [
        Quantity(match.start(), match.end(), spelled(match.group()), "")
        for match in _SPELLED.finditer(text)
        if match.start() not in taken
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _of_digits(match: re.Match[str], mark: str) -> Quantity | None:
    written, unit = "signed" if match["signed"] else "digits", match["before"] or match["after"] or ""
    start = match.start("before") if match["before"] else match.start(written)
    if match["signed"]:
        return Quantity(start, match.end(), signed(match["signed"]), UNITS.get(unit.casefold(), ""))
    value, scale = number(match["digits"], _mark(match, mark)), (match["scale"] or "").casefold()
    if value is None:
        return None
    if len(scale) == 1 and scale.isascii() and is_part_of_name(match.string, match.end("digits")):
        return Quantity(start, match.end("digits"), value, "")
    if match["scale"] == "m" and not unit and not is_million(match.string, start, match.end()):
        scale, unit = "", "m"
    value *= SCALES.get(scale, 1) * SCALES.get((match["further"] or "").casefold(), 1)
    return Quantity(start, match.end(), value, UNITS.get(unit.casefold(), ""))


def _mark(match: re.Match[str], mark: str) -> str:
    """Return what parts off the fraction of digits that may be thousands; "" where they are such.

    mark: what does so in the whole text. No share is told in thousands without need, and no fraction ends in noughts.
    """
    digits, is_share = match["digits"], UNITS.get((match["after"] or "").casefold()) == "%"
    scale = (match["scale"] or "").casefold()
    if digits.endswith("000") or scale in _OF_THOUSANDS or (digits.endswith("00") and not is_share and not scale):
        return ""
    return mark or (digits[-4:-3] if is_share and not digits.endswith("0") else "")


def is_year(one: Quantity) -> bool:
    """Tell whether a number is most likely a year: four bare digits."""
    is_bare = not one.unit and one.end - one.start == len(str(YEARS[0]))
    return is_bare and one.value == int(one.value) and YEARS[0] <= one.value <= YEARS[1]
