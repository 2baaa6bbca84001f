"""The decision: is one text the other's copy, and how like are they."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from octavo.core.types import CopyKind
from octavo.dedupe.constants import NEAR, PART, PART_LENGTH, SHORTEST_TOKENS
from octavo.dedupe.shingles import Shingles


class Likeness(NamedTuple):
    """How one text repeats another."""

    kind: CopyKind
    likeness: float
    """Jaccard of the shingles; for an abridged text the share of the shorter that the longer holds."""


def compare(one: Shingles, other: Shingles) -> Likeness | None:
    """Return how the two texts repeat one another, or None where neither is the other's copy."""
    if min(one.length, other.length) < SHORTEST_TOKENS:
        return None
    if one.whole == other.whole and one.length == other.length:
        return Likeness(CopyKind.EXACT, 1.0)
    jaccard, containment = overlap(one, other)
    if _numbers_contradict(one, other):
        return None
    is_part = min(one.length, other.length) <= PART_LENGTH * max(one.length, other.length)
    if is_part and containment >= PART:
        return Likeness(CopyKind.ABRIDGED, round(containment, 4))
    if jaccard >= NEAR:
        return Likeness(CopyKind.NEAR, round(jaccard, 4))
    return None


def overlap(one: Shingles, other: Shingles) -> tuple[float, float]:
    """Return the Jaccard likeness of two texts and the share of the smaller that the larger holds."""
    step = max(one.step, other.step)
    left, right = _at(one, step), _at(other, step)
    if not len(left) or not len(right):
        return 0.0, 0.0
    shared = len(np.intersect1d(left, right, assume_unique=True))
    return shared / (len(left) + len(right) - shared), shared / min(len(left), len(right))


def _at(text: Shingles, step: int) -> NDArray[np.uint32]:
    return text.hashes if text.step == step else text.hashes[text.hashes % step == 0]


def _numbers_contradict(one: Shingles, other: Shingles) -> bool:
    """Recurring texts (weather, markets, results) keep their words and change their numbers."""
    if len(one.numbers) < 3 or len(other.numbers) < 3:
        return False
    return len(one.numbers & other.numbers) * 3 < min(len(one.numbers), len(other.numbers))
