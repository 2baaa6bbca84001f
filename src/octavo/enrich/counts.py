"""Numbers with the words that they count, where passages state them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from octavo.core.quantities import Quantity, is_year, quantities
from octavo.core.text import words
from octavo.enrich import constants
from octavo.enrich.amounts import counted, numbers
from octavo.enrich.lexicon import Lexicon, lexicon
from octavo.enrich.passages import Passage
from octavo.enrich.tolls import counted_beside


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

    @property
    def before(self) -> str:
        """Return what stands before it in its passage."""
        return self.passage.text[: self.start - self.passage.start]

    @property
    def behind(self) -> str:
        """Return what stands behind it in its passage."""
        return self.passage.text[self.end - self.passage.start :]


def counts(found: Sequence[Passage], language: str) -> list[Count]:
    """Return the numbers of passages that say what they count."""
    read = _plain if language == "en" else _of_language
    return [count for passage in found for count in read(passage, language)]


def _plain(passage: Passage, language: str) -> Iterator[Count]:
    """Yield the numbers of an English passage that a word follows or that have a unit."""
    listed, stated = lexicon(language), quantities(passage.text)
    for one in stated if len(stated) <= constants.TALLY_COUNT else ():
        if (found := _counted(passage.text, one, listed)) and not is_year(one):
            word, end = found
            yield _count(passage, one, (one.start, end), word)


def _of_language(passage: Passage, language: str) -> Iterator[Count]:
    """Yield the numbers of a passage with the thing that is counted; of people of any kind the counting word alone."""
    listed, stated = lexicon(language), numbers(passage.text, language)
    for one in stated if len(stated) <= constants.TALLY_COUNT else ():
        if found := counted(passage.text, one, language):
            start, end, word = found
            noun = counted_beside(passage.text, one, language) if listed.counters and not one.unit else ""
            if word not in listed.clock and (listed.counters or word not in listed.stop):
                yield _count(passage, one, (start, end), noun or word)


def _count(passage: Passage, one: Quantity, span: tuple[int, int], word: str) -> Count:
    start, end = span
    return Count(passage, passage.start + start, passage.start + end, passage.text[start:end], one.value, word)


def _counted(text: str, one: Quantity, listed: Lexicon) -> tuple[str, int] | None:
    """Return the word right after a number, or its unit; None where neither says what is counted."""
    if one.unit:
        return one.unit, one.end
    rest = text[one.end :]
    following = words(rest[:40])
    if not rest.startswith(" ") or not following or not rest[1:].startswith(following[0]):
        return None
    word = following[0]
    if not word.isalpha() or word != word.casefold() or word in listed.stop | listed.clock or len(word) < 3:
        return None
    return word, one.end + 1 + len(word)
