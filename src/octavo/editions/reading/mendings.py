"""What mending did to a story, and why."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from octavo.core.types import Signal
from octavo.stories.models import Mending
from octavo.stories.reasons import Why, numbered

SHOWN_COUNT = 5


@dataclass(frozen=True, slots=True)
class MendingCard:
    kind: str
    """merged, split, moved"""
    headline: str
    """Of the other story, as it was or is."""
    other_id: int
    """Its address leads here where it was merged."""
    is_arrival: bool
    """Whether articles came into this story; else they left it."""
    articles_count: int
    why: tuple[Signal, ...]
    mended: datetime


def mendings_of(story_id: int) -> tuple[MendingCard, ...]:
    """Return what happened to a story, the latest first."""
    found = Mending.objects.filter(Q(story=story_id) | Q(other_id=story_id)).select_related("story")
    rows = list(found.order_by("-mended", "-id")[:SHOWN_COUNT])
    why = numbered({row.pk: row.why for row in rows})
    return tuple(_card(row, story_id, why[row.pk]) for row in rows)


def _card(row: Mending, story_id: int, why: Why) -> MendingCard:
    arrives = row.story_id == story_id
    return MendingCard(
        kind=row.kind,
        headline=row.other_headline if arrives else row.story.headline,
        other_id=row.other_id if arrives else row.story_id,
        is_arrival=arrives,
        articles_count=row.articles_count,
        why=tuple(Signal(**one) for one in why),
        mended=row.mended,
    )
