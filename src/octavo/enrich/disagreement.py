"""Where independent reports state different numbers of the same thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from octavo.core.text import words
from octavo.enrich import constants
from octavo.enrich.lexicon import Lexicon, lexicon
from octavo.enrich.passages import Passage
from octavo.enrich.quantities import Quantity, quantities


@dataclass(frozen=True, slots=True)
class Count:
    """A number with the word that it counts, where a passage states it."""

    passage: Passage
    start: int
    """Offsets into the article's text."""
    end: int
    text: str
    """As written: "212 passengers"."""
    value: Decimal
    counted: str
    """The counted word, case-folded, or the unit."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    one: Count
    other: Count


def disagreements(found: Sequence[Passage], language: str) -> list[Disagreement]:
    """Return pairs of counts of the same thing by different articles that do not agree, none of them twice.

    Only numbers that the other article states nowhere, in sentences that otherwise say the same.
    """
    stop = lexicon(language)
    stated = counts(found, language)
    values = {
        article: {one.value for one in stated if one.passage.article == article}
        for article in {one.passage.article for one in stated}
    }
    out: list[Disagreement] = []
    told: set[str] = set()
    for one, other in combinations(stated, 2):
        apart = one.passage.article != other.passage.article and one.counted == other.counted
        if apart and one.counted not in told and _differ(one, other, values) and _same_claim(one, other, stop):
            told.add(one.counted)
            out.append(Disagreement(one, other))
    return out


def counts(found: Sequence[Passage], language: str) -> list[Count]:
    """Return the numbers of passages that say what they count."""
    listed = lexicon(language)
    return [count for passage in found for count in _counts(passage, listed)]


def _differ(one: Count, other: Count, values: dict[int, set[Decimal]]) -> bool:
    if one.value in values[other.passage.article] or other.value in values[one.passage.article]:
        return False
    larger, smaller = max(one.value, other.value), min(one.value, other.value)
    return smaller < larger * Decimal(constants.ROUNDED_ALIKE) and larger < smaller * constants.FARTHEST_FACTOR


def _same_claim(one: Count, other: Count, listed: Lexicon) -> bool:
    """Say whether two sentences state the same of what they count: much in common, and also right beside the number.

    Sentences full of numbers are tallies, and sentences that name different names speak of different things.
    """
    names = [_names(count.passage.text) for count in (one, other)]
    if all(names) and names[0].isdisjoint(names[1]):
        return False
    mine, theirs = (_telling(count.passage.text, listed) - {count.counted} for count in (one, other))
    shared = len(mine & theirs)
    near = _beside(one, listed) & _beside(other, listed)
    enough = max(constants.SHARED_WORDS_COUNT, constants.SHARED_WORDS_SHARE * min(len(mine), len(theirs)))
    return bool(near) and shared >= enough


def _names(text: str) -> set[str]:
    return {word for word in words(text)[1:] if word[0].isupper()}


def _beside(count: Count, listed: Lexicon) -> set[str]:
    """Return the telling words next to a number: two before it and two after what it counts."""
    text, start, end = count.passage.text, count.start - count.passage.start, count.end - count.passage.start
    before = [word.casefold() for word in words(text[:start]) if word.casefold() not in listed.stop]
    after = [word.casefold() for word in words(text[end:]) if word.casefold() not in listed.stop]
    return {*before[-2:], *after[:2]}


def _telling(text: str, listed: Lexicon) -> set[str]:
    return {word.casefold() for word in words(text) if word[0].isalpha()} - listed.stop


def _counts(passage: Passage, listed: Lexicon) -> Iterator[Count]:
    stated = quantities(passage.text)
    for one in stated if len(stated) <= constants.TALLY_COUNT else ():
        if (counted := _counted(passage.text, one, listed)) and not is_year(one):
            word, end = counted
            text = passage.text[one.start : end]
            yield Count(passage, passage.start + one.start, passage.start + end, text, one.value, word)


def _counted(text: str, one: Quantity, listed: Lexicon) -> tuple[str, int] | None:
    """Return the word right after a number, or its unit; None where neither says what is counted."""
    if one.unit:
        return one.unit, one.end
    rest = text[one.end :]
    following = words(rest[:40])
    if not rest.startswith(" ") or not following or not rest[1:].startswith(following[0]):
        return None
    word = following[0]
    if not word.isalpha() or not word.islower() or word in listed.stop or word in listed.clock or len(word) < 3:
        return None
    return word, one.end + 1 + len(word)


def is_year(one: Quantity) -> bool:
    return not one.unit and one.value == int(one.value) and constants.YEARS[0] <= one.value <= constants.YEARS[1]
