"""Refusals in the database: each counted, none silent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import psycopg
from django.db import DatabaseError

from octavo.core.types import Refusal
from octavo.pipeline.models import Refused
from octavo.sources.models import Feed

UNKEPT = (DatabaseError, psycopg.Error, ValueError, OverflowError)
"""What a value raises that cannot be stored, whatever let it through; COPY raises the driver's own."""


def unkept(stage: str, error: Exception) -> Refusal:
    """Return the refusal of what raised one of UNKEPT."""
    return Refusal(stage, "unkept", f"what came cannot be stored ({type(error).__name__})")


@dataclass(frozen=True, slots=True)
class Noted:
    """A refusal, the address that it is about, and the feed that led there."""

    refusal: Refusal
    url: str
    feed: Feed | None


def note_all(noted: Iterable[Noted], now: datetime) -> None:
    """Keep refusals; each replaces an earlier one of the same stage and address."""
    rows = {(one.refusal.stage, one.url[:2000]): _row(one, now) for one in noted}
    Refused.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["stage", "url"],
        update_fields=["reason", "detail", "feed", "happened"],
    )


def _row(noted: Noted, now: datetime) -> Refused:
    refusal = noted.refusal
    return Refused(
        stage=refusal.stage,
        url=noted.url[:2000],
        reason=refusal.reason[:60],
        detail=refusal.detail[:500],
        feed=noted.feed,
        happened=now,
    )


def note(refusal: Refusal, url: str, feed: Feed | None, now: datetime) -> None:
    """Keep `refusal`; it replaces an earlier one of the same stage and address."""
    note_all([Noted(refusal, url, feed)], now)


def forget(stage: str, *urls: str) -> None:
    """Drop the refusals of `stage` at these addresses: it went well now."""
    if urls:
        Refused.objects.filter(stage=stage, url__in=[url[:2000] for url in urls]).delete()
