"""Why each article is in its story, and what kept those apart that start one, as people may read it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from octavo.core.types import APART, DEVELOPS
from octavo.stories.models import Membership, MovedStory, Story

Why = list[dict[str, Any]]
"""Signals as kept: {"name", "value", "detail"}."""
_TOLD_OF = (APART, DEVELOPS)
"""Signals whose detail is a story."""


def reasons(story_id: int) -> dict[int, Why]:
    """Return the signals that joined each article of a story.

    Where one started it, the detail says from which story it was kept apart: the number that this has now.
    """
    return numbered(dict(Membership.objects.filter(story=story_id).values_list("article_id", "why")), own=story_id)


def links(stories: Iterable[int]) -> dict[int, Why]:
    """Return the signals that link each of these stories to an earlier one, by its number; those that have some."""
    rows = Membership.objects.filter(story__in=list(stories)).exclude(develops=[]).order_by("article__moment")
    kept: dict[int, Why] = {}
    for story, why in rows.values_list("story_id", "develops"):
        kept.setdefault(story, why)
    return {story: why for story, why in numbered(kept).items() if why[0]["detail"] not in ("", str(story))}


def numbered(kept: Mapping[int, Why], own: int = 0) -> dict[int, Why]:
    """Return reasons with the number of each story that they tell of, but that of its `own`."""
    numbers = _numbers({one["detail"] for why in kept.values() for one in why if one["name"] in _TOLD_OF}, own)
    return {
        identity: [{**one, "detail": numbers.get(one["detail"], "")} if one["name"] in _TOLD_OF else one for one in why]
        for identity, why in kept.items()
    }


def _numbers(names: AbstractSet[str], own: int) -> dict[str, str]:
    """Return the numbers of other stories that a folder called so: by their first articles, or as they were stored."""
    if not names:
        return {}
    first = Membership.objects.filter(article__url__in=names).values_list("article__url", "story_id")
    stored = {int(name[1:]): name for name in names if name[1:].isdigit()}
    there = Story.objects.filter(id__in=stored).values_list("id", "id")
    moved = MovedStory.objects.filter(old_id__in=stored).values_list("old_id", "story_id")
    found = {**dict(first), **{stored[one]: now for one, now in (*there, *moved)}}
    return {name: str(story) for name, story in found.items() if story != own}
