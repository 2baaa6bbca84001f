"""Pages prepared: what lays reports and stories side by side is made before anyone opens them."""

from collections.abc import Collection, Iterable

from django.db.models import Count, F, Q

from octavo.config import settings
from octavo.editions.reading.story import story_page
from octavo.stories.models import Story

ANY_LANGUAGE = ""
"""What is prepared serves readers of every language."""


def to_prepare(story_ids: Collection[int]) -> list[int]:
    """Return which of these stories have several reports or stand in a thread of several; none where AI is off."""
    if not settings.current().ai:
        return []
    told = Story.objects.filter(id__in=story_ids)
    neighbours = Story.objects.filter(thread__in=told.values("thread")).values("thread")
    shared_threads = neighbours.annotate(stories_count=Count("id")).filter(stories_count__gt=1).values("thread")
    chosen = told.filter(Q(articles_count__gt=F("copies_count") + 1) | Q(thread__in=shared_threads))
    return list(chosen.order_by("id").values_list("id", flat=True))


def prepare(story_ids: Iterable[int]) -> None:
    """Read the pages of these stories as a reader would, which makes and keeps what they lay side by side."""
    for story_id in story_ids:
        story_page(story_id, ANY_LANGUAGE)
