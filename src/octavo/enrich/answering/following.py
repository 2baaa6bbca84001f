"""What a question that follows another leaves unsaid, taken from the one before it.

"And in Ostrel?" asks the question before again, with a place, a name or a moment of its own. "What did she say?"
leaves a person unsaid, and "Why?" everything. What cannot be put into the question before stands with all its telling
words, so that nothing answers but what holds them too.
"""

from collections.abc import Iterable

from octavo.core.text import language_of, tokens
from octavo.enrich.answering.constants import SHORT_LETTERS, SHORT_WORDS, SUBJECT_COUNT
from octavo.enrich.answering.ellipsis import asked_anew, elliptic, is_led, places_asked, pronouns
from octavo.enrich.answering.questions import own_words, telling
from octavo.enrich.answering.wording import is_glued
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.cues import UNCASED
from octavo.enrich.entities import Entity
from octavo.enrich.holders import is_person
from octavo.enrich.lexicon import lexicon
from octavo.enrich.naming import entities


def understood(question: str, before: str, language: str = "") -> str:
    """Return `question` whole: the one `before` it with what is new, or with what it leaves to that in brackets.

    A question that names its own subject stands as it is. The language is told from both texts where not given.
    """
    spoken = language or language_of(f"{before} {question}") or "en"
    if not before:
        return question
    piece = elliptic(question, spoken)
    if not piece:
        return _with(question, _left_unsaid(question, before, spoken))
    return asked_anew(piece, before, spoken) or _with(question, telling(before, spoken))


def _with(question: str, subject: list[str]) -> str:
    said = set(tokens(question))
    new = [one for one in subject if not said.issuperset(tokens(one))]
    return f"{question} ({', '.join(new[:SUBJECT_COUNT])})" if new else question


def _left_unsaid(question: str, before: str, language: str) -> list[str]:
    """Return what a question with an asking word of its own leaves to the one before: people, names, or the matter."""
    own = entities(question, "", language) or places_asked(question, language)
    refers = bool(pronouns(question, language))
    if own and not refers:
        return []
    if not refers and (not own_words(question, language) or _speaks_of_matter(question, language)):
        return telling(before, language)
    named = entities(before, "", language) if refers or _tells_names(language) else ()
    people = _surfaces((one for one in named if refers and is_person(one)), language)
    names = people or (_surfaces(named, language) if _tells_names(language) else [])
    follows = refers or is_led(question, language) or _is_short(question, language)
    return names or (telling(before, language) if follows else [])


def _surfaces(named: Iterable[Entity], language: str) -> list[str]:
    """Return names without an asking word that begins them by its capital."""
    parted = ((one.surface, *one.surface.partition(" ")) for one in named)
    return [rest if rest and first not in own_words(name, language) else name for name, first, _, rest in parted]


def _tells_names(language: str) -> bool:
    """Tell whether a name shows in a question: not where all nouns, or no words, have capitals."""
    return language not in UNCASED and language not in CASED_NOUNS


def _speaks_of_matter(question: str, language: str) -> bool:
    """Tell whether a short question speaks of what the one before asks: Who said so?"""
    listed = lexicon(language).asking.get("matter", ())
    folded = question.casefold()
    held = any(word in folded if is_glued(word) else word in tokens(folded) for word in listed)
    return held and _is_short(question, language)


def _is_short(question: str, language: str) -> bool:
    asked = telling(question, language)
    return len(asked) <= SHORT_WORDS and sum(map(len, asked)) <= SHORT_LETTERS
