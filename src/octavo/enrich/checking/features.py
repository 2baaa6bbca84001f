"""What is measured of each word of a claim against its source: likeness, place, relations, and its neighbours.

Every word of the claim is laid beside the word of the source that it most likely renders: alike in meaning, and
standing among the same neighbours. What a paraphrase changes keeps its meaning there; what an error changes does not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from octavo.core.text import sentences
from octavo.core.vectors import Vectors
from octavo.enrich.checking.alignment import Alignment, align
from octavo.enrich.checking.claims import Claims, Word, WordKind
from octavo.enrich.thesaurus import Relation, thesaurus

Matrix = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

NEAR_WORDS_COUNT = 40
"""Of the source's words, the most alike whose relation to a word is looked up."""
NEAR_WORDS_LEAST = 0.2
CLOSEST_COUNT = 6
NEGATION_REACH = 4
GAP_MOST = 8
PIECE_WORDS = 40
"""A longer sentence of a source, as in transcripts, is compared in pieces."""
_EXCHANGED = tuple(one for one in Relation if one not in (Relation.SAME, Relation.NONE))
_PREFIXES = ("un", "in", "im", "dis", "non", "mis", "ir")


@dataclass(frozen=True, slots=True)
class Measured:
    """A claim's words with what is measured of them."""

    claim: Claims
    rows: Matrix
    """float32 (n_claim_words, n_features)"""
    meanings: Matrix
    """float32 (n_claim_words, dim): the words' own vectors, which tell names of things from turns of phrase."""
    exact: NDArray[np.bool_]
    """(n_claim_words,): the source has the word itself."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A claim and its source, with what every word's features are read from."""

    claim: Claims
    source: Claims
    alignment: Alignment
    positions: dict[str, list[int]]
    exact: NDArray[np.bool_]
    telling: NDArray[np.bool_]
    top: Matrix
    anchored: Matrix


def measure(claim: Claims, source: Claims, encode: Encode) -> Measured:
    """Return what is measured of the words of a claim; both texts have at least one word."""
    alignment = align(claim, source, encode)
    positions: dict[str, list[int]] = {}
    for at, word in enumerate(source.words):
        positions.setdefault(word.base, []).append(at)
    pair = _Pair(
        claim,
        source,
        alignment,
        positions,
        np.array([word.base in positions for word in claim.words]),
        np.array([word.tells for word in claim.words]),
        alignment.likeness.max(axis=1),
        alignment.likeness[np.arange(len(claim.words)), alignment.anchor],
    )
    whole = _sentence_likeness(claim, source, encode)
    rows = [[*_of_word(pair, i), *whole[i], *_relations(pair, i)] for i in range(len(claim.words))]
    meanings = encode([word.key for word in claim.words])
    return Measured(claim, np.array(rows, dtype=np.float32), meanings, pair.exact)


def _of_word(pair: _Pair, i: int) -> list[float]:
    word, j = pair.claim.words[i], int(pair.alignment.anchor[i])
    counterpart = pair.source.words[j]
    relation = thesaurus().relation(word.base, counterpart.base)
    likeness, context = pair.alignment.likeness[i], pair.alignment.context[i]
    second = float(np.partition(likeness, -2)[-2]) if len(likeness) > 1 else float(likeness[0])
    close = {thesaurus().relation(word.base, pair.source.words[k].base) for k in np.argsort(-likeness)[:CLOSEST_COUNT]}
    negated = _negated(pair.claim.words, i)
    return [
        float(pair.exact[i]),
        min(4, len(pair.positions.get(word.base, ()))),
        float(pair.top[i]),
        second,
        float(pair.anchored[i]),
        float(context[j]),
        relation is Relation.SAME,
        *(relation is one for one in _EXCHANGED),
        *(one in close for one in (Relation.ANTONYM, Relation.SYNONYM)),
        *(word.kind is kind for kind in WordKind),
        thesaurus().knows(word.base),
        len(word.key),
        *_neighbours(pair, i),
        float(context.max() - context[j]),
        *_others(pair, i),
        *_number(pair, word),
        negated != _negated(pair.source.words, j),
        negated,
        word.kind is counterpart.kind,
        word.key[:4] == counterpart.key[:4],
        float((pair.alignment.anchor == j).sum() - 1),
        _gap(pair.alignment, i, -1),
        _gap(pair.alignment, i, 1),
    ]


