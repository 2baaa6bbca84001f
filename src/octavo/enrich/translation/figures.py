"""Whether a translation states its original's numbers, in digits or in words, by whatever scale and calendar."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import zip_longest

from octavo.core.numerals import DIGITS, HAN, UNCLEAR, number, signed
from octavo.core.quantities import SCALES, Quantity, is_year, quantities
from octavo.core.text import listed, words
from octavo.enrich.amounts import numbers
from octavo.enrich.cues import UNCASED
from octavo.enrich.days import calendar, short_months
from octavo.enrich.lexicon import any_of, lexicon
from octavo.enrich.numerals import numerals

SCALED = frozenset(listed("ar de en es fr ja ko ms zh"))
"""Languages whose words for thousands and millions are known; numbers of others are compared without them."""
_DIGITS = re.compile(DIGITS)
_HAN_NUMBER = re.compile(f"{HAN}|[〇零一二两兩三四五六七八九百千万萬億亿兆]")
_YEAR_BEFORE = re.compile(r"(?<!\d)(19|20)\d\d[-–/~]$")
_YEAR_CHARACTERS = 5
"""Before the last two digits of the next year: 2010-11."""
_ALONE = (0, 1)
"""Numbers that any language may tell without a word for them."""
_DUAL = 2
"""Up to this a language may say how many by a word's form alone."""
_TOLD_FATES = ("ndnh", "nhnd", "dnhn", "hndn", "dnnh", "hnnd", "ndhn", "nhdn")
"""In which order numbers and words of death and hurt leave no doubt which are whose."""
_LAST_HOUR, _HALF_DAY = 24, 12
_BESIDE_CHARACTERS = 12
_HALF, _LEAST_SCALE = Decimal(50), 1000
"""A half is told as a share of hundred."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text with all that it may mean: "4 p.m." is 16 too."""

    one: Quantity
    is_written: bool
    """In digits."""
    readings: frozenset[Decimal]


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a text."""

    told: tuple[Figure, ...]
    beside: frozenset[Decimal]
    """Those that other words mean: March, the third, both, a dozen."""
    units: Mapping[Decimal, frozenset[str]]
    """By what they may mean, the units that they are told in; "" among them for one without."""

    def tell(self, figure: Figure) -> bool:
        """Tell whether a number of another text stands here too, and in the same unit as far as both state one."""
        units = frozenset(unit for reading in figure.readings for unit in self.units.get(reading, ()))
        agreed = bool(units) and (not figure.one.unit or not units.isdisjoint({"", figure.one.unit}))
        return agreed or figure.one.value in _ALONE or (not units and not figure.readings.isdisjoint(self.beside))


def misstated(text: str, translated: str, source: str, target: str) -> bool:
    """Tell whether a translation states a number that its original does not, in place of another or in digits.

    Or has lost most of those in digits.
    """
    is_scaled = {source, target} <= SCALED
    original, made = figures(text, source, is_scaled=is_scaled), figures(translated, target, is_scaled=is_scaled)
    new = [one for one in made.told if not original.tell(one)]
    lost = [one for one in original.told if not made.tell(one)]
    gone = [one for one in lost if one.is_written and one.one.value > _DUAL]
    written = [one for one in original.told if one.is_written]
    return any(one.is_written or lost for one in new) or 2 * len(gone) > len(written)


def is_swapped(text: str, translated: str, source: str, target: str) -> bool:
    """Tell whether a translation calls hurt as many as its original calls dead, and the reverse, where both tell."""
    original, made = _fates(text, source), _fates(translated, target)
    return original[0] != original[1] and original == made[::-1]


def _fates(text: str, language: str) -> tuple[Decimal | None, Decimal | None]:
    """Return how many a text calls dead and how many hurt, where words of both stand beside a number of their own."""
    found = [(one.start, "n", one.value) for one in numbers(text, language)]
    found += [(match.start(), match.lastgroup or "", Decimal(0)) for match in _fate(language).finditer(text)]
    found.sort()
    order = re.sub(r"(d|h)\1+", r"\1", "".join(kind for _, kind, _ in found))
    counts = [value for _, kind, value in found if kind == "n"]
    if order not in _TOLD_FATES:
        return None, None
    return (counts[0], counts[1]) if order.index("d") < order.index("h") else (counts[1], counts[0])


@cache
def _fate(language: str) -> re.Pattern[str]:
    known, edge = lexicon(language), "" if language in UNCASED else r"\b"
    return re.compile(rf"{edge}(?:(?P<d>{any_of(known.deadly)})|(?P<h>{any_of(known.hurt)}))", re.IGNORECASE)


def figures(text: str, language: str, *, is_scaled: bool = True) -> Figures:
    """Return the numbers of a text; is_scaled: with their scales, 2 million as two million."""
    found = [one for one in (quantities if is_scaled else _bare)(text) if _is_written(text, one) or language == "en"]
    told = [part for one in found for part in _parts(text, one, language)]
    told = sorted((*told, *numerals(text, language)), key=lambda one: one.start)
    read = tuple(
        Figure(one, _is_written(text, one), frozenset(_readings(text, one, following, language)))
        for one, following in zip_longest(told, told[1:])
    )
    return Figures(read, _beside(text, language), _units(read))


def _units(read: Sequence[Figure]) -> Mapping[Decimal, frozenset[str]]:
    found: dict[Decimal, set[str]] = defaultdict(set)
    for figure in read:
        for reading in figure.readings:
            found[reading].add(figure.one.unit)
    return {reading: frozenset(units) for reading, units in found.items()}


def _bare(text: str) -> list[Quantity]:
    found = ((match, number(match.group())) for match in _DIGITS.finditer(text))
    return [Quantity(match.start(), match.end(), value, "") for match, value in found if value is not None]


def _is_written(text: str, one: Quantity) -> bool:
    return any(character.isdigit() for character in text[one.start : one.end])


def _readings(text: str, one: Quantity, following: Quantity | None, language: str) -> Iterator[Decimal]:
    """Yield what a number may mean, first what it says; in a range the scale of its end is its beginning's too."""
    yield one.value
    if following and _range(language).fullmatch(text, one.end, following.start):
        yield one.value * _scale(text, following)
    unclear = UNCLEAR.search(text, one.start, one.end)
    if unclear and not unclear.group().endswith("00"):
        yield from (one.value * 1000, one.value / 1000)
    if text[one.end - 1] in "kKmMbB":
        yield one.value / _scale(text, one)
    if is_year(one) and one.value % 10 == 0:
        yield one.value % 100
    if begun := _YEAR_BEFORE.search(text, max(0, one.start - _YEAR_CHARACTERS), one.start):
        yield int(begun[1]) * 100 + one.value
    yield from _hours(text, one, language)


