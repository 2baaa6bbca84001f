"""How alike the words of a question are to those of a text, in one language or across two."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray
from rapidfuzz import fuzz

from octavo.core.sounds import skeleton
from octavo.core.vectors import Embedder, Vectors
from octavo.enrich.answering.constants import (
    ACROSS_MEANING,
    ACROSS_SPREAD,
    COMPOUND_MEANING,
    KINDRED,
    NAME_CONSONANTS,
    NAME_MEANING,
    NAME_SOUND,
    PAIR_FACTOR,
    PAIR_GAIN,
    PART_FACTOR,
    PART_LETTERS,
    SAME_LANGUAGE_MEANING,
    WEAK_MEANING,
)
from octavo.enrich.answering.kindred import senses
from octavo.enrich.lexicon import lexicon
from octavo.enrich.thesaurus import Relation, thesaurus

Matrix = NDArray[np.float32]

_RELATED = {
    Relation.DERIVED: 0.85,
    Relation.SYNONYM: 0.75,
    Relation.SIMILAR: 0.6,
    Relation.BROADER: 0.5,
    Relation.NARROWER: 0.5,
}
_GLUING = re.compile("[가-힣ァ-ヴ一-鿿]")
"""Scripts whose words carry particles behind them."""
_VOWELLESS = re.compile("[\u0590-\u06ff]")
"""Hebrew and Arabic letters."""
_SOUNDED = str.maketrans("rv", "lb")
"""Letters that scripts confuse."""
_AFFIXED = {
    "ar": re.compile("^(?:[وفبكل]?ال|لل|[وفبكل](?=...))|(?:ها|هم|ات|ون|ين|ان|ة)$"),
    "ms": re.compile("^(?:mem|men|meng|me|ber|ter|per|pem|pen|pe|di|ke|se)(?=....)|(?:nya|kan|an|i|kah|lah)$"),
}
"""What words of a language carry before and behind them."""


class Words:
    """Words with their vectors, each made once."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[str, Vectors] = {}
        self._compounds: dict[str, tuple[str, ...]] = {}

    def likeness(
        self, asked: Sequence[str], said: Sequence[str], spoken: str, language: str, names: Collection[str] = ()
    ) -> Matrix:
        """Return float32 (n_asked, n_said), 0..1; `spoken` is the question's language, `language` the text's.

        `names` are those of the question's words that name something.
        """
        if not said:
            return np.zeros((len(asked), 1), dtype=np.float32)
        vectors = self._alike(asked, said)
        if spoken == language:
            meaning = SAME_LANGUAGE_MEANING * np.clip((vectors - WEAK_MEANING) / (1 - WEAK_MEANING), 0, 1)
        else:
            middle = np.array([[NAME_MEANING if word in names else ACROSS_MEANING] for word in asked])
            meaning = _across_languages(vectors, middle)
            if spoken == "de":
                self._add_parts(meaning, asked, said)
            self._add_pairs(meaning, vectors, asked, said)
            meaning[:, [word.casefold() in lexicon(language).stop for word in said]] = 0
        spelling = [[spelled_alike(one, other, spoken, language) for other in said] for one in asked]
        alike: Matrix = np.maximum(meaning, np.array(spelling, dtype=np.float32))
        return alike

    def _add_pairs(self, meaning: Matrix, vectors: Matrix, asked: Sequence[str], said: Sequence[str]) -> None:
        """Raise what two neighbours of the question mean together, as train drivers are Lokführer, and neither alone.

        `vectors` is how alike each alone is to what is said.
        """
        pairs = [f"{one} {other}" for one, other in pairwise(asked)]
        if pairs:
            together = self._alike(pairs, said)
            gains = together > np.maximum(vectors[:-1], vectors[1:]) + PAIR_GAIN
            paired = PAIR_FACTOR * _across_languages(together) * gains
            meaning[:-1], meaning[1:] = np.maximum(meaning[:-1], paired), np.maximum(meaning[1:], paired)

    def _add_parts(self, meaning: Matrix, asked: Sequence[str], said: Sequence[str]) -> None:
        """Raise what one part of a compound means: a Nebelnetz is a net, and of fog."""
        for i, word in enumerate(asked):
            if parts := self._parts(word):
                part = PART_FACTOR * _across_languages(self._alike(parts, said)).max(axis=0)
                meaning[i] = np.maximum(meaning[i], part)

    def _parts(self, word: str) -> tuple[str, ...]:
        """Return the two words that a German compound is made of; none where no two mean nearly the same."""
        if word not in self._compounds:
            cuts = range(PART_LETTERS, len(word) - PART_LETTERS + 1)
            parted = [(word[:at], word[at:].capitalize()) for at in cuts]
            likeness = self._of([" ".join(parts) for parts in parted]) @ self._of([word])[0] if parted else ()
            best = int(np.argmax(likeness)) if parted else 0
            self._compounds[word] = parted[best] if parted and likeness[best] >= COMPOUND_MEANING else ()
        return self._compounds[word]

    def _alike(self, asked: Sequence[str], said: Sequence[str]) -> Matrix:
        """Return how alike words are in meaning, as written or without capitals, whichever is more."""
        mine, theirs = self._of(asked), self._of(said)
        small = [word.lower() for word in asked], [word.lower() for word in said]
        alike: Matrix = np.maximum(mine @ theirs.T, self._of(small[0]) @ self._of(small[1]).T)
        return alike

    def _of(self, words: Sequence[str]) -> Vectors:
        new = [word for word in dict.fromkeys(words) if word not in self._vectors]
        self._vectors.update(zip(new, self._embedder.encode(new), strict=True))
        return np.array([self._vectors[word] for word in words])


