"""Does a source support what is said of it: a score, a verdict at one bound, and the parts that it does not hold."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from octavo.core.errors import BadInput
from octavo.core.text import listed, sentences
from octavo.core.vectors import Embedder, Vectors
from octavo.enrich.checking.claims import Claims, Word, WordKind, claims
from octavo.enrich.checking.features import Measured, measure
from octavo.enrich.checking.model import model
from octavo.enrich.thesaurus import Relation, thesaurus
from octavo.enrich.verification import Unsupported, plain, unsupported

SUPPORTED_BOUND = 0.5
"""The classes weigh alike in training, so even odds are where balanced accuracy is best across unseen domains."""
SCORE_DIGITS = 4
"""Further ones change with the words that are encoded together."""
VERBATIM_SCORE = 0.99
"""What stands in the source word for word, or sentence for sentence in the same words, is supported; only its
surroundings could turn it."""
NAMED_SHARE = 0.6
"""Of the worst word's likelihood; words from here on are named too."""
NAMED_COUNT = 5
_TURNING = (WordKind.NEGATION, WordKind.MODAL, WordKind.QUANTIFIER)
"""Words that turn what a sentence says."""
_NEGATIONS = frozenset(
    listed(
        "nicht kein keine keinen keinem keiner nie niemals nichts pas jamais aucun aucune nunca jamás tidak bukan "
        "tiada belum не нет никогда لم لن لا ليس ليست"
    )
)
"""Of languages whose negations the model has not learned; none that is a word of English."""
_SAYING = frozenset(
    listed(
        "say said tell told claim claimed argue argued admit admitted announce announced deny denied "
        "according suggest suggested state stated believe believed report reported ask asked"
    )
)


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

    def check(self, source: str, summary: str) -> Checked:
        """Return whether `source` supports `summary`. Raises BadInput where either has no words."""
        claim, given = claims(summary), claims(source)
        if not claim.words or not given.words:
            raise BadInput("both source and summary need words")
        if denied := _denied(claim, given):
            return Checked(False, round(1 - VERBATIM_SCORE, SCORE_DIGITS), denied)
        if _is_verbatim(summary, source) or says_the_same(claim, given):
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


def _is_verbatim(summary: str, source: str) -> bool:
    """Say whether every sentence of the summary stands word for word in the source."""
    held = plain(source)
    return all(plain(span.text).rstrip(".") in held for span in sentences(summary, "en"))


def says_the_same(claim: Claims, source: Claims) -> bool:
    """Say whether each sentence of a claim says in other order what one sentence of the source says, in its words.

    Not where either has a number, a negation, a "may" or an "all" of its own, or names in another order.
    """
    theirs = _by_sentence(source)
    return all(any(_is_part(one, other) for other in theirs) for one in _by_sentence(claim))


def _denied(claim: Claims, source: Claims) -> tuple[Unsupported, ...]:
    """Return the sentences of a claim that the source tells in the same words but for a negation of such a language."""
    theirs = _by_sentence(source)
    found = []
    for one in _by_sentence(claim):
        held = [other for other in theirs if _is_part(one, other)]
        if held and all(_denies(other, one) for other in held):
            found.append(Unsupported(claim.text[one[0].start : one[-1].end], "negation"))
    return tuple(found)


def _denies(sentence: list[Word], claimed: list[Word]) -> bool:
    """Say whether a negation that a claim lacks stands before a word of it, or behind the last one."""
    said = {word.key for word in claimed}
    lacking = _NEGATIONS - said
    beside = [*sentence[1:], sentence[-2]] if len(sentence) > 1 else []
    return any(word.key in lacking and near.key in said for word, near in zip(sentence, beside, strict=False))


def _by_sentence(text: Claims) -> list[list[Word]]:
    spans = sentences(text.text, "en")
    return [[word for word in text.words if span.start <= word.start < span.end] for span in spans]


def _is_part(one: list[Word], other: list[Word]) -> bool:
    mine, theirs = (
        [(word.kind, word.base) for word in words if word.tells or word.kind in _TURNING] for words in (one, other)
    )
    held = set(theirs)
    turned = {pair for pair in held if pair[0] in _TURNING} - set(mine)
    names, their_names = ([base for kind, base in pairs if kind is WordKind.NAME] for pairs in (mine, theirs))
    following = iter(their_names)
    return bool(mine) and held.issuperset(mine) and not turned and all(name in following for name in names)


def _parts(measured: Measured, source: Claims) -> tuple[Unsupported, ...]:
    """Return what is not held: numbers and quotations for certain, then the words that are most likely wrong."""
    claim = measured.claim
    sure = [one for one in unsupported(claim.text, [source.text]) if one.kind != "name"]
    likely = model().words(measured) * np.array([word.kind is not WordKind.FUNCTION for word in claim.words])
    worst = [int(i) for i in np.argsort(-likely)[:NAMED_COUNT] if likely[i] >= NAMED_SHARE * likely.max() > 0]
    told = " ".join(one.text for one in sure)
    named = [Unsupported(claim.words[i].surface, _kind(claim.words[i], source)) for i in sorted(worst)]
    return (*sure, *(one for one in named if one.text not in told))


def _kind(word: Word, source: Claims) -> str:
    if word.kind is WordKind.NUMBER:
        return "number"
    if word.kind is WordKind.NAME:
        return "name"
    opposite = any(thesaurus().relation(word.base, other.base) is Relation.ANTONYM for other in source.words)
    if word.kind is WordKind.NEGATION or opposite:
        return "negation"
    return "attribution" if word.key in _SAYING else "invented"
