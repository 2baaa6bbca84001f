"""Ties: what copies say of a block of articles that is looked over, and whose copy each is in the end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from octavo.core.types import Copy, Folded

Gathered = Callable[[str], AbstractSet[str]]
"""Of an article's id: the ids of different texts that are parts of it."""


class Ties(NamedTuple):
    """Full texts that belong together, by their places in the block."""

    glued: list[tuple[int, int]] = []
    """Copies and their originals."""
    gathered: dict[int, set[int]] = {}
    """Texts that hold several different ones, and those; or that tell of several in words of their own."""

    def round_ups(self, likely: AbstractSet[tuple[int, int]]) -> set[int]:
        """Return those that hold texts on different things; likely: the pairs of texts that are of one story."""
        return {
            whole
            for whole, parts in self.gathered.items()
            if len(parts) < 2 or not {*combinations(sorted(parts), 2)} <= likely
        }

    def glued_without(self, round_ups: AbstractSet[int]) -> Iterator[tuple[int, int]]:
        """Yield the copies and originals that are of one story: a round-up of the news ties but its own copies."""
        return (pair for pair in self.glued if len(round_ups & {*pair}) != 1)


def ties(ids: Sequence[str], copies: Iterable[Copy | None], gathered: Gathered, round_ups: AbstractSet[str]) -> Ties:
    """Return what the relations found among the articles `ids` tie together; round_ups: in words of their own."""
    at = {one: place for place, one in enumerate(ids)}
    pairs = [(copy.article, copy.original) for copy in copies if copy]
    held = {place: gathered(one) for one, place in at.items()}
    return Ties(
        [(at[one], at[other]) for one, other in pairs if one in at and other in at],
        {at[one]: set() for one in round_ups if one in at}
        | {place: {at[part] for part in parts if part in at} for place, parts in held.items() if parts},
    )


def with_copies(folded: Sequence[Folded], copies: Iterable[Copy | None]) -> list[Folded]:
    """Return outcomes with these relations, each told of the copy where that is among them, else of its original.

    An original may come after its copy.
    """
    found, ids = {copy.article: copy for copy in copies if copy}, {one.id for one in folded}
    of_before = {copy.original: copy for copy in found.values() if copy.article not in ids}
    return [replace(one, copy=found.get(one.id) or of_before.get(one.id)) for one in folded]
