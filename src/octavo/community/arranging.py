"""A discussion in the order in which it is read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from octavo.community.constants import DEPTH_COUNT, PAGE_COMMENTS_COUNT
from octavo.community.ranking import lower_bound


class Order(StrEnum):
    """How the answers to one comment, and those to the story, are ordered."""

    BEST = "best"
    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Node:
    """A comment as far as its place depends on it."""

    id: int
    parent: int | None
    written: datetime
    worth: int = 0
    """Readers who found it worth reading."""
    off_topic: int = 0
    is_seen: bool = True
    """One that is not (hidden, erased) keeps its place while somebody's answer stands under it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A comment at its place."""

    id: int
    depth: int
    """0 for an answer to the story, at most DEPTH_COUNT."""
    answers_to: int | None = None
    """The comment that it answers, where the page's shape does not show which."""


def arranged(nodes: Iterable[Node], order: Order) -> tuple[Placed, ...]:
    """Return the comments to be shown, each after what it answers.

    Answers are moved in by DEPTH_COUNT steps; deeper ones follow one another at the last, the earliest first, and name
    what they answer. A comment whose parent is elsewhere, or no earlier one, answers the story.
    """
    known = {node.id: node for node in nodes}
    answers = _answers(known)
    wanted = _wanted(known, answers)
    key = _key(order)
    placed: list[Placed] = []
    waiting = [(one, 0) for one in sorted(answers[None], key=key, reverse=True)]
    while waiting:
        node, depth = waiting.pop()
        if node.id not in wanted:
            continue
        placed.append(Placed(node.id, depth))
        if depth < DEPTH_COUNT - 1:
            waiting += [(one, depth + 1) for one in sorted(answers[node.id], key=key, reverse=True)]
        else:
            placed += _flat(node, answers, wanted)
    return tuple(placed)


def _answers(known: Mapping[int, Node]) -> defaultdict[int | None, list[Node]]:
    answers: defaultdict[int | None, list[Node]] = defaultdict(list)
    for node in known.values():
        has_parent = node.parent in known and node.parent is not None and node.parent < node.id
        answers[node.parent if has_parent else None].append(node)
    return answers


def _wanted(known: Mapping[int, Node], answers: Mapping[int | None, Sequence[Node]]) -> set[int]:
    """Return the comments that are seen, or that have one under them that is."""
    wanted: set[int] = set()
    for one in sorted(known, reverse=True):
        if known[one].is_seen or any(answer.id in wanted for answer in answers.get(one, ())):
            wanted.add(one)
    return wanted


def _flat(top: Node, answers: Mapping[int | None, Sequence[Node]], wanted: set[int]) -> list[Placed]:
    """Return everything under `top`, the earliest first."""
    found: list[Node] = []
    waiting = list(answers.get(top.id, ()))
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += answers.get(node.id, ())
    found.sort(key=lambda node: node.id)
    return [
        Placed(one.id, DEPTH_COUNT, one.parent if one.parent != top.id else None) for one in found if one.id in wanted
    ]


def _key(order: Order) -> Callable[[Node], tuple[float, ...]]:
    """Return what is sorted by; the lowest stands first.

    Of those without a vote for them the least voted against stand first, equals in the order of their writing.
    """
    if order is Order.NEWEST:
        return lambda node: (-node.written.timestamp(), -node.id)
    if order is Order.OLDEST:
        return lambda node: (node.written.timestamp(), node.id)
    return lambda node: (-lower_bound(node.worth, node.off_topic), node.off_topic, node.id)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a discussion."""

    placed: tuple[Placed, ...]
    page: int
    pages_count: int


def sheet(placed: Sequence[Placed], parents: Mapping[int, int | None], page: int) -> Sheet:
    """Return page `page` (from 1; the last where there are fewer). What stands on the page before is named."""
    pages_count = max(1, -(-len(placed) // PAGE_COMMENTS_COUNT))
    page = min(max(page, 1), pages_count)
    cut = placed[(page - 1) * PAGE_COMMENTS_COUNT : page * PAGE_COMMENTS_COUNT]
    here = {one.id for one in cut}
    named = tuple(
        one if not one.depth or parents[one.id] in here else Placed(one.id, one.depth, parents[one.id]) for one in cut
    )
    return Sheet(named, page, pages_count)


def page_of(placed: Sequence[Placed], comment: int) -> int:
    """Return the page on which a comment stands; 1 where it is not shown."""
    position = next((number for number, one in enumerate(placed) if one.id == comment), 0)
    return position // PAGE_COMMENTS_COUNT + 1
