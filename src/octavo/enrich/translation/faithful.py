"""What of a translation cannot be right: other numbers, a lost "not", lost names of people, markup that came in."""

import re
from collections.abc import Iterator

from octavo.core.text import listed, words
from octavo.enrich.entities import EntityKind
from octavo.enrich.lexicon import lexicon
from octavo.enrich.naming import entities
from octavo.enrich.places import places
from octavo.enrich.thesaurus import thesaurus
from octavo.enrich.translation.figures import is_swapped, misstated
from octavo.enrich.wording import found

LATIN = frozenset(listed("cs da de en es fi fr hu id it ms nl no pl pt ro sv tr"))
"""Languages of the Latin script: between them a person's name keeps its letters."""
LONGEST_FACTOR = 6
"""A translation many times as long as its text is something else; Chinese grows to four times in Spanish."""
LONGEST_BASE = 80
STEM_LETTERS = 4
"""That a name keeps in another language: Lisbon and Lisboa, Ukraine and Ukraina."""
_FOREIGN = re.compile(r"https?:|www\.|[<>{}]|\]\(|javascript:", re.IGNORECASE)


def wrong(text: str, translated: str, source: str, target: str) -> str:
    """Return why a translation of `text` is not to be shown, in one word; "" for one that may be.

    empty, length, markup, number, denial, name
    """
    return next(_wrong(text, translated, source, target), "")


def _wrong(text: str, translated: str, source: str, target: str) -> Iterator[str]:
    if not translated.strip():
        yield "empty"
    if len(translated) > LONGEST_FACTOR * len(text) + LONGEST_BASE:
        yield "length"
    if any(foreign.group() not in text for foreign in _FOREIGN.finditer(translated)):
        yield "markup"
    if misstated(text, translated, source, target) or is_swapped(text, translated, source, target):
        yield "number"
    if _says_no(text, source) and not _may_say_no(translated, target):
        yield "denial"
    if {source, target} <= LATIN and not _names(text, translated, source, target):
        yield "name"


def _says_no(text: str, language: str) -> bool:
    """Say whether a text denies something, in the plainest words of its language."""
    known = lexicon(language)
    rest = found(language, known.not_denying).sub("", text.replace("’", "'"))
    return found(language, known.denying).search(rest) is not None


def _may_say_no(text: str, language: str) -> bool:
    """Say whether a text denies something in any words that can; so too in a language whose words are not known."""
    known = lexicon(language)
    told = found(language, (*known.denying, *known.denying_too))
    return not known.denying or told.search(text.replace("’", "'")) is not None


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
