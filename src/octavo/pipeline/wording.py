"""What the operator's language model words: the stories of most reports by itself, any kind when somebody asks."""

from collections.abc import Sequence
from datetime import datetime

from octavo.core.clock import utc_now
from octavo.enrich import writing
from octavo.enrich.providers import Length, Style
from octavo.pipeline.aside import later

STORIES_COUNT = 5
"""That one round words; the next comes a minute later."""


def word_stories(now: datetime) -> None:
    """Have the model word the next stories; ends early where it fails."""
    for _ in range(STORIES_COUNT):
        for story_id, language in writing.awaiting(now, 1):
            writing.write(story_id, writing.Kind(language), utc_now())


def word_later(story_id: int, kind: writing.Kind, person_id: int | None = None) -> bool:
    """Queue the writing of one kind of summary; return whether there is room for it."""
    from octavo.pipeline.jobs import word_summary as job

    told = [kind.language, str(kind.length), str(kind.style)]
    return later(job, f"{story_id} {' '.join(told)}", story_id=story_id, kind=told, person_id=person_id)


def word_summary(story_id: int, kind: Sequence[str], person_id: int | None) -> None:
    """Write one kind of summary."""
    language, length, style = kind
    writing.write(story_id, writing.Kind(language, Length(length), Style(style)), utc_now(), person_id)
