"""Average linkage: groups of articles from how likely each pair of them is of one story.

Of a great group an article knows only its nearest neighbours, so a mean counts those alone; a group of few must know
nearly all pairs, and one that it does not know speaks against it.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


@dataclass(slots=True)
class _Group:
    members: list[int]
    sums: dict[int, float] = field(default_factory=dict)
    """By group: the sum of what the known pairs with it are likely."""
    counts: dict[int, int] = field(default_factory=dict)
    version: int = 0


def linked(
    count: int,
    likely: Iterable[tuple[Pair, float]],
    *,
    at_least: float,
    alone: float,
    known: int,
    glued: Iterable[Pair] = (),
    against: Iterable[Pair] = (),
) -> list[list[int]]:
    """Return groups of the numbers below `count`, each ascending, by their first.

    likely: each known pair once, with how likely it is one story, 0..1; at_least: mean from which two groups are one;
    alone: mean from which what is left alone joins the one group that is near; known: of a greater group an article is
    asked for so many pairs; glued: pairs that are together whatever the others say; against: pairs that keep what is
    left alone so.
    """
    groups = _Groups(count, likely, known)
    for one, other in glued:
        groups.glue(one, other)
    for one, other in groups.nearest(at_least):
        groups.merge(one, other)
    for one, other in groups.left_alone(alone, {*against}):
        groups.merge(one, other)
    return sorted(sorted(group.members) for group in groups.living.values())


class _Groups:
    def __init__(self, count: int, likely: Iterable[tuple[Pair, float]], known: int) -> None:
        self._known = known
        self._heap: list[tuple[float, int, int, int, int]] = []
        self._home = list(range(count))
        self.living = {number: _Group([number]) for number in range(count)}
        for pair, share in likely:
            for one, other in (pair, pair[::-1]):
                self.living[one].sums[other] = share
                self.living[one].counts[other] = 1

    def glue(self, one: int, other: int) -> None:
        """Bring the groups of two numbers together."""
        if self._home[one] != self._home[other]:
            self.merge(self._home[one], self._home[other])

    def nearest(self, at_least: float) -> Iterator[Pair]:
        """Yield the two groups that are nearest, to be merged, as long as any are near enough."""
        pairs = ((one, other) for one, group in self.living.items() for other in group.sums if one < other)
        self._heap = [self._entry(one, other) for one, other in pairs]
        heapify(self._heap)
        while self._heap:
            mean, one, other, version_one, version_other = heappop(self._heap)
            if -mean < at_least:
                return
            versions = [self.living[key].version if key in self.living else -1 for key in (one, other)]
            if versions == [version_one, version_other]:
                yield one, other

    def left_alone(self, at_least: float, against: AbstractSet[Pair]) -> Iterator[Pair]:
        """Yield, to be merged, a group of several and what is left alone and near to it alone by half."""
        for number in [number for number, group in self.living.items() if len(group.members) == 1]:
            near = sorted((self._entry(number, other)[0], other) for other in self.living[number].sums)
            if not near:
                continue
            (least, nearest), *others = near
            if -least < at_least or any(2 * mean <= least for mean, _ in others):
                continue
            members = self.living[nearest].members
            if len(members) > 1 and against.isdisjoint((min(number, one), max(number, one)) for one in members):
                yield nearest, number

    def merge(self, one: int, other: int) -> None:
        """Put the group `other` into the group `one`."""
        into, gone = self.living[one], self.living.pop(other)
        into.members += gone.members
        into.version += 1
        for member in gone.members:
            self._home[member] = one
        into.sums.pop(other, None)
        into.counts.pop(other, None)
        for third, share in gone.sums.items():
            if third != one:
                beside = self.living[third]
                del beside.sums[other], beside.counts[other]
                beside.sums[one] = into.sums[third] = into.sums.get(third, 0.0) + share
                beside.counts[one] = into.counts[third] = into.counts.get(third, 0) + gone.counts[third]
        for third in into.sums:
            heappush(self._heap, self._entry(min(one, third), max(one, third)))

    def _entry(self, one: int, other: int) -> tuple[float, int, int, int, int]:
        ones, others = self.living[one], self.living[other]
        lesser, greater = sorted((len(ones.members), len(others.members)))
        asked = max(ones.counts[other], lesser * min(self._known, greater))
        return (-ones.sums[other] / asked, one, other, ones.version, others.version)
