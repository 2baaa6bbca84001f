"""Threads: which earlier story a new one develops from."""

from collections.abc import Sequence

from octavo.stories.constants import THREAD_NAMES, THREAD_TERMS
from octavo.stories.query import Query
from octavo.stories.signals import Signals
from octavo.stories.story import OpenStory


def earlier_story(asked: Query, found: Sequence[tuple[OpenStory, Signals]]) -> OpenStory | None:
    """Return the story whose central names and terms the article shares, though it tells of another event."""
    near = [(signals.terms + signals.names, story) for story, signals in found if _develops(signals)]
    return max(near, key=lambda pair: (pair[0], -pair[1].number))[1] if near else None


def _develops(found: Signals) -> bool:
    return found.terms >= THREAD_TERMS and found.names >= THREAD_NAMES
