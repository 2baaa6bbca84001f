"""Numbers with the words that they count, where passages state them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from octavo.core.quantities import Quantity, is_year, quantities
from octavo.core.text import words
from octavo.enrich import constants
from octavo.enrich.lexicon import Lexicon, lexicon
from octavo.enrich.passages import Passage


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
    listed = lexicon(language)
    return [count for passage in found for count in _counts(passage, listed)]


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
    if not word.isalpha() or word != word.casefold() or word in listed.stop | listed.clock or len(word) < 3:
        return None
    return word, one.end + 1 + len(word)
