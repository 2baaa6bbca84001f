"""Threads: which earlier stories a new one may develop from."""

from collections.abc import Sequence
from typing import NamedTuple

from octavo.core.types import DEVELOPS, Signal
from octavo.stories.constants import THREAD_NAMES, THREAD_TERMS
from octavo.stories.signals import Signals
from octavo.stories.story import OpenStory

LIKE_VECTOR = 0.53
LIKE_NAMES = 0.2
LIKE_TERMS = 0.04
NAMELESS_TERMS = 0.06
"""A story develops from another where the meanings are alike and so are the names, or, in a script that marks no names,
the words. In the demo, whose authors say what belongs together, steps of one thread have names of .22 and more (in
Korean words of .08), and like events that share nothing (two rate decisions, two fires) names under .10."""
PAST_NAMES = 0.33
NAMES_OVER_TERMS = 1.5
SAME_NAMES = 0.55
NAMELESS_PAST_TERMS = 0.3
"""Over weeks more of one kind happens to the same town or team: like events share words more than names, steps of one
thread names more than words, or nearly all names. Asked of each story as if all others were weeks ago, eight links of
the gate's reports are right and two wrong (deaths, bans); of the 66 like events of ecbplus_dev one is linked."""


class Earlier(NamedTuple):
    """The thread of a story that another develops from, and what links the two."""

    thread: str
    develops: tuple[Signal, ...]


def earlier_stories(found: Sequence[tuple[OpenStory, Signals]], *, is_past: bool = False) -> list[tuple[int, Earlier]]:
    """Return the stories whose central names and terms a new one shares, though it tells of another event or moment,
    with their places, the likest first.

    is_past: they ended weeks ago, and more is asked of them.
    """
    alike = [
        (like.terms + like.names, -story.number, place)
        for place, (story, like) in enumerate(found)
        if _develops(like) and (not is_past or _develops_over_weeks(like))
    ]
    return [(place, _linked(*found[place])) for *_, place in sorted(alike, reverse=True)]


def _linked(story: OpenStory, like: Signals) -> Earlier:
    parts = (("entities", like.names), ("vector", like.vector), ("terms", like.terms))
    signals = (Signal(name, round(value, 3)) for name, value in parts if value > 0)
    return Earlier(story.thread, (Signal(DEVELOPS, round(like.terms + like.names, 3), story.id), *signals))


def _develops_over_weeks(like: Signals) -> bool:
    if not like.names:
        return like.terms >= NAMELESS_PAST_TERMS
    return like.names >= min(SAME_NAMES, max(PAST_NAMES, NAMES_OVER_TERMS * like.terms))


def _develops(like: Signals) -> bool:
    if not like.vector:
        return like.terms >= THREAD_TERMS and like.names >= THREAD_NAMES
    if like.vector < LIKE_VECTOR:
        return False
    if not like.names:
        return not like.marks_names and like.terms >= NAMELESS_TERMS
    return like.names >= LIKE_NAMES and like.terms >= LIKE_TERMS
