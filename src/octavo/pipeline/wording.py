"""What the operator's language model words: the stories of most reports by itself, any kind when somebody asks."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from octavo.core.clock import utc_now
from octavo.enrich import writing
from octavo.enrich.providers import Length, Style
from octavo.pipeline.queue import defer

STORIES_COUNT = 5
"""That one round words; the next comes a minute later."""


def word_stories(now: datetime) -> None:
    """Have the model word the next stories; ends early where it fails."""
    for _ in range(STORIES_COUNT):
        for story_id, language in writing.awaiting(now, 1):
            writing.write(story_id, writing.Kind(language), utc_now())


def word_later(story_id: int, kind: writing.Kind, person_id: int | None = None) -> None:
    """Queue the writing of one kind of summary."""
    from octavo.pipeline.jobs import word_summary as job

    with transaction.atomic():
        told = [kind.language, str(kind.length), str(kind.style)]
        defer(job, lock=f"summary {story_id}", story_id=story_id, kind=told, person_id=person_id)


def word_summary(story_id: int, kind: Sequence[str], person_id: int | None) -> None:
    """Write one kind of summary."""
    language, length, style = kind
    writing.write(story_id, writing.Kind(language, Length(length), Style(style)), utc_now(), person_id)
