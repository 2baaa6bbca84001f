"""What the operator's language model words: the stories of most reports by itself, the rest when somebody asks."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import orjson
import xxhash

from octavo.core.clock import utc_now
from octavo.editions.reading import Inquiry, Scope, wording_of
from octavo.enrich import ledger, model_calls, writing
from octavo.enrich.providers import Length, Style
from octavo.pipeline.aside import later

STORIES_COUNT = 5
"""That one round words; the next comes a minute later."""


def word_stories(now: datetime) -> None:
    """Have the model word the next stories; ends early where it fails. Calls whose process died are told as lost."""
    ledger.mark_lost(now)
    for _ in range(STORIES_COUNT):
        for story_id, language in writing.awaiting(now, 1):
            writing.write(story_id, writing.Kind(language), utc_now())


def word_later(story_id: int, kind: writing.Kind, person_id: int | None = None) -> bool:
    """Queue the writing of one kind of summary; return whether there is room for it."""
    from octavo.pipeline.jobs import word_summary as job

    return later(job, summary_name(story_id, kind), story_id=story_id, kind=_told(kind), person_id=person_id)


def summary_name(story_id: int, kind: writing.Kind) -> str:
    """Return what the job is called that writes this kind of summary."""
    return " ".join([str(story_id), *_told(kind)])


def _told(kind: writing.Kind) -> list[str]:
    return [kind.language, str(kind.length), str(kind.style)]


def word_summary(story_id: int, kind: Sequence[str], person_id: int | None) -> None:
    """Write one kind of summary."""
    language, length, style = kind
    writing.write(story_id, writing.Kind(language, Length(length), Style(style)), utc_now(), person_id)


def answer_name(inquiry: Inquiry, person_id: int) -> str:
    """Return what the job is called that words this answer for this person."""
    return xxhash.xxh3_128_hexdigest(orjson.dumps([asdict(inquiry), person_id]))


def answer_later(inquiry: Inquiry, person_id: int) -> bool:
    """Queue the wording of an answer for a person; return whether there is room for it."""
    from octavo.pipeline.jobs import word_answer as job

    return later(job, answer_name(inquiry, person_id), told=asdict(inquiry), person_id=person_id)


def word_answer(told: Mapping[str, Any], person_id: int) -> None:
    """Ask the model for an answer's words; what it says is kept, and judged wherever it is shown."""
    inquiry = Inquiry(**{**told, "scope": Scope(**told["scope"])})
    if model_calls.endpoint() and (wanted := wording_of(inquiry, person_id)):
        model_calls.ask(wanted.errand)
