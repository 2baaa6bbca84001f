"""Key phrases of a text: the words and runs of words that it turns on, by where and how often they stand."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from octavo.core.text import sentences
from octavo.enrich import constants
from octavo.enrich.lexicon import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’.\-&][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    text: str
    """As written where it first stands."""
    score: float


@dataclass(slots=True)
class _Candidate:
    surface: str
    length: int
    first: int
    """The place of its first sentence."""
    count: int = 0
    capitals: int = 0
    """Mentions with a capital that is not a sentence's head."""


def key_phrases(text: str, language: str, count: int = constants.KEY_PHRASES_COUNT) -> list[KeyPhrase]:
    """Return up to `count` phrases of one to three words, the most telling first, none twice."""
    found = _candidates(text, language)
    ranked = sorted(
        (KeyPhrase(one.surface, _score(one)) for one in found.values() if _stands(one)), key=lambda one: -one.score
    )
    return ranked[:count]


def repeated_pairs(text: str, language: str) -> Counter[tuple[str, str]]:
    """Return how often each two telling words stand side by side, case-folded."""
    stop = lexicon(language).stop
    folded = [_POSSESSIVE.sub("", word.casefold()) for word in _WORD.findall(text)]
    return Counter(pair for pair in pairwise(folded) if not stop & set(pair))


def _candidates(text: str, language: str) -> dict[tuple[str, ...], _Candidate]:
    found: dict[tuple[str, ...], _Candidate] = {}
    for place, sentence in enumerate(sentences(text, language)):
        for run in _runs(sentence.text, language):
            for surface, key, is_capital in _phrases(run):
                one = found.setdefault(key, _Candidate(surface, len(key), place))
                one.count += 1
                one.capitals += is_capital
    return found


def _runs(sentence: str, language: str) -> Iterator[list[tuple[str, bool]]]:
    """Yield runs of telling words side by side, each with whether it is the sentence's head."""
    stop = lexicon(language).stop
    run: list[tuple[str, bool]] = []
    end = 0
    for match in _WORD.finditer(sentence):
        word = _POSSESSIVE.sub("", match.group())
        parted = sentence[end : match.start()].strip() != ""
        if run and (parted or word.casefold() in stop):
            yield run
            run = []
        if word.casefold() not in stop and len(word) > 1 and not word.isdigit():
            run.append((word, end == 0))
        end = match.end()
        if word != match.group() and run:
            yield run
            run = []
    if run:
        yield run


def _phrases(run: list[tuple[str, bool]]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    for length in range(1, constants.KEY_PHRASE_WORDS + 1):
        for at in range(len(run) - length + 1):
            part = run[at : at + length]
            surface = " ".join(word for word, _ in part)
            capital = all(word[0].isupper() for word, _ in part) and not part[0][1]
            yield surface, tuple(word.casefold() for word, _ in part), capital


def _stands(one: _Candidate) -> bool:
    """Tell whether a run of words is a phrase: it is repeated, or all of it is a name."""
    return one.length == 1 or one.count > 1 or one.capitals == one.count


def _score(one: _Candidate) -> float:
    early = 1 / (1 + constants.KEY_PHRASE_DECAY * one.first)
    strength = one.count * (1 if one.length == 1 else constants.KEY_PHRASE_RUN)
    long = min(1.0, len(one.surface) / constants.KEY_PHRASE_LETTERS)
    return float((1 + strength) ** 0.5 * (0.5 + early) * long)
