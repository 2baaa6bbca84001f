"""What mending did to stories, told from where each article was and is: merged, split off, or moved."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from octavo.core.types import Signal


class ChangeKind(StrEnum):
    """How articles of one story came to be in another."""

    MERGED = "merged"
    """Nothing is left of the one."""
    SPLIT = "split"
    """The other is new."""
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article was and is, in the order of folding."""

    article: int
    before: int | None
    now: int
    why: tuple[Signal, ...] = ()
    """What joined it to its story, or kept it apart where it starts one."""


@dataclass(frozen=True, slots=True)
class Change:
    """Articles of one story that are in another now."""

    kind: ChangeKind
    story: int
    """The one that they are in now."""
    other: int
    """The one that they were in."""
    article: int
    """The one whose evidence decided: it ties the two stories, or starts the one that was split off."""
    why: tuple[Signal, ...]
    articles_count: int


def changes(places: Sequence[Place]) -> list[Change]:
    """Return what happened to stories, by story."""
    moved: dict[tuple[int, int], list[Place]] = defaultdict(list)
    groups: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        groups[place.now].append(place)
        if place.before is not None and place.before != place.now:
            moved[place.now, place.before].append(place)
    known = {place.before for place in places}
    return [
        _change(_kind(story, other, known, groups.keys()), groups[story], members)
        for (story, other), members in sorted(moved.items())
    ]


def _kind(story: int, other: int, known: Iterable[int | None], living: Iterable[int]) -> ChangeKind:
    if other not in living:
        return ChangeKind.MERGED
    return ChangeKind.MOVED if story in known else ChangeKind.SPLIT


def _change(kind: ChangeKind, group: Sequence[Place], members: Sequence[Place]) -> Change:
    decided = members[0] if kind is ChangeKind.SPLIT else _tie(group, members)
    return Change(kind, members[0].now, members[0].before or 0, decided.article, decided.why, len(members))


def _tie(group: Sequence[Place], members: Sequence[Place]) -> Place:
    """Return the first article that found others of the group there, those of the other story and of this."""
    if group[0] is not members[0]:
        return members[0]
    other = members[0].before
    return next((place for place in group if place.before != other), members[-1])