def _across_languages(meaning: Matrix, middle: Matrix | float = ACROSS_MEANING) -> Matrix:
    """Return how likely words of two languages mean the same, by the likeness of their vectors."""
    same: Matrix = (1 / (1 + np.exp((middle - meaning) / ACROSS_SPREAD))).astype(np.float32)
    return same


@lru_cache(maxsize=500_000)
def spelled_alike(one: str, other: str, language: str, other_language: str) -> float:
    """Return how alike two words are by spelling, word formation and the thesaurus, 0..1."""
    mine, theirs = one.casefold(), other.casefold()
    if mine == theirs:
        return 1.0
    kindred = KINDRED if _senses(mine, language) & _senses(theirs, other_language) else 0.0
    if language != other_language:
        return max(kindred, _across(one, other, mine, theirs))
    related = _related(mine, theirs) if language == "en" else 0.0
    return max(kindred, related or _formed_alike(mine, theirs, language))


def _senses(word: str, language: str) -> frozenset[str]:
    return senses(word) | (senses(_bare(word, language)) if language in _AFFIXED else frozenset())


def _related(mine: str, theirs: str) -> float:
    bases = thesaurus().base(mine), thesaurus().base(theirs)
    return 1.0 if bases[0] == bases[1] else _RELATED.get(thesaurus().relation(*bases), 0.0)


def _formed_alike(mine: str, theirs: str, language: str) -> float:
    shared = next((at for at, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]), None)
    shared = min(len(mine), len(theirs)) if shared is None else shared
    if (shared >= 4 and shared >= 0.6 * max(len(mine), len(theirs))) or (shared >= 2 and _GLUING.match(mine)):
        return 0.9
    if language in _AFFIXED and _bare(mine, language) == _bare(theirs, language):
        return 0.9
    if language == "de" and min(len(mine), len(theirs)) >= 5 and (mine in theirs or theirs in mine):
        return 0.7
    return 0.6 if shared >= 5 else 0.0


@lru_cache(maxsize=100_000)
def _bare(word: str, language: str) -> str:
    return _AFFIXED[language].sub("", word)


def _across(one: str, other: str, mine: str, theirs: str) -> float:
    """Compare words of two languages: names keep their consonants from script to script."""
    if _may_name(one) and _may_name(other):
        if len(mine) >= 4 and mine[:4] == theirs[:4]:
            return 0.9
        if one.isascii() == other.isascii() or _is_latin(one) == _is_latin(other):
            return 0.0
        if _sounds_alike(one, other):
            return 0.85
    return 0.7 if len(mine) >= 5 and mine[:5] == theirs[:5] else 0.0


def _may_name(word: str) -> bool:
    return word[0].isupper() or not (word[0].islower() or word[0].isdigit())


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250"


def _sounds_alike(one: str, other: str) -> bool:
    """Tell whether words of two scripts sound as one name, with a particle behind either.

    Their consonants begin alike, and their vowels are; where a script writes none, one consonant may be left over.
    """
    short, long = sorted((skeleton(one), skeleton(other)), key=len)
    if len(short) < NAME_CONSONANTS or not long.startswith(short):
        return False
    if _VOWELLESS.search(one + other):
        return len(long) - len(short) <= 1
    first, second = (anyascii(word).casefold().translate(_SOUNDED) for word in (one, other))
    length = min(len(first), len(second))
    return bool(max(fuzz.ratio(first, second), fuzz.ratio(first[:length], second[:length])) >= NAME_SOUND)
