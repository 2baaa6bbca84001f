"""Asking the operator's endpoint: within the day's tokens, every call recorded, the same question never paid twice."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import orjson
import xxhash
from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.core.types import Refusal
from octavo.enrich.models import Made, ModelCall
from octavo.enrich.providers.openai import Answer, Client, Endpoint, Question
from octavo.enrich.providers.openai.client import Given, Told
from octavo.enrich.providers.openai.constants import PROMPT_VERSION
from octavo.enrich.providers.openai.wire import estimate

PROVIDER = "openai"


@dataclass(frozen=True, slots=True)
class Errand:
    """A question with what it is for and whose text it carries."""

    purpose: str
    """summary, answer, translation, ..."""
    question: Question
    article_ids: tuple[int, ...] = ()
    """Whose text is sent."""
    person_id: int | None = None
    """Who asked; None: the house itself."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a model answered, now or before."""

    value: Any
    model: str
    prompt_version: str
    is_kept: bool
    """It was asked before, so nothing was paid."""


def endpoint() -> Endpoint | None:
    """Return where the operator's model answers; None where there is none, or AI is switched off."""
    now = settings.current()
    if not (now.ai and now.ai_url):
        return None
    return Endpoint(now.ai_url, now.ai_model, now.ai_key, now.ai_seconds)


def model_name() -> str:
    """Return the operator's model, "" for none."""
    where = endpoint()
    return where.model if where else ""


def host_of(url: str) -> str:
    """Return the host that a person is told: where texts were sent."""
    parts = urlsplit(url)
    return parts.netloc.rpartition("@")[2]


def ask(errand: Errand, told: Told | None = None, given_up: Given = lambda: False) -> Result | Refusal:
    """Return the answer to an errand, the kept one where the same was asked before.

    `told` hears the text as it comes. A refusal says why there is none: off, budget, or what `Client.ask` says.
    """
    where = endpoint()
    if where is None:
        return Refusal("model", "off", "no language model is named by the operator")
    key = input_hash(errand, where)
    if kept := Made.objects.filter(input_hash=key).first():
        return Result(kept.result, kept.model, kept.prompt_version, is_kept=True)
    if refusal := _over_budget(errand, utc_now()):
        _record(errand, where, Answer(None, 0, 0, refusal), 0)
        return refusal
    began = time.monotonic()
    answer = Client(where).ask(errand.question, told, given_up)
    _record(errand, where, answer, round((time.monotonic() - began) * 1000))
    if answer.refusal:
        return answer.refusal
    _keep(errand, where, key, answer.value)
    return Result(answer.value, where.model, PROMPT_VERSION, is_kept=False)


def kept(errand: Errand) -> Result | None:
    """Return the answer that was kept for an errand, asking nobody."""
    where = endpoint()
    row = Made.objects.filter(input_hash=input_hash(errand, where)).first() if where else None
    return Result(row.result, row.model, row.prompt_version, is_kept=True) if row else None


def outcome(errand: Errand) -> str:
    """Return what became of the last call that was made for an errand: "" where it was answered, or there is none."""
    same = {"characters_count": _characters_count(errand)}
    return last_outcome(errand.purpose, errand.article_ids, errand.person_id, **same)


def last_outcome(purpose: str, article_ids: Sequence[int], person_id: int | None, **same: int) -> str:
    """Like `outcome`, of whatever a person asked last for a purpose about these articles."""
    calls = ModelCall.objects.filter(purpose=purpose, article_ids=list(article_ids), person=person_id, **same)
    return calls.order_by("-made", "-pk").values_list("outcome", flat=True).first() or ""


def input_hash(errand: Errand, where: Endpoint) -> str:
    """Return what tells one question to one model from all others."""
    asked = [[one.role, one.content] for one in errand.question.messages]
    said = [PROVIDER, where.url, where.model, PROMPT_VERSION, errand.purpose, asked, errand.question.schema]
    return xxhash.xxh3_128_hexdigest(orjson.dumps(said, option=orjson.OPT_SORT_KEYS))


def spent(now: datetime, person_id: int | None = None) -> int:
    """Return the tokens of this day (UTC): the house's, or one person's."""
    rows = ModelCall.objects.filter(made__date=now.date())
    rows = rows.filter(person=person_id) if person_id is not None else rows
    return int(rows.aggregate(all=Coalesce(Sum(F("tokens_in") + F("tokens_out")), 0))["all"])


def _over_budget(errand: Errand, now: datetime) -> Refusal | None:
    limits = settings.current()
    question = errand.question
    needed = sum(estimate(one.content) for one in question.messages) + question.most_tokens
    if spent(now) + needed > limits.ai_day_tokens_count:
        return Refusal("model", "budget", "the house has spent its tokens of today")
    person = errand.person_id
    if person is not None and spent(now, person) + needed > limits.ai_person_day_tokens_count:
        return Refusal("model", "budget", "you have spent your tokens of today")
    return None


def _record(errand: Errand, where: Endpoint, answer: Answer, milliseconds: int) -> None:
    prices = settings.current()
    ModelCall.objects.create(
        purpose=errand.purpose,
        provider=PROVIDER,
        host=host_of(where.url),
        model=where.model,
        prompt_version=PROMPT_VERSION,
        article_ids=list(errand.article_ids),
        characters_count=_characters_count(errand),
        tokens_in=answer.tokens_in,
        tokens_out=answer.tokens_out,
        milliseconds=milliseconds,
        cost=(answer.tokens_in * prices.ai_price_in + answer.tokens_out * prices.ai_price_out) / 1_000_000,
        outcome=answer.refusal.reason if answer.refusal else "",
        detail=_unlocked(answer.refusal.detail, where)[:300] if answer.refusal else "",
        person_id=errand.person_id,
        made=utc_now(),
    )


def _unlocked(detail: str, where: Endpoint) -> str:
    """Return what an endpoint says without the key, which some say back."""
    return detail.replace(where.key, "…") if where.key else detail


def _characters_count(errand: Errand) -> int:
    return sum(len(one.content) for one in errand.question.messages)


def _keep(errand: Errand, where: Endpoint, key: str, value: Any) -> None:
    Made.objects.get_or_create(
        input_hash=key,
        defaults={
            "purpose": errand.purpose,
            "provider": PROVIDER,
            "model": where.model,
            "prompt_version": PROMPT_VERSION,
            "article_ids": list(errand.article_ids),
            "result": value,
            "made": utc_now(),
        },
    )


def article_ids(ids: Sequence[str]) -> tuple[int, ...]:
    """Return the ids of articles as the database has them."""
    return tuple(dict.fromkeys(int(one) for one in ids))
