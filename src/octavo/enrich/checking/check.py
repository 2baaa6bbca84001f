"""Does a source support what is said of it: a score, a verdict at one bound, and the parts that it does not hold."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from octavo.core.errors import BadInput
from octavo.core.text import language_of
from octavo.core.vectors import Embedder, Vectors
from octavo.enrich.checking.claims import Claims, WordKind, claims
from octavo.enrich.checking.contradictions import contradictions
from octavo.enrich.checking.features import Measured, measure
from octavo.enrich.checking.kinds import kind_of
from octavo.enrich.checking.model import model
from octavo.enrich.checking.narrowing import blocks, source_of
from octavo.enrich.checking.turning import is_clause
from octavo.enrich.verification import Unsupported, is_verbatim, unsupported

SUPPORTED_BOUND = 0.5
"""The classes weigh alike in training, so even odds are where balanced accuracy is best across unseen domains."""
SCORE_DIGITS = 4
"""Further ones change with the words that are encoded together."""
VERBATIM_SCORE = 0.99
"""What is whole sentences or clauses of the source is supported; only their surroundings could turn them. What turns a
sentence of it is as surely not."""
NAMED_SHARE = 0.6
"""Of the worst word's likelihood; words from here on are named too."""
NAMED_COUNT = 5


@dataclass(frozen=True, slots=True)
class Checked:
    supported: bool
    score: float
    """0..1, how likely the source supports all of it."""
    unsupported: tuple[Unsupported, ...]
    """The parts that the source most likely does not hold; empty where it is supported."""


class Checker:
    """Checks texts against their sources, each by itself; keeps the vectors of words that it has met."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._kept: dict[str, Vectors] = {}

    def check(self, source: str, summary: str, language: str = "") -> Checked:
        """Tell whether `source`, in `language` where that is known, supports `summary`.

        Raises BadInput where either has no words.
        """
        language = language or language_of(source)
        narrowed = source_of(source, language)
        judged = [self._block(narrowed.about(block), block, language) for block in blocks(summary, language)]
        if not judged:
            raise BadInput("both source and summary need words")
        parts = tuple(dict.fromkeys(part for one in judged for part in one.unsupported))
        return Checked(all(one.supported for one in judged), min(one.score for one in judged), parts)

    def _block(self, source: str, summary: str, language: str) -> Checked:
        claim, given = claims(summary), claims(source)
        if not claim.words or not given.words:
            raise BadInput("both source and summary need words")
        if is_verbatim(summary, source, language):
            return Checked(True, VERBATIM_SCORE, ())
        if turned := contradictions(summary, source, language):
            return Checked(False, round(1 - VERBATIM_SCORE, SCORE_DIGITS), turned)
        if is_clause(summary, source, language):
            return Checked(True, VERBATIM_SCORE, ())
        measured = measure(claim, given, self._encode)
        score = round(model().score(measured), SCORE_DIGITS)
        if score >= SUPPORTED_BOUND:
            return Checked(True, score, ())
        return Checked(False, score, _parts(measured, given))

    def _encode(self, texts: Sequence[str]) -> Vectors:
        missing = list(dict.fromkeys(text for text in texts if text not in self._kept))
        if len(self._kept) > 50_000:
            self._kept.clear()
            missing = list(dict.fromkeys(texts))
        self._kept.update(zip(missing, self._embedder.encode(missing), strict=True))
        return np.stack([self._kept[text] for text in texts])


def _parts(measured: Measured, source: Claims) -> tuple[Unsupported, ...]:
    """Return what is not held: numbers and quotations for certain, then the words that are most likely wrong."""
    claim = measured.claim
    sure = [one for one in unsupported(claim.text, [source.text]) if one.kind != "name"]
    likely = model().words(measured) * np.array([word.kind is not WordKind.FUNCTION for word in claim.words])
    worst = [int(i) for i in np.argsort(-likely)[:NAMED_COUNT] if likely[i] >= NAMED_SHARE * likely.max() > 0]
    told = " ".join(one.text for one in sure)
    named = [Unsupported(claim.words[i].surface, kind_of(claim.words[i], source.words)) for i in sorted(worst)]
    return (*sure, *(one for one in named if one.text not in told))
