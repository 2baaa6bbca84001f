"""Threads: which earlier story a new one develops from."""

from collections.abc import Sequence

from octavo.stories.constants import (
    THREAD_NAMES,
    THREAD_NAMES_LIKE,
    THREAD_TERMS,
    THREAD_TERMS_LIKE,
    THREAD_VECTOR,
)
from octavo.stories.signals import Signals
from octavo.stories.story import OpenStory


def earlier_story(found: Sequence[tuple[OpenStory, Signals]]) -> OpenStory | None:
    """Return the story whose central names and terms a new one shares, though it tells of another event or moment."""
    near = [(like.terms + like.names, story) for story, like in found if _develops(like)]
    return max(near, key=lambda pair: (pair[0], -pair[1].number))[1] if near else None


def _develops(like: Signals) -> bool:
    if like.vector >= THREAD_VECTOR:
        return like.terms >= THREAD_TERMS_LIKE and like.names >= THREAD_NAMES_LIKE
    return like.terms >= THREAD_TERMS and like.names >= THREAD_NAMES
