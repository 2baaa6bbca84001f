"""Numbers in the words of a language, "dos mil", "zweiundvierzig", "세 명", "三人"; those of English are quantities."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from octavo.core.numerals import HAN, signed
from octavo.core.quantities import SCALES, Quantity
from octavo.enrich.lexicon import any_of, lexicon

_GOES_ON = re.compile(r"\s(?:\d|عشر|و)")
_APPROXIMATE = "[余餘多여]?"


def numerals(text: str, language: str) -> Iterator[Quantity]:
    """Yield numbers in words, none that goes on with a further number."""
    for match in _numeral(language).finditer(text):
        found = match.groupdict()
        if found.get("han"):
            yield Quantity(match.start(), match.end(), signed(found["han"]), "")
        elif not _GOES_ON.match(text, match.end()):
            scale = SCALES[found["scale"].casefold()] if found.get("scale") else 1
            value = Decimal(_values(language)[found["word"].casefold()]) * scale
            yield Quantity(match.start(), match.end(), value, "")


@cache
def _values(language: str) -> Mapping[str, int]:
    """Return the number words of a language from two on, those of tens with ones among them: soixante-douze too."""
    known = lexicon(language)
    ones = _counted_on(known.numerals, 2)
    tens = [(10 * value, word) for value, word in _counted_on(known.tens, 2)]
    both = [
        (ten + one, known.compound.format(one=unit, ten=word))
        for ten, word in tens
        for one, unit in (*_counted_on(known.one, 1), *ones)
        if one < 20
    ]
    return {word: value for value, word in (*both, *tens, *ones)}


def _counted_on(listed: Sequence[str], first: int) -> list[tuple[int, str]]:
    return [(value, word) for value, forms in enumerate(listed, start=first) for word in forms.split("/")]


@cache
def _numeral(language: str) -> re.Pattern[str]:
    """Return what finds a number in words; where nothing parts words, only one that counts something."""
    known, word = lexicon(language), f"(?P<word>{any_of(_values(language))})"
    if language in ("ja", "zh"):
        counted = rf"{HAN}(?={_APPROXIMATE}(?:{any_of(known.counters)}))|[二两兩三四五六七八九](?=[人名])"
        return re.compile(rf"(?<![第数數几幾〇零一二三四五六七八九十百千万億亿])(?P<han>{counted})")
    if known.counters:
        return re.compile(rf"(?<!\w){word}(?=\s(?:{any_of(known.counters)}))")
    scales = any_of([scale for scale in SCALES if len(scale) > 2])
    return re.compile(rf"\b{word}(?:\s(?P<scale>{scales}))?\b", re.IGNORECASE)
