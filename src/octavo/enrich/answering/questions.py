"""What a question asks for: its telling words, its names, and the kind of thing that would answer it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from octavo.core.text import language_of, listed, tokens, words
from octavo.enrich.answering.constants import SHORT_LETTERS, SHORT_WORDS, SUBJECT_COUNT
from octavo.enrich.cues import UNCASED
from octavo.enrich.facts import dates
from octavo.enrich.lexicon import lexicon
from octavo.enrich.naming import entities
from octavo.enrich.quantities import quantities

NUMBER_WORDS = frozenset(
    listed(
        "half quarter third tenth dozen once twice zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "
        "vierzehn zwanzig dreißig hundert tausend dos tres cuatro cinco seis siete ocho nueve diez once doce "
        "veinte treinta cien mil deux trois quatre cinq six sept huit neuf dix onze douze vingt cent mille "
        "ثلاثة أربعة أربع خمسة ستة سبعة تسعة تسعين عشرة عشر "
        "أحد مئة ألف آلاف 예순둘 열일곱 스물넷 마흔 다섯 여섯 열한 세 네"
    )
)
"""Number words beyond those that quantities reads."""


class Wanted(StrEnum):
    """What would answer."""

    NUMBER = "number"
    MOMENT = "moment"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
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

    def places(self, passage_words: list[str]) -> list[int]:
        """Return which of a passage's words could answer: of the kind that is asked for, and not in the question."""
        said = set(tokens(self.text))
        new = [at for at, word in enumerate(passage_words) if word.casefold() not in said]
        if self.wanted in (Wanted.NUMBER, Wanted.MOMENT):
            return [at for at in new if self._counts(passage_words[at])]
        if self.wanted in (Wanted.PERSON, Wanted.PLACE):
            return [at for at in new if at and _may_name(passage_words[at])]
        return new

    def _counts(self, word: str) -> bool:
        moment = self.wanted is Wanted.MOMENT and bool(dates(self.language).fullmatch(word))
        return moment or any(map(str.isdigit, word)) or bool(quantities(word)) or word.casefold() in NUMBER_WORDS


def read_question(question: str, language: str = "") -> Asked:
    """Return what `question` asks for; the language is told from its text where not given."""
    spoken = language or language_of(question) or "en"
    asking = lexicon(spoken).asking
    folded = question.casefold()
    wanted = next((kind for kind in Wanted if any(_begins(folded, cue) for cue in asking.get(kind, ()))), Wanted.ANY)
    written = words(question)
    left = _left_out(spoken)
    telling = [word for word in written if word.casefold() not in left and (len(word) > 1 or not word.isascii())]
    measures = _tokens_of(asking.get(Wanted.NUMBER, ()))
    return Asked(
        question,
        spoken,
        wanted,
        tuple(telling or written),
        tuple(_part(word, written, measures, spoken) for word in telling or written),
    )


def understood(question: str, before: str, language: str = "") -> str:
    """Return `question` with the names of the one `before` it, where it follows that and names nothing itself.

    Where names cannot be told from other words, or the one before has none, only a short question follows, and what
    the one before is about stands for its names. The language is told from both texts where not given.
    """
    spoken = language or language_of(f"{before} {question}") or "en"
    if not before or entities(question, "", spoken):
        return question
    named = [one.surface for one in entities(before, "", spoken)] if _tells_names(spoken) else []
    if not named and not _is_short(question, spoken):
        return question
    said = set(tokens(question))
    subject = [one for one in named or _telling(before, spoken) if not said.issuperset(tokens(one))]
    return f"{question} ({', '.join(subject[:SUBJECT_COUNT])})" if subject else question


def _tells_names(language: str) -> bool:
    """Say whether a name shows in a question: not where all nouns, or no words, have capitals."""
    return language not in UNCASED and language != "de"


def _is_short(question: str, language: str) -> bool:
    asked = _telling(question, language)
    return len(asked) <= SHORT_WORDS and sum(map(len, asked)) <= SHORT_LETTERS


def _telling(question: str, language: str) -> list[str]:
    """Return the words that say what a question is about, without those that say in what unit its answer is."""
    asked = read_question(question, language)
    return [word for word, part in zip(asked.words, asked.parts, strict=True) if part is not Part.MEASURE]


def _part(word: str, written: list[str], measures: frozenset[str], language: str) -> Part:
    if word.casefold() in measures:
        return Part.MEASURE
    is_capital = word[0].isupper() and word != written[0] and language != "de"
    return Part.NAME if is_capital else Part.OTHER


def _left_out(language: str) -> frozenset[str]:
    """Return the words that tell nothing of what a question is about."""
    listed = lexicon(language)
    cues = (cue for kind, cues in listed.asking.items() if kind != Wanted.NUMBER for cue in cues)
    return listed.stop | _tokens_of(tuple(cues))


def _tokens_of(cues: tuple[str, ...]) -> frozenset[str]:
    return frozenset(token for cue in cues for token in tokens(cue))


def _begins(question: str, cue: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(cue)}", question) is not None


def _may_name(word: str) -> bool:
    return word[0].isupper() or not (word[0].islower() or word[0].isdigit())
