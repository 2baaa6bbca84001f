"""What of a translation cannot be right, as far as two languages can be compared without knowing both.

Seen are its numbers, a lost "not", names of people, addresses and markup that came in, another language, its length and
end, and what its sentences are about. Not seen are other verbs, and who did what to whom.
"""

import re
import unicodedata
from collections.abc import Iterator

from octavo.core.text import listed, words
from octavo.enrich.entities import EntityKind
from octavo.enrich.lexicon import lexicon
from octavo.enrich.naming import entities
from octavo.enrich.places import places
from octavo.enrich.thesaurus import thesaurus
from octavo.enrich.translation.figures import is_swapped, misstated
from octavo.enrich.translation.sense import compares_sense, is_strange
from octavo.enrich.translation.sound import HEARD, PARTLY_HEARD, loses_name
from octavo.enrich.translation.tongue import is_in
from octavo.enrich.translation.weight import breaks_off, is_of_length
from octavo.enrich.wording import found

LATIN = frozenset(listed("cs da de en es fi fr hu id it ms nl no pl pt ro sv tr"))
"""Languages of the Latin script: between them a person's name keeps its letters."""
STEM_LETTERS = 4
"""That a name keeps in another language: Lisbon and Lisboa, Ukraine and Ukraina."""
_FOREIGN = re.compile(r"https?:|www\.|javascript:|[<>{}]|\]\(|(?<![\w.+-])[\w.+-]++@[\w.-]+|@\w+")
"""Markup, and what begins an address."""
_DOTTED = re.compile(r"(?<![\w-])[\w-]++(?:\.[\w-]++)+", re.ASCII)
"""What may be a host: labels with dots between."""


__all__ = ["compares_names", "compares_sense", "wrong"]


def compares_names(source: str, target: str) -> bool:
    """Tell whether names of people are compared between two languages, all of them."""
    return {source, target} <= LATIN | HEARD


def wrong(text: str, translated: str, source: str, target: str) -> str:
    """Return why a translation of `text` is not to be shown, in one word; "" for one that may be.

    empty, length, markup, number, denial, name, language, end, sense
    """
    return next(_wrong(text, translated, source, target), "")


def _wrong(text: str, translated: str, source: str, target: str) -> Iterator[str]:
    if not translated.strip():
        yield "empty"
    if not is_of_length(text, translated):
        yield "length"
    if _brings_address(text, translated):
        yield "markup"
    if misstated(text, translated, source, target) or is_swapped(text, translated, source, target):
        yield "number"
    if _says_no(text, source) and not _may_say_no(translated, target):
        yield "denial"
    if not _keeps_names(text, translated, source, target):
        yield "name"
    if not is_in(translated, source, target):
        yield "language"
    if breaks_off(text, translated, target):
        yield "end"
    if is_strange(text, translated, source, target):
        yield "sense"


def _brings_address(text: str, translated: str) -> bool:
    """Tell whether a translation has markup or an address that its original has not."""
    known, plain = (unicodedata.normalize("NFKC", one).casefold() for one in (text, translated))
    foreign = [*_FOREIGN.findall(plain), *(one for one in _DOTTED.findall(plain) if _is_host(one))]
    return any(one not in known for one in foreign)


def _is_host(dotted: str) -> bool:
    """Tell whether labels name a host: tarvan.example, 192.0.2.7; not 4.30, a.m or 12.mai."""
    *labels, last = dotted.strip("-").split(".")
    if last.isalpha():
        return len(last) > 1 and any(not label.isdigit() for label in labels)
    return len(labels) == 3 and dotted.replace(".", "").isdigit()


def _says_no(text: str, language: str) -> bool:
    """Tell whether a text denies something, in the plainest words of its language."""
    known = lexicon(language)
    rest = found(language, known.not_denying).sub("", text.replace("’", "'"))
    return found(language, known.denying).search(rest) is not None


def _may_say_no(text: str, language: str) -> bool:
    """Tell whether a text denies something in any words that can; so too in a language whose words are not known."""
    known = lexicon(language)
    told = found(language, (*known.denying, *known.denying_too))
    return not known.denying or told.search(text.replace("’", "'")) is not None


def _keeps_names(text: str, translated: str, source: str, target: str) -> bool:
    """Tell whether names of people are kept, as far as the two scripts tell."""
    if {source, target} <= LATIN:
        return _names(text, translated, source, target)
    is_heard = {source, target} <= LATIN | HEARD | {PARTLY_HEARD}
    return not is_heard or not loses_name(text, translated, source, target)


def _names(text: str, translated: str, source: str, target: str) -> bool:
    """Tell whether names are kept: people's, and where one side is English, capitalised words of no dictionary."""
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