def _scale(text: str, one: Quantity) -> Decimal:
    """Return by what the words behind its digits multiply a number."""
    digits = _DIGITS.search(text, one.start, one.end)
    bare = number(digits.group()) if digits else None
    return one.value / bare if bare else Decimal(1)


@cache
def _range(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[-–—~〜～]|{any_of(lexicon(language).ranges)})\s?", re.IGNORECASE)


def _hours(text: str, one: Quantity, language: str) -> Iterator[Decimal]:
    """Yield the hours that a clock may show instead: 4 p.m. is 16 and 1600."""
    if one.value > 100 * _LAST_HOUR:
        return
    hour = one.value if one.value <= _LAST_HOUR else one.value // 100
    if hour and _is_time(text, one, language):
        yield from (hour, hour + _HALF_DAY, hour - _HALF_DAY)


def _parts(text: str, one: Quantity, language: str) -> Iterator[Quantity]:
    """Yield the numbers of a date or time whose digits points part, 16.30 Uhr; another number as it is."""
    is_pointed = re.fullmatch(r"\d{1,2}\.\d{1,2}", text[one.start : one.end]) is not None
    if is_pointed and (re.match(r"\.\d", text[one.end :]) or _is_time(text, one, language)):
        for match in re.finditer(r"\d+", text[one.start : one.end]):
            yield Quantity(one.start + match.start(), one.start + match.end(), Decimal(match.group()), "")
    else:
        yield one


def _is_time(text: str, one: Quantity, language: str) -> bool:
    start, end = max(0, one.start - _BESIDE_CHARACTERS), one.end + _BESIDE_CHARACTERS
    return _hour(language).search(text, start, end) is not None


@cache
def _hour(language: str) -> re.Pattern[str]:
    hours, edge = any_of(lexicon(language).by_clock), "(?![간間])" if language in UNCASED else r"(?!\w)"
    return re.compile(rf"\d\s?(?:{hours}){edge}|\b(?:{hours})\s?\d", re.IGNORECASE)


def _beside(text: str, language: str) -> frozenset[Decimal]:
    """Return the numbers that words mean which count nothing by themselves, half a million too."""
    if language in ("ja", "zh"):
        meant = {value for word, value in _meant(language) if word in text}
        meant |= {signed(match.group()) for match in _HAN_NUMBER.finditer(text)}
    else:
        said = {word.casefold() for word in words(text.replace("-", " "))}
        meant = {value for known, value in _meant(language) if any(_is_word(word, known) for word in said)}
    return frozenset(meant | {value / 2 for value in meant if _HALF in meant and value >= _LEAST_SCALE})


def _is_word(word: str, known: str) -> bool:
    return word.startswith(known[:-1]) if known.endswith("*") else known in (word, word.removeprefix("و"))


@cache
def _meant(language: str) -> tuple[tuple[str, Decimal], ...]:
    months = [(name, month) for month, name in enumerate(calendar(language)[0], start=1)]
    months += [(short + ending, month) for short, month in short_months(language).items() for ending in ("", "t")]
    meant = [(word, value) for value, words in lexicon(language).figures.items() for word in words]
    scales = [(word, scale) for word, scale in SCALES.items() if len(word) > 2]
    return tuple((word, Decimal(value)) for word, value in (*months, *meant, *scales))
