"""Numbers in a text with what they count, in any script's digits and in English words."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from octavo.core.lettered import is_million, is_part_of_name
from octavo.core.text import listed

_DIGITS = r"\d{1,3}(?:[,.\u00a0\u202f’' ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_SMALL = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        )
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "mln": 10**6,
    "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12,
    "mio": 10**6, "millionen": 10**6, "mrd": 10**9, "milliarden": 10**9, "milliarde": 10**9, "tausend": 10**3,
    "millones": 10**6, "millón": 10**6, "mil": 10**3, "milliards": 10**9, "millions": 10**6, "mille": 10**3,
    "billions": 10**9, "thousands": 10**3,
    "тысяч": 10**3, "млн": 10**6, "миллионов": 10**6, "млрд": 10**9,
    "만": 10**4, "억": 10**8, "조": 10**12, "천": 10**3, "万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12,
    "آلاف": 10**3, "ملايين": 10**6, "مليون": 10**6, "مليار": 10**9, "ألف": 10**3,
}  # fmt: skip
YEARS = (1900, 2100)
_MYRIADS = "만억조万億亿兆"
"""After these a number goes on with its smaller part."""
UNITS = {
    "%": "%", "percent": "%", "per cent": "%", "prozent": "%", "por ciento": "%", "pour cent": "%", "퍼센트": "%",
    "процентов": "%", "процента": "%", "في المئة": "%", "percentage": "%",
    "$": "$", "dollars": "$", "dollar": "$", "달러": "$", "€": "€", "euros": "€", "euro": "€", "유로": "€",
    "£": "£", "pounds": "£", "¥": "¥", "yen": "¥", "원": "₩", "₩": "₩",
    "km": "km", "kilometres": "km", "kilometers": "km", "kilometer": "km", "kilómetros": "km",
    "m": "m", "metres": "m", "meters": "m", "metre": "m", "m²": "m²", "m2": "m²", "km²": "km²", "km2": "km²",
    "kg": "kg", "tonnes": "t", "tons": "t",
}  # fmt: skip
_CARDINAL = re.compile(rf"\b(?:{'|'.join((*_TENS, *_SMALL))})(?:[- ](?:{'|'.join((*_SMALL,))}))?\b", re.IGNORECASE)
_WHOLE = r"(?![a-zà-ÿа-я²³]|(?<=[a-z])\d)"
_NUMBER = re.compile(
    rf"(?P<before>[$€£¥₩])?\s?(?P<digits>{_DIGITS})"
    rf"(?:\s?-?(?P<scale>{'|'.join(sorted(map(re.escape, SCALES), key=len, reverse=True))}){_WHOLE})?"
    rf"(?:\s?(?P<after>{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))}){_WHOLE})?",
    re.IGNORECASE,
)
_AFTER_WORD = re.compile(
    rf"[\s-](?P<scale>{'|'.join(word for word in SCALES if word.isascii() and len(word) > 2)})\b", re.IGNORECASE
)


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
    found = [one for match in _NUMBER.finditer(text) if (one := _of_digits(match))]
    taken = {at for one in found for at in range(one.start, one.end)}
    found += [
        one for match in _CARDINAL.finditer(text) if match.start() not in taken and (one := _of_words(match, text))
    ]
    return tuple(_joined(text, sorted(found, key=lambda one: one.start)))


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return these with the parts of one number as one: 23만1000원, 1億2000万円."""
    kept: list[Quantity] = []
    for one in found:
        last = kept[-1] if kept else None
        if last and not last.unit and text[last.end - 1] in _MYRIADS and text[last.end : one.start].strip() == "":
            kept[-1] = Quantity(last.start, one.end, last.value + one.value, one.unit)
        else:
            kept.append(one)
    return kept


def _of_digits(match: re.Match[str]) -> Quantity | None:
    value = number(match["digits"])
    if value is None:
        return None
    scale, unit = (match["scale"] or "").casefold(), match["before"] or match["after"] or ""
    start = match.start("before") if match["before"] else match.start("digits")
    if len(scale) == 1 and scale.isascii() and is_part_of_name(match.string, match.end("digits")):
        return Quantity(start, match.end("digits"), value, "")
    if match["scale"] == "m" and not unit and not is_million(match.string, start, match.end()):
        scale, unit = "", "m"
    return Quantity(start, match.end(), value * SCALES.get(scale, 1), UNITS.get(unit.casefold(), ""))


def is_year(one: Quantity) -> bool:
    """Say whether a number is most likely a year."""
    return not one.unit and one.value == int(one.value) and YEARS[0] <= one.value <= YEARS[1]


def number(digits: str) -> Decimal | None:
    """Return what digits mean whether parted by commas, points or spaces; None for what is no number."""
    plain = unicodedata.normalize("NFKC", digits)
    plain = re.sub(r"[\s’']", "", plain)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain) and not plain.startswith("0"):
        plain = re.sub(r"[.,]", "", plain)
    elif plain.count(",") and plain.count("."):
        last = max(plain.rfind(","), plain.rfind("."))
        plain = re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :]
    try:
        return Decimal(plain.replace(",", ".")).normalize()
    except InvalidOperation:
        return None


def _of_words(match: re.Match[str], text: str) -> Quantity | None:
    parts = re.split(r"[- ]", match.group().casefold())
    value = Decimal(sum(_TENS.get(part, _SMALL.get(part, 0)) for part in parts))
    end, scale = match.end(), _AFTER_WORD.match(text, match.end())
    if scale:
        value, end = value * SCALES[scale["scale"].casefold()], scale.end()
    return Quantity(match.start(), end, value, "")
