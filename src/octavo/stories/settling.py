"""What hindsight makes of a block's outcomes: stories, threads and reasons, where a group is not what it was."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from octavo.core.types import APART, Folded, Signal
from octavo.stories.hindsight import Hindsight
from octavo.stories.story import OpenStory
from octavo.stories.threads import earlier_stories


def settled(
    folded: Sequence[Folded], loose: Sequence[int], seen: Hindsight
) -> tuple[list[Folded], dict[str, tuple[str, str]]]:
    """Return the block's outcomes as hindsight has them, and where each story of before goes on: story and thread.

    loose: the places in `folded` that `seen` grouped anew. A story's other articles go where most of its loose ones
    went, and so does what will join it.
    """
    heirs = _heirs(folded, loose, seen)
    groups: dict[object, list[int]] = defaultdict(list)
    of_loose = {loose[place]: number for number, group in enumerate(seen.groups) for place in group}
    for place, one in enumerate(folded):
        groups[of_loose.get(place, heirs.get(one.story, one.story))].append(place)
    whole = _by_story(folded)
    found, told = list(folded), _Told(folded, loose, seen)
    for members in groups.values():
        if whole[folded[members[0]].story] != members:
            for place, outcome in told.outcomes(members):
                found[place] = outcome
        told.note(members, found[members[0]])
    goes_on = {story: groups[number][0] for story, number in heirs.items()}
    return found, {
        story: (found[first].story, found[first].thread)
        for story, first in goes_on.items()
        if found[first].story != story
    }


def _by_story(folded: Sequence[Folded]) -> dict[str, list[int]]:
    stories: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(folded):
        stories[one.story].append(place)
    return stories


def _heirs(folded: Sequence[Folded], loose: Sequence[int], seen: Hindsight) -> dict[str, int]:
    """Return for each story the group that most of its loose articles are in, the earlier of two as great.

    What holds several texts has none but its own.
    """
    shares: Mapping[str, Counter[int]] = defaultdict(Counter)
    for number, group in enumerate(seen.groups):
        for place in set(group) - seen.round_ups:
            shares[folded[loose[place]].story][number] += 1
    return {story: max(share, key=lambda number: (share[number], -number)) for story, share in shares.items()}


class _Told:
    """Tells of articles in a group that is not what it was: their story, thread and reasons."""

    def __init__(self, folded: Sequence[Folded], loose: Sequence[int], seen: Hindsight) -> None:
        self._folded = folded
        self._seen = seen
        self._loose = loose
        self._at = {place: at for at, place in enumerate(loose)}
        self._began: dict[int, OpenStory] = {}
        """The story of each loose article told so far."""

    def note(self, members: Sequence[int], first: Folded) -> None:
        """Remember which story these are."""
        story = OpenStory(members[0], first.story, first.thread)
        self._began.update((self._at[place], story) for place in members if place in self._at)

    def outcomes(self, members: Sequence[int]) -> Iterator[tuple[int, Folded]]:
        """Yield the outcome of each member by its place, the story's first ahead."""
        first = self._folded[members[0]]
        begun = replace(first, story=first.id)
        if first.story != first.id and members[0] in self._at:
            begun = self._split_off(self._at[members[0]], begun)
        yield members[0], begun
        for place in members[1:]:
            one, why = self._folded[place], self._joined(place, members)
            yield place, replace(one, story=begun.story, thread=begun.thread, why=why or one.why, develops=())

    def _split_off(self, at: int, first: Folded) -> Folded:
        """Return the outcome of an article that starts a story after all: its thread, and what keeps it apart."""
        seen = self._seen
        beside = [pair for pair in seen.beside(at) if seen.round_ups.isdisjoint((at, seen.other(pair, at)))]
        earlier = [pair for pair in beside if seen.other(pair, at) in self._began]
        if not earlier:
            return replace(first, thread=first.id, why=(), develops=())
        found = [(self._began[seen.other(pair, at)], seen.likeness(pair)) for pair in earlier]
        nearest = self._folded[self._loose[seen.other(earlier[0], at)]].id
        why = (Signal(APART, round(float(seen.log_odds[earlier[0]]), 3), nearest), *seen.why(earlier[0]))
        grown = (found for place, found in earlier_stories(found) if not seen.swapped(earlier[place]))
        thread, develops = next(grown, (first.id, ()))
        return replace(first, thread=thread, why=why, develops=develops)

    def _joined(self, place: int, members: Sequence[int]) -> tuple[Signal, ...]:
        """Return why an article is in its group: its likeness to the member that it is likest to."""
        one = self._folded[place]
        if place not in self._at or one.copy:
            return ()
        beside = (pair for pair in self._seen.beside(self._at[place]))
        within = {self._at[member] for member in members if member in self._at}
        pair = next((pair for pair in beside if self._seen.other(pair, self._at[place]) in within), None)
        return () if pair is None else self._seen.why(pair)
