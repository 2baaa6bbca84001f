"""Threads: which earlier story a new one develops from."""

from collections.abc import Sequence

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


def earlier_story(found: Sequence[tuple[OpenStory, Signals]]) -> OpenStory | None:
    """Return the story whose central names and terms a new one shares, though it tells of another event or moment."""
    near = [(like.terms + like.names, story) for story, like in found if _develops(like)]
    return max(near, key=lambda pair: (pair[0], -pair[1].number))[1] if near else None


def _develops(like: Signals) -> bool:
    if not like.vector:
        return like.terms >= THREAD_TERMS and like.names >= THREAD_NAMES
    if like.vector < LIKE_VECTOR:
        return False
    if not like.names:
        return like.terms >= NAMELESS_TERMS
    return like.names >= LIKE_NAMES and like.terms >= LIKE_TERMS
