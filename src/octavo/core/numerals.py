"""What digits, the signs of East Asian numbers and English words mean."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from octavo.core.text import listed

DIGITS = r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[,.\u00a0\u202f’' ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,．，٫]\d+)?"
UNCLEAR = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![.,]?\d)")
"""Digits that are thousands or have a fraction; only what stands around them tells which."""
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")
_FRACTION = re.compile(
    r"(?<![\d.,:])(?:\d{1,3}(?:[.,]\d{3})+|\d+)([.,])(?:\d\d?|\d{4,})(?![\d:]|[.,]\d|\.|\s?(?:uhr|[ap]\.?m\b|h\b))",
    re.IGNORECASE,
)
_POINT_WORDS = listed(
    "the of and from by with that its has have this were percent thousand billion trillion مليون ملايين مليار مليارات"
)
_COMMA_WORDS = listed(
    "der das und von dem mit nicht wird wurde auf für prozent les est une dans avec aux sont qui milliard milliards"
)
_WORDS_OF_MARKS = re.compile(rf"\b(?:({'|'.join(_POINT_WORDS)})|{'|'.join(_COMMA_WORDS)})\b", re.IGNORECASE)
_TELLING_CHARACTERS = 800
"""Of a text, which have words enough of its language."""
_POINT_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

_MYRIADS = {"만": 10**4, "억": 10**8, "조": 10**12, "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_SIGNS = {"십": 10, "백": 100, "천": 1000, "十": 10, "百": 100, "千": 1000, **_MYRIADS}
_ANY_SIGN, _ANY_MYRIAD = f"[{''.join(_SIGNS)}]", f"[{''.join(_MYRIADS)}]"
_HAN_DIGITS = dict(zip("〇零一二两兩三四五六七八九", "0012223456789", strict=True))
_HAN_DIGIT, _HAN_SIGN = f"[{''.join(_HAN_DIGITS)}]", "[十百千万萬億亿兆]"
HAN = rf"(?={_HAN_DIGIT}{_HAN_SIGN}|{_HAN_SIGN}{_HAN_DIGIT}|十)(?:{_HAN_DIGIT}?{_HAN_SIGN})+{_HAN_DIGIT}?"
"""A Chinese or Japanese number in signs alone: 三十五万; none of a single sign but ten, for those are in many words."""
_PLAIN = r"\d+(?:,\d{3})*(?:[.．]\d+)?"
SIGNED = (
    rf"(?<![제第])(?<!제\s){_PLAIN}[여多余餘]?(?:{_ANY_SIGN}|\s[万萬億亿兆]){_ANY_SIGN}*"
    rf"(?:(?:(?<=[억조億亿兆])\s|(?<=[만万萬])\s(?!{_PLAIN}[백천]*{_ANY_MYRIAD}))?{_PLAIN}{_ANY_SIGN}*)*"
)
"""Digits with signs, to the end of the last part of one number: 1조2천억, 1億2000万, 5千."""
_PARTS = re.compile(rf"(?P<digits>{_PLAIN})|(?P<han>{_HAN_DIGIT}+)|(?P<sign>{_ANY_SIGN})")

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
_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
_ONE = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join([*_SMALL][1:10])})\b)?|(?:{'|'.join(_SMALL)})\b)"
_SCALE = rf"(?:{'|'.join([*_SCALES][1:])})s?\b"
_HUNDREDS = rf"{_ONE}(?:[- ]hundred\b(?:\s(?:and\s)?{_ONE}(?![- ]hundred))?)?"
_AND_LAST = rf"and\s{_HUNDREDS}(?![- ](?:hundred|{_SCALE}))"
SPELLED = rf"\b(?=[efnostz]){_HUNDREDS}(?:[- ]{_SCALE}(?:\s(?:{_AND_LAST}|{_HUNDREDS}))?)*"
"""A number in English words, which does not run into the next: "between one million and two million" has two."""


def number(digits: str, mark: str = "") -> Decimal | None:
    """Return what digits mean whether parted by commas, points or spaces; None for what is no number.

    mark: what parts their fraction off where it is known: 1.125 is little more than 1 where that is a point.
    """
    plain = re.sub(r"[\s’']", "", unicodedata.normalize("NFKC", digits).replace("٫", "."))
    grouped = None if plain.startswith("0") else _GROUPED.fullmatch(plain)
    if grouped and not (mark and UNCLEAR.fullmatch(plain) and grouped[1] == mark):
        plain = re.sub(r"[.,]", "", plain)
    elif plain.count(",") and plain.count("."):
        last = max(plain.rfind(","), plain.rfind("."))
        plain = re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :]
    try:
        return Decimal(plain.replace(",", ".")).normalize()
    except InvalidOperation:
        return None


def decimal_mark(text: str) -> str:
    """Tell whether a point or a comma parts fractions off in `text`; "" where nothing tells.

    Its other numbers tell, and the little words of its language; in Spanish both are in use.
    """
    if _POINT_SCRIPT.search(text):
        return "."
    by_numbers = [match[1] for match in _FRACTION.finditer(text)]
    by_words = ["." if match[1] else "," for match in _WORDS_OF_MARKS.finditer(text, 0, _TELLING_CHARACTERS)]
    points = (by_numbers + by_words).count(".")
    commas = len(by_numbers) + len(by_words) - points
    return "" if points == commas else "." if points > commas else ","


def signed(run: str) -> Decimal:
    """Return what digits and signs mean together: 1조2천억 is 1.2 trillion, 十二 is twelve."""
    return _summed((_part(match) for match in _PARTS.finditer(run)), large=10**4)


def _part(match: re.Match[str]) -> Decimal | int:
    if match["sign"]:
        return _SIGNS[match["sign"]]
    digits = match["digits"] or "".join(map(_HAN_DIGITS.__getitem__, match["han"]))
    return Decimal(unicodedata.normalize("NFKC", digits).replace(",", ""))


def spelled(english: str) -> Decimal:
    """Return what an English number in words means."""
    words = re.split(r"[-\s]", english.casefold())
    return _summed((part for word in words if (part := _of_word(word)) is not None), large=10**3)


def _of_word(word: str) -> Decimal | int | None:
    value = _TENS.get(word, _SMALL.get(word))
    return _SCALES.get(word.removesuffix("s")) if value is None else Decimal(value)


def _summed(parts: Iterable[Decimal | int], large: int) -> Decimal:
    """Return what figures and scales, which are whole numbers, make in their order; from `large` on they close a part.

    1, 10**12, 2, 1000, 10**8 is 1.2 trillion. A larger scale behind a smaller one is of all before it: 3万亿.
    """
    whole, part, figure, closed = Decimal(0), Decimal(0), Decimal(0), 0
    for one in parts:
        if isinstance(one, Decimal):
            figure += one
        elif one < large:
            part, figure = part + (figure or 1) * one, Decimal(0)
        else:
            part += figure
            whole = Decimal(whole + part or 1) * one if one > closed else whole + (part or 1) * one
            part, figure, closed = Decimal(0), Decimal(0), one
    return whole + part + figure
