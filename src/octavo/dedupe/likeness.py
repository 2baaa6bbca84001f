"""The decision: is one text the other's copy, and how like are they."""

from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from octavo.core.types import CopyKind
from octavo.dedupe.codes import FIRST_VALUE, FIRST_WEEKDAY, Hashes, Text, spans_pairs, words_count
from octavo.dedupe.constants import (
    ANCHOR_WINDOW,
    CHANGED_VALUES,
    LITTLE,
    NEAR,
    NEAR_AT_LEAST,
    NEAR_COVER,
    PAIRS_SHINGLE_TOKENS,
    PART,
    PART_AT_LEAST,
    PART_LENGTH,
    PART_OF_LITTLE,
    SAME_STRETCH,
    SHINGLE_TOKENS,
    SHORTEST_OF_LITTLE,
    SHORTEST_TOKENS,
)
from octavo.dedupe.swaps import tell_of_other_things


class Likeness(NamedTuple):
    """How one text repeats another."""

    kind: CopyKind
    likeness: float
    """Jaccard of the shingles; for an abridged text the share of the shorter's that the longer holds."""


def compare(one: Text, other: Text) -> Likeness | None:
    """Return how the two texts repeat one another, or None where neither is the other's copy."""
    if len(one) == len(other) and np.array_equal(one.codes, other.codes):
        return Likeness(CopyKind.EXACT, 1.0)
    if min(len(one), len(other)) < SHORTEST_TOKENS:
        return None
    shorter, longer = sorted((one, other), key=lambda text: (len(text), text.codes.tobytes()))
    shared = np.intersect1d(shorter.distinct, longer.distinct, assume_unique=True)
    if not len(shared):
        return None
    return _decided(shorter, longer, shared)


def _decided(shorter: Text, longer: Text, shared: Hashes) -> Likeness | None:
    jaccard = len(shared) / (len(shorter.distinct) + len(longer.distinct) - len(shared))
    containment = len(shared) / len(shorter.distinct)
    if jaccard < NEAR_AT_LEAST and containment < PART_AT_LEAST:
        return None
    in_shorter, in_longer = covered(shorter, shared), covered(longer, shared)
    is_short = len(shorter) <= PART_LENGTH * len(longer)
    is_part = is_short and _holds(shorter, jaccard, containment) and in_shorter.mean() >= PART
    is_near = jaccard >= NEAR or (jaccard >= NEAR_AT_LEAST and min(in_shorter.mean(), in_longer.mean()) >= NEAR_COVER)
    if not (is_part or is_near) or _recurs((shorter, in_shorter), (longer, in_longer)):
        return None
    if tell_of_other_things(shorter, longer):
        return None
    return Likeness(CopyKind.ABRIDGED, round(containment, 4)) if is_part else Likeness(CopyKind.NEAR, round(jaccard, 4))


def _holds(shorter: Text, jaccard: float, containment: float) -> bool:
    """Tell whether the longer text holds enough of the shorter that this may be a part of it."""
    if jaccard >= LITTLE:
        return containment >= PART_AT_LEAST
    return containment >= PART_OF_LITTLE and len(shorter) >= SHORTEST_OF_LITTLE


def are_cut_from_one(whole: Text, one: Text, other: Text) -> bool:
    """Tell whether two parts of a text are cuts of one report, rather than reports that it holds one after the other.

    They share most of it, or its opening, or lie among one another.
    """
    held, others = (np.isin(whole.shingles, part.distinct) for part in (one, other))
    both = held & others
    if both.sum() > SAME_STRETCH * min(held.sum(), others.sum()) or both[:ANCHOR_WINDOW].mean() > SAME_STRETCH:
        return True
    alone = held.astype(np.int8) - others
    runs = ((owner, len([*run])) for owner, run in groupby(alone[alone != 0].tolist()))
    owners = [owner for owner, length in runs if length >= ANCHOR_WINDOW]
    turns = [before != after for before, after in pairwise(owners)]
    return turns.count(True) > 1


def only_quotes(text: Text, said: Hashes, other: Text) -> bool:
    """Tell whether the other has little of what a text says in its own words: both quote somebody.

    said: what the text quotes, as `said_in` has it.
    """
    own = ~covered(text, said)
    return bool(words_count(text.codes[own]) >= SHORTEST_TOKENS and covered(text, other.distinct)[own].mean() < LITTLE)


def covered(text: Text, shared: Hashes) -> NDArray[np.bool_]:
    """Return which tokens stand in a shared shingle, bool (n_tokens,)."""
    found = np.isin(text.shingles, shared)
    cover = np.zeros(len(text), dtype=np.bool_)
    for place in range(SHINGLE_TOKENS):
        cover[place : place + len(found)] |= found
    of_pairs = found & spans_pairs(text.codes, len(found))
    for place in range(SHINGLE_TOKENS, PAIRS_SHINGLE_TOKENS):
        covering = of_pairs[: max(0, len(text) - place)]
        cover[place : place + len(covering)] |= covering
    return cover


def _recurs(shorter: tuple[Text, NDArray[np.bool_]], longer: tuple[Text, NDArray[np.bool_]]) -> bool:
    """Tell whether the same words were filled with other values: tomorrow's weather, another day's prices.

    A number against a number and a weekday against a weekday: a weekday that became a date is a house's style.
    """
    held = [set(text.codes[text.codes >= FIRST_VALUE].tolist()) for text, _ in (shorter, longer)]
    fresh = [
        set(text.codes[(text.codes >= FIRST_VALUE) & ~cover].tolist()) - others
        for (text, cover), others in ((shorter, held[1]), (longer, held[0]))
    ]
    weekdays = [len([code for code in codes if code >= FIRST_WEEKDAY]) for codes in fresh]
    numbers = [len(codes) - days for codes, days in zip(fresh, weekdays, strict=True)]
    changed: int = min(numbers) + min(weekdays)
    return changed >= CHANGED_VALUES and changed > len(held[0] & held[1])
