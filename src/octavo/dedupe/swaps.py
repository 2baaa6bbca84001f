"""Swaps: what stands for what in two like texts. The same words with other names and numbers tell of another thing."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from octavo.dedupe.codes import FIRST_VALUE, FIRST_WEEKDAY, Text, first_letter
from octavo.dedupe.constants import FRAME_TOKENS, SWAPPED_TOKENS, SWAPS

Codes = AbstractSet[int]
Slot = tuple[Codes, Codes]
"""What only the one text has in a place, and what only the other has there."""


def tell_of_other_things(one: Text, other: Text) -> bool:
    """Tell whether two like texts are one mould filled twice: two towns' quakes, two matches of a league.

    More names and numbers, or numbers alone, are then changed than kept; and names are among what is changed, or,
    where these cannot be told from other words, words are.
    """
    slots = list(_slots(one, other))
    numbers = sum(1 for mine, theirs in slots if _numbers(mine) and _numbers(theirs))
    names, other_names = {*one.names.tolist()}, {*other.names.tolist()}
    named = sum(1 for mine, theirs in slots if _are_other_names(mine & names, theirs & other_names))
    kept, kept_names = len(_numbers({*one.codes.tolist()} & {*other.codes.tolist()})), len(names & other_names)
    are_swapped = named > 0 if names and other_names else len(slots) > numbers
    return are_swapped and (_outweigh(numbers, kept) or _outweigh(named + numbers, kept + kept_names))


def _outweigh(changed: int, kept: int) -> bool:
    return changed >= SWAPS and changed > kept


def _slots(one: Text, other: Text) -> Iterator[Slot]:
    """Yield each short stretch in which both texts have something of their own, between words that both have, once."""
    mine, theirs = one.codes.tolist(), other.codes.tolist()
    known, seen = {*mine} & {*theirs}, set()
    shared = [found for found in LCSseq.opcodes(mine, theirs) if found.tag == "equal"]
    for before, after in pairwise(shared):
        words, others = mine[before.src_end : after.src_start], theirs[before.dest_end : after.dest_start]
        frame = before.src_end - before.src_start + after.src_end - after.src_start
        if frame >= FRAME_TOKENS and max(len(words), len(others)) <= SWAPPED_TOKENS:
            slot = frozenset(words) - known, frozenset(others) - known
            if all(slot) and slot not in seen:
                seen.add(slot)
                yield slot


def _numbers(codes: Codes) -> Codes:
    return {code for code in codes if FIRST_VALUE <= code < FIRST_WEEKDAY}


def _are_other_names(mine: Codes, theirs: Codes) -> bool:
    """Tell whether these are names, and not one that two houses spell apart."""
    return bool(mine and theirs) and {*map(first_letter, mine)}.isdisjoint(map(first_letter, theirs))