def _neighbours(pair: _Pair, i: int) -> list[float]:
    """Tell whether the telling words on both sides are in the source, and how near this word they come there."""
    sides = [_neighbour(pair.claim.words, i, step) for step in (-1, 1)]
    held = [float(at is not None and pair.exact[at]) for at in sides]
    base = pair.claim.words[i].base
    near = [_nearness(base, pair.claim.words[at].base if at is not None else "", pair.positions) for at in sides]
    return [*held, *near]


def _neighbour(words: Sequence[Word], at: int, step: int) -> int | None:
    at += step
    while 0 <= at < len(words):
        if words[at].tells:
            return at
        at += step
    return None


def _nearness(one: str, other: str, positions: dict[str, list[int]]) -> float:
    """Return how near two words come in the source: 1 side by side, falling to 0; -1 where either is absent."""
    if one not in positions or other not in positions:
        return -1
    nearest = min(abs(a - b) for a in positions[one][:40] for b in positions[other][:40])
    return 1 / max(1, nearest)


def _others(pair: _Pair, i: int) -> list[float]:
    """Return how well the claim's other telling words are held: what is odd in a copy is usual in a retelling."""
    others = pair.telling.copy()
    others[i] = False
    count = max(1, int(others.sum()))
    return [
        float((pair.exact & others).sum() / count),
        float(pair.top[others].sum() / count),
        float(pair.anchored[others].sum() / count),
    ]


def _number(pair: _Pair, word: Word) -> list[float]:
    stated = next((one for one in pair.claim.quantities if one.start <= word.start < one.end), None)
    held = stated is not None and any(one.value == stated.value for one in pair.source.quantities)
    exactly = stated is not None and any(
        (one.value, one.unit) == (stated.value, stated.unit) for one in pair.source.quantities
    )
    return [held, exactly, stated is not None and not held]


def _negated(words: Sequence[Word], at: int) -> bool:
    return any(word.kind is WordKind.NEGATION for word in words[max(0, at - NEGATION_REACH) : at])


def _gap(alignment: Alignment, i: int, step: int) -> float:
    other = i + step
    if not 0 <= other < len(alignment.anchor):
        return 0
    return float(np.clip((alignment.anchor[other] - alignment.anchor[i]) * step, -GAP_MOST, GAP_MOST))


def _relations(pair: _Pair, i: int) -> list[float]:
    """Return, for a word that the source lacks, its closest relations to any like word of the source."""
    word, likeness = pair.claim.words[i], pair.alignment.likeness[i]
    found = dict.fromkeys(_EXCHANGED, 0.0)
    if word.kind is WordKind.FUNCTION or likeness.max() >= 1:
        return [*found.values(), 0.0]
    for j in np.argsort(-likeness)[:NEAR_WORDS_COUNT]:
        if likeness[j] < NEAR_WORDS_LEAST:
            break
        relation = thesaurus().relation(word.base, pair.source.words[j].base)
        if relation in found:
            found[relation] = max(found[relation], 0.5 + float(likeness[j]) / 2)
    return [*found.values(), float(_is_turned(word.base, pair.positions))]


def _is_turned(base: str, held: dict[str, list[int]]) -> bool:
    """Tell whether the source has the word with or without a prefix that turns it round."""
    return any(
        prefix + base in held or (base.startswith(prefix) and base[len(prefix) :] in held) for prefix in _PREFIXES
    )


def _sentence_likeness(claim: Claims, source: Claims, encode: Encode) -> list[list[float]]:
    """Return each word's sentence's likeness to the source's nearest passage, and the claim's mean and least."""
    spans = sentences(claim.text, "en")
    nearest = (encode([span.text for span in spans]) @ encode(_pieces(source.text)).T).max(axis=1)
    whole = [float(nearest.mean()), float(nearest.min())]
    out = []
    for word in claim.words:
        at = next((n for n, span in enumerate(spans) if span.start <= word.start < span.end), 0)
        out.append([float(nearest[at]), *whole])
    return out


def _pieces(text: str) -> list[str]:
    pieces = []
    for span in sentences(text, "en"):
        words = span.text.split()
        pieces += [" ".join(words[at : at + PIECE_WORDS]) for at in range(0, len(words), PIECE_WORDS)]
    return pieces + [f"{one} {other}" for one, other in pairwise(pieces)]
