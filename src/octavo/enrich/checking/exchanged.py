"""Numbers that a claim gives to other things than its source does, and who does what to whom the other way round."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from octavo.core.quantities import Quantity, is_year, quantities
from octavo.enrich.checking.pieces import Piece, is_name, pieces
from octavo.enrich.verification import Unsupported, agrees

_STOP = re.compile(r"[,;:،、，；：。.!?\n](?!\d)")
_BESIDE_COUNT = 2
"""Of the telling words on each side of a number, those that say what it counts."""
_FATES = frozenset({"=die", "=hurt"})
"""What is told of people by numbers that are often exchanged."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A number with what stands beside it."""

    number: Quantity
    before: frozenset[str]
    behind: frozenset[str]

    @property
    def beside(self) -> frozenset[str]:
        return self.before | self.behind


def misbound(claim: str, near: str, source: Sequence[Bound], language: str) -> Iterator[Unsupported]:
    """Yield the numbers of a claim that stand beside what its nearest sentences say of another number instead."""
    theirs = bound(near, language)
    for one in bound(claim, language):
        own = _all_of(one, source)
        others = [other for other in theirs if _may_be_meant(one.number, other.number)]
        is_near = any(agrees(one.number, other.number) for other in theirs)
        if _has_other_fate(one, own) or (is_near and any(_is_meant(one, own, other) for other in others)):
            yield Unsupported(claim[one.number.start : one.number.end], "number")


def is_toll(claim: str, language: str) -> bool:
    """Tell whether a claim counts dead or hurt."""
    return any(one.beside & _FATES for one in bound(claim, language))


def bound(text: str, language: str) -> list[Bound]:
    """Return the numbers of `text`, each with the words beside it."""
    found = [one for one in quantities(text) if not is_name(text, one.start)]
    if not found:
        return []
    numeric = {at for one in found for at in range(one.start, one.end)}
    taken = [one for one in pieces(text, language) if one.start not in numeric]
    edges = [0, *(_edge(text, one, other, taken, language) for one, other in pairwise(found)), len(text)]
    bounds = [_bound(text, *one, taken) for one in zip(found, edges[:-1], edges[1:], strict=True)]
    for at, (one, other) in enumerate(pairwise(bounds)):
        if not any(piece.tells for piece in _within(taken, one.number.end, other.number.start)):
            bounds[at : at + 2] = _joined(one, other)
    return bounds


def _joined(one: Bound, other: Bound) -> tuple[Bound, Bound]:
    """Return two numbers with nothing said between them, a range or a score, each with what is said of both."""
    before = frozenset(key for key in one.before | other.before if not key.endswith(" "))
    behind = one.behind | other.behind
    return Bound(one.number, one.before | before, behind), Bound(other.number, other.before | before, behind)


def _all_of(one: Bound, others: Sequence[Bound]) -> Bound:
    """Return what stands beside a number wherever it is."""
    same = [other for other in others if agrees(one.number, other.number)]
    before = frozenset(key for other in same for key in other.before)
    return Bound(one.number, before, frozenset(key for other in same for key in other.behind))


def _may_be_meant(one: Quantity, other: Quantity) -> bool:
    same_kind = one.unit == other.unit or not one.unit or not other.unit
    return one.value != other.value and same_kind and is_year(one) == is_year(other)


def _is_meant(mine: Bound, own: Bound, other: Bound) -> bool:
    """Tell whether a claim's number has beside it, or behind it, what another number of the source has, not its own."""
    if mine.beside & other.beside - own.beside and not mine.beside & own.beside - other.beside:
        return True
    if mine.beside & own.beside & _FATES:
        return False
    lost = own.behind - other.beside - mine.beside
    return bool(lost and mine.behind & other.behind - own.beside) and not mine.behind & own.behind - other.behind


def _has_other_fate(mine: Bound, own: Bound) -> bool:
    fates, own_fates = mine.beside & _FATES, own.beside & _FATES
    return len(fates) == 1 and bool(own_fates) and fates.isdisjoint(own_fates)


def _edge(text: str, one: Quantity, other: Quantity, taken: Sequence[Piece], language: str) -> int:
    """Return where between two numbers the second one's words begin: behind a stop, or at the last linking word."""
    stops = [stop.end() for stop in _STOP.finditer(text, one.end, other.start)]
    if stops:
        return stops[-1]
    between = _within(taken, one.end, other.start)
    links = [piece for piece in between if not piece.tells or (language == "ar" and text[piece.start] == "و")]
    return links[-1].start if links else other.start


def _within(taken: Sequence[Piece], begins: int, ends: int) -> Sequence[Piece]:
    """Return the pieces, which are in order, that begin between two places of their text."""
    first, last = (bisect_left(taken, place, key=attrgetter("start")) for place in (begins, ends))
    return taken[first:last]


def _bound(text: str, one: Quantity, begins: int, ends: int, taken: Sequence[Piece]) -> Bound:
    """Return a number with the nearest telling words on both sides, and the small word right before it."""
    begins = max((stop.end() for stop in _STOP.finditer(text, begins, one.start)), default=begins)
    stop = _STOP.search(text, one.end, ends)
    before = _within(taken, begins, one.start)
    behind = [piece.key for piece in _within(taken, one.end, stop.start() if stop else ends) if piece.tells]
    small = [f"{piece.key} " for piece in before[-1:] if not piece.tells]
    telling = [piece.key for piece in before if piece.tells][-_BESIDE_COUNT:]
    return Bound(one, frozenset((*telling, *small)), frozenset(behind[:_BESIDE_COUNT]))
