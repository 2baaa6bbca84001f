"""How the house is doing, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from octavo.config import settings
from octavo.enrich import model_calls
from octavo.enrich.speech.voices import ESPEAK, voice_for
from octavo.extract.models import Article
from octavo.pipeline.models import Refused
from octavo.pipeline.queue import failed_count, waiting_count
from octavo.sources.models import Feed, Publisher
from octavo.stories.models import Story


@dataclass(frozen=True, slots=True)
class State:
    publishers_count: int
    feeds_count: int
    feeds_polled_count: int
    feeds_failing_count: int
    feeds_gone_count: int
    articles_count: int
    stories_count: int
    copies_count: int
    jobs_waiting_count: int
    jobs_failed_count: int
    """Those that will be tried again."""
    language_model: str
    """Which the operator has named, and where; or that there is none. "" where AI is off, like the next."""
    speech: str
    """What reads aloud; or why nothing does."""
    refusals: Mapping[str, int]
    """Counts by "stage: reason"."""


def state() -> State:
    """Count what there is."""
    active = Feed.objects.filter(state=Feed.State.ACTIVE)
    return State(
        publishers_count=Publisher.objects.count(),
        feeds_count=active.count(),
        feeds_polled_count=active.filter(polled__isnull=False).count(),
        feeds_failing_count=active.filter(errors_count__gt=0).count(),
        feeds_gone_count=Feed.objects.filter(state=Feed.State.GONE).count(),
        articles_count=Article.objects.count(),
        stories_count=Story.objects.count(),
        copies_count=Article.objects.filter(copy__isnull=False).count(),
        jobs_waiting_count=waiting_count(),
        jobs_failed_count=failed_count(),
        language_model=_language_model(),
        speech=_speech(),
        refusals=_refusals(),
    )


def _language_model() -> str:
    if not settings.current().ai:
        return ""
    where = model_calls.endpoint()
    return f"{where.model} at {model_calls.host_of(where.url)}" if where else "none"


def _speech() -> str:
    now = settings.current()
    if not now.ai:
        return ""
    voice = voice_for("en", now.speech_voices, now.speech_piper)
    return voice.engine if voice else f"none: {ESPEAK} is not installed, so nothing can be recorded"


def _refusals() -> dict[str, int]:
    rows = Refused.objects.values("stage", "reason").annotate(count=Count("id")).order_by("-count", "stage", "reason")
    return {f"{row['stage']}: {row['reason']}": row["count"] for row in rows}


def failing_feeds() -> list[dict[str, str | int]]:
    """Return the feeds whose last poll failed or brought a damaged feed, with the reason in one plain line.

    `errors_count` is the number of failed polls in a row, 0 for one that was read though damaged; `state` is gone for
    one that is asked no more.
    """
    return [
        {"url": feed.url, "error": feed.last_error, "errors_count": feed.errors_count, "state": feed.state}
        for feed in Feed.objects.exclude(last_error="").order_by("url")
    ]
