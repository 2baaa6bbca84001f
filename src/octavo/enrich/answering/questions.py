"""What a question asks for: its telling words, its names, and the kind of thing that would answer it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from operator import itemgetter

from octavo.core.text import is_paired, language_of, listed, tokens
from octavo.enrich.answering.constants import COUNTED_COUNT
from octavo.enrich.answering.measures import asked_dimension, unit_dimensions
from octavo.enrich.answering.wording import is_glued, words
from octavo.enrich.lexicon import lexicon

_TELLING_KINDS = frozenset(
    listed("number name telling when whether behind_place cause following following_behind matter impersonal")
)
"""Kinds of words in a language's `asking` that do not only ask."""
_WHICH = frozenset({"year", "clock"})
"""Dimensions that are asked for as names are: which year."""
ASKED_LANGUAGES = ("ar", "de", "en", "es", "fr", "ja", "ko", "ms", "ru", "zh")


class Wanted(StrEnum):
    """What would answer."""

    NUMBER = "number"
    MOMENT = "moment"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    STATEMENT = "statement"
    """What somebody said."""
    NAME = "name"
    """What a thing is called, or which of its kind it is."""
    ANY = "any"


class Part(StrEnum):
    """What a word does in a question."""

    NAME = "name"
    MEASURE = "measure"
    """It says in what unit the answer is: how deep, what cost."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    language: str
    wanted: Wanted
    words: tuple[str, ...]
    """The words that tell what is asked of, as written; never empty for a text with words."""
    parts: tuple[Part, ...]
    """What each of them does."""
    dimension: str
    """What the number that is asked for measures, as measures.toml names it; "" for a count or where nothing tells."""
    counted: tuple[int, ...]
    """Which of the words say what is counted: how many *patients*."""
    said: frozenset[str]
    """The tokens of the whole question: what it says itself is no answer."""

    @property
    def names(self) -> frozenset[str]:
        """Those of the words that name something."""
        return frozenset(word for word, part in zip(self.words, self.parts, strict=True) if part is Part.NAME)


def read_question(question: str, language: str = "") -> Asked:
    """Return what `question` asks for; the language is told from its text where not given."""
    spoken = language or language_asked(question)
    asking = lexicon(spoken).asking
    folded = question.casefold()
    is_open = any(_begins(folded, cue) for cue in asking.get("whether", ()))
    wanted = _wanted(folded, asking)
    if is_open and wanted is not Wanted.STATEMENT:
        wanted = Wanted.ANY
    written = words(_without_cues(question, spoken)) or words(question)
    chosen = own_words(question, spoken) or written
    measures = _tokens_of(asking.get(Wanted.NUMBER, ()))
    dimension = "" if is_open else _dimension(folded, wanted, asking.get("count", ()))
    return Asked(
        question,
        spoken,
        Wanted.NUMBER if dimension else wanted,
        tuple(chosen),
        tuple(_part(word, written, measures, spoken) for word in chosen),
        dimension,
        _counted(folded, chosen, spoken),
        frozenset(tokens(question)),
    )


def language_asked(question: str, likely: str = "") -> str:
    """Return the language of a question: the `likely` one if it has asking words of that, else as its text tells.

    A short text of names is often told wrongly ("Who is Ines Marol?"): no language that asks with other words is its.
    """
    told = language_of(question)
    if likely and asks(question, likely):
        return likely
    if lexicon(told).asking:
        return told
    return next((one for one in ASKED_LANGUAGES if asks(question, one)), likely or "en")


def asks(question: str, language: str) -> bool:
    """Tell whether a question has words that ask for something in this language."""
    return _wanted(question.casefold(), lexicon(language).asking) is not Wanted.ANY


def _wanted(question: str, asking: Mapping[str, tuple[str, ...]]) -> Wanted:
    """Return what the first asking words want: "Where was she when the vet called?" asks for a place."""
    found = [
        (place, kind) for kind in Wanted for cue in asking.get(kind, ()) if (place := _place(question, cue)) is not None
    ]
    return min(found, key=itemgetter(0), default=(0, Wanted.ANY))[1]


def _counted(question: str, chosen: list[str], language: str) -> tuple[int, ...]:
    """Return which of the chosen words say what is counted: those after the cue, up to one that tells nothing.

    Where words are not parted by spaces, or carry particles, the counted word stands before the cue.
    """
    folded = [word.casefold() for word in chosen]
    cue = next((one for one in lexicon(language).asking.get("count", ()) if _begins(question, one)), "")
    if not cue:
        return ()
    before, _, after = question.partition(cue)
    run = words(before)[-1:] if is_paired(cue) else []
    for word in words(after):
        if word in folded:
            run.append(word)
        elif run:
            break
    return tuple(folded.index(word) for word in run[:COUNTED_COUNT] if word in folded)


def _dimension(question: str, wanted: Wanted, cues: tuple[str, ...]) -> str:
    """Return what the number measures that a case-folded question asks for; a year or an hour by "which" too."""
    named = asked_dimension(question)
    if wanted is Wanted.NAME:
        return named if named in _WHICH else ""
    if wanted not in (Wanted.NUMBER, Wanted.ANY):
        return ""
    return named if named == "year" else _unit(question, cues) or named


def _unit(question: str, cues: tuple[str, ...]) -> str:
    """Return what is measured where units are counted: how many years, 何メートル; cues of Japanese hold the unit."""
    cue = next((one for one in cues if _begins(question, one)), "")
    units = (cue.removeprefix("何"), *words(question.partition(cue)[2])[:1]) if cue else ()
    return next((min(may) for unit in units if unit and (may := unit_dimensions(unit) - {"age"})), "")


def telling(question: str, language: str) -> list[str]:
    """Return the words that say what a question is about, without those that say in what unit its answer is."""
    asked = read_question(question, language)
    return [word for word, part in zip(asked.words, asked.parts, strict=True) if part is not Part.MEASURE]


def own_words(question: str, language: str) -> list[str]:
    """Return the words that tell what a question is about; none of one that only asks: Why?"""
    return [word for word in words(_without_cues(question, language)) if _tells(word.casefold(), language)]


def _part(word: str, written: list[str], measures: frozenset[str], language: str) -> Part:
    if word.casefold() in measures:
        return Part.MEASURE
    is_capital = word[0].isupper() and word != written[0] and language != "de"
    return Part.NAME if is_capital else Part.OTHER


def _tells(word: str, language: str) -> bool:
    """Tell whether a word, case-folded, tells what a question is about; in Korean whatever is glued to it."""
    glued = is_paired(word) and not is_glued(word) and (word.startswith(_cues(language)) or _is_title(word, language))
    return not glued and word not in _left_out(language) and (len(word) > 1 or not word.isascii())


def _is_title(word: str, language: str) -> bool:
    """Tell whether a word is what stands behind a person's name, with a particle of one letter."""
    return word[:-1] in lexicon(language).addressed


