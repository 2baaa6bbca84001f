"""Refusals in the database: each counted, none silent."""

from datetime import datetime

from octavo.core.types import Refusal
from octavo.pipeline.models import Refused
from octavo.sources.models import Feed


def note(refusal: Refusal, url: str, feed: Feed | None, now: datetime) -> None:
    """Keep `refusal`; it replaces an earlier one of the same stage and address."""
    Refused.objects.update_or_create(
        stage=refusal.stage,
        url=url[:2000],
        defaults={"reason": refusal.reason[:60], "detail": refusal.detail[:500], "feed": feed, "happened": now},
    )


def forget(stage: str, url: str) -> None:
    """Drop the refusal of `stage` at `url`: it went well now."""
    Refused.objects.filter(stage=stage, url=url[:2000]).delete()
