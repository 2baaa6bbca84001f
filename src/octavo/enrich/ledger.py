"""What calls take of the day's tokens: set aside in the database before a model is asked, settled when it has answered.

A call whose process dies keeps what was set aside, since the endpoint may have spent it, and is lost once none can last
so long.
"""

import time
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from octavo.config import settings
from octavo.config.bulk import executed
from octavo.core.types import Refusal
from octavo.enrich.models import ModelCall
from octavo.enrich.providers.openai import Answer, Question
from octavo.enrich.providers.openai.constants import LONGEST_PAUSE_SECONDS, TRIES_COUNT

BEGUN = "begun"
LOST = "lost"
DETAIL_CHARACTERS = 300
_REPAIRED = 2
"""Times that a question is asked at most, with its tries: as it is, and to have its answer's form mended."""


class Call:
    """One call from its beginning to its end."""

    def __init__(self, row: ModelCall) -> None:
        self._row, self._began = row, time.monotonic()

    def reserve(self, question: Question) -> Refusal | None:
        """Set aside what a question may take at most; callers take turns. Return why not where the day lacks it."""
        with transaction.atomic():
            executed("SELECT pg_advisory_xact_lock(hashtext('model tokens'))")
            if refusal := _over_budget(self._row, question):
                return refusal
            self._row.tokens_in += question.tokens_in
            self._row.tokens_out += question.most_tokens
            self._save()
        return None

    def end(self, answer: Answer, secret: str) -> None:
        """Record what came of it in place of what was set aside; `secret` is the key, which some endpoints say back."""
        refusal = answer.refusal
        self._row.tokens_in, self._row.tokens_out = answer.tokens_in, answer.tokens_out
        self._row.milliseconds = round((time.monotonic() - self._began) * 1000)
        self._row.outcome = refusal.reason if refusal else ""
        detail = refusal.detail if refusal else ""
        self._row.detail = (detail.replace(secret, "…") if secret else detail)[:DETAIL_CHARACTERS]
        self._save()

    def _save(self) -> None:
        prices, row = settings.current(), self._row
        row.cost = (row.tokens_in * prices.ai_price_in + row.tokens_out * prices.ai_price_out) / 1_000_000
        changed = ("tokens_in", "tokens_out", "cost", "milliseconds", "outcome", "detail")
        ModelCall.objects.filter(pk=row.pk).update(**{name: getattr(row, name) for name in changed})


def spent(day: datetime, person_id: int | None = None) -> int:
    """Return the tokens spent and set aside on a day (UTC): the house's, or one person's."""
    midnight = day.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = ModelCall.objects.filter(made__gte=midnight, made__lt=midnight + timedelta(days=1))
    rows = rows.filter(person=person_id) if person_id is not None else rows
    return int(rows.aggregate(all=Coalesce(Sum(F("tokens_in") + F("tokens_out")), 0))["all"])


def mark_lost(now: datetime) -> None:
    """Tell calls that began longer ago than any can last as lost; one that ends after all says so itself."""
    longest = _REPAIRED * TRIES_COUNT * (settings.current().ai_seconds + LONGEST_PAUSE_SECONDS)
    ModelCall.objects.filter(outcome=BEGUN, made__lt=now - timedelta(seconds=longest)).update(outcome=LOST)


def _over_budget(call: ModelCall, question: Question) -> Refusal | None:
    limits, needed = settings.current(), question.tokens_in + question.most_tokens
    if spent(call.made) + needed > limits.ai_day_tokens_count:
        return Refusal("model", "budget", "the house has spent its tokens of today")
    person = call.person_id
    if person is not None and spent(call.made, person) + needed > limits.ai_person_day_tokens_count:
        return Refusal("model", "budget", "you have spent your tokens of today")
    return None
