"""What of a translation cannot be right: numbers that differ, people's names that are lost, markup that came in."""

import re
from collections.abc import Iterator
from decimal import Decimal

from octavo.core.quantities import number
from octavo.core.text import listed, words
from octavo.enrich.entities import EntityKind
from octavo.enrich.lexicon import lexicon
from octavo.enrich.naming import entities
from octavo.enrich.places import places
from octavo.enrich.thesaurus import thesaurus

LATIN = frozenset(listed("cs da de en es fi fr hu id it ms nl no pl pt ro sv tr"))
"""Languages of the Latin script: between them a person's name keeps its letters."""
LONGEST_FACTOR = 6
"""A translation many times as long as its text is something else; Chinese grows to four times in Spanish."""
LONGEST_BASE = 80
STEM_LETTERS = 4
"""That a name keeps in another language: Lisbon and Lisboa, Ukraine and Ukraina."""
_FOREIGN = re.compile(r"https?:|www\.|[<>{}]|\]\(|javascript:", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f’' ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")


def wrong(text: str, translated: str, source: str, target: str) -> str:
    """Return why a translation of `text` is not to be shown, in one word; "" for one that may be.

    empty, length, markup, number, name
    """
    return next(_wrong(text, translated, source, target), "")


def _wrong(text: str, translated: str, source: str, target: str) -> Iterator[str]:
    if not translated.strip():
        yield "empty"
    if len(translated) > LONGEST_FACTOR * len(text) + LONGEST_BASE:
        yield "length"
    if any(found.group() not in text for found in _FOREIGN.finditer(translated)):
        yield "markup"
    if not _numbers(translated) <= _numbers(text) or len(_numbers(text)) > 2 * len(_numbers(translated)):
        yield "number"
    if {source, target} <= LATIN and not _names(text, translated, source, target):
        yield "name"


def _numbers(text: str) -> set[Decimal]:
    """Return the numbers that are written in digits, without their scale: words for numbers differ too much."""
    return {value for found in _DIGITS.findall(text) if (value := number(found)) is not None}


def _names(text: str, translated: str, source: str, target: str) -> bool:
    """Say whether names are kept: people's, and where one side is English, capitalised words that no dictionary has."""
    if not _people(text, source) <= {word.casefold() for word in words(translated)}:
        return False
    if source == "en":
        return _held(_unknown(text), translated)
    return target != "en" or _held(_unknown(translated), text)


def _held(names: set[str], text: str) -> bool:
    begun = {word.casefold()[:STEM_LETTERS] for word in words(text)}
    return all(name[:STEM_LETTERS] in begun for name in names)


def _unknown(english: str) -> set[str]:
    """Return the capitalised words that are no English words, case-folded: names of people and places, mostly."""
    known = thesaurus()
    found = (word.split("'")[0].split("’")[0] for word in words(english))
    folded = {word.casefold() for word in found if word[:1].isupper() and word.isalpha() and len(word) >= STEM_LETTERS}
    folded -= lexicon("en").stop | places("en")
    return {word for word in folded if not known.knows(known.base(word))}


def _people(text: str, language: str) -> set[str]:
    """Return the last names of the people in a text, case-folded."""
    found = entities(text, "", language)
    return {words(one.surface)[-1].casefold() for one in found if one.kind is EntityKind.PERSON and words(one.surface)}