@cache
def _cues(language: str) -> tuple[str, ...]:
    """Return what asks for anything but a number or a name, whose words tell something besides."""
    asking = lexicon(language).asking
    kinds = (Wanted.MOMENT, Wanted.PERSON, Wanted.PLACE, Wanted.REASON, Wanted.STATEMENT)
    return tuple(cue for kind in kinds for cue in asking.get(kind, ()) if len(cue) > 1)


def _without_cues(question: str, language: str) -> str:
    """Cut a question that is written without spaces at its asking words, which would else be part of others."""
    asking = lexicon(language).asking
    cues = {cue for kind in Wanted for cue in asking.get(kind, ()) if is_glued(cue)}
    for cue in sorted(cues, key=len, reverse=True):
        question = question.replace(cue, " ")
    return question


@cache
def _left_out(language: str) -> frozenset[str]:
    """Return the words that tell nothing of what a question is about."""
    known = lexicon(language)
    kinds = set(known.asking) - _TELLING_KINDS
    cues = tuple(cue for kind in kinds for cue in known.asking[kind])
    return (known.stop | frozenset(cues) | _tokens_of(cues)) - frozenset(known.asking.get("telling", ()))


def _tokens_of(cues: tuple[str, ...]) -> frozenset[str]:
    return frozenset(token for cue in cues for token in tokens(cue) if token)


def _begins(question: str, cue: str) -> bool:
    """Tell whether a word of the question begins with a cue: the first one after "^", a whole one before "$"."""
    return _place(question, cue) is not None


def _place(question: str, cue: str) -> int | None:
    """Return where the question's first word that begins with a cue stands."""
    if is_glued(cue):
        return place if (place := question.find(cue)) >= 0 else None
    start = r"^\W*" if cue.startswith("^") else r"(?<!\w)"
    end = r"(?!\w)" if cue.endswith("$") else ""
    found = re.search(start + re.escape(cue.strip("^$")) + end, question)
    return found.start() if found else None
