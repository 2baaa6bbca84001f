"""The words of a claim beside those of its source, by meaning and by the company they keep."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.core.vectors import Vectors
from octavo.enrich.checking.claims import Claims, WordKind

Matrix = NDArray[np.float32]

NEIGHBOURS = (1, 2, 3)
STRONG = 0.5
"""Words less alike do not speak for their neighbours."""
CONTEXT_WEIGHT = 0.35


@dataclass(frozen=True, slots=True)
class Alignment:
    likeness: Matrix
    """float32 (n_claim_words, n_source_words), -1..1; 1 for the same base form."""
    context: Matrix
    """The same shape: how alike the neighbours are."""
    anchor: NDArray[np.intp]
    """(n_claim_words,): the counterpart of each word."""


def align(claim: Claims, source: Claims, encode: Callable[[Sequence[str]], Vectors]) -> Alignment:
    """Return each claim word's counterpart in a source of at least one word."""
    mine, theirs = [word.key for word in claim.words], [word.key for word in source.words]
    keys = sorted({*mine, *theirs})
    place = {key: i for i, key in enumerate(keys)}
    unit = encode(keys)
    pairs = unit[[place[key] for key in mine]] @ unit[[place[key] for key in theirs]].T
    likeness: Matrix = np.clip(pairs, -1, 0.99).astype(np.float32)
    numbers: dict[str, int] = {}
    bases = [np.array([numbers.setdefault(word.base, len(numbers)) for word in text.words]) for text in (claim, source)]
    likeness[bases[0][:, None] == bases[1][None, :]] = 1.0
    counts = [np.array([word.kind is WordKind.NUMBER for word in text.words]) for text in (claim, source)]
    likeness[(counts[0][:, None] != counts[1][None, :]) & (likeness < 1)] *= 0.5
    context = _context(likeness)
    return Alignment(likeness, context, np.argmax(likeness + CONTEXT_WEIGHT * context, axis=1))


def _context(likeness: Matrix) -> Matrix:
    """Return the summed likeness of the neighbours on both sides, nearer ones first, one place of slack allowed."""
    strong = np.where(likeness > STRONG, likeness, 0)
    spread = strong.copy()
    spread[:, 1:] = np.maximum(spread[:, 1:], strong[:, :-1])
    spread[:, :-1] = np.maximum(spread[:, :-1], strong[:, 1:])
    out = np.zeros_like(likeness)
    for off in NEIGHBOURS:
        if off < min(likeness.shape):
            out[:-off, :-off] += spread[off:, off:] / off
            out[off:, off:] += spread[:-off, :-off] / off
    return out
