"""Asking the operator's endpoint: within the day's tokens, every call recorded, the same question never paid twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import orjson
import xxhash

from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.core.types import Refusal
from octavo.enrich import ledger
from octavo.enrich.models import Made, ModelCall
from octavo.enrich.providers.openai import Client, Endpoint, Question
from octavo.enrich.providers.openai.client import Given, Told
from octavo.enrich.providers.openai.constants import PROMPT_VERSION

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
    call = ledger.Call(_begun(errand, where))
    answer = Client(where, reserve=call.reserve).ask(errand.question, told, given_up)
    call.end(answer, secret=where.key)
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
    return calls.exclude(outcome=ledger.BEGUN).order_by("-made", "-pk").values_list("outcome", flat=True).first() or ""


def input_hash(errand: Errand, where: Endpoint) -> str:
    """Return what tells one question to one model from all others."""
    asked = [[one.role, one.content] for one in errand.question.messages]
    said = [PROVIDER, where.url, where.model, PROMPT_VERSION, errand.purpose, asked, errand.question.schema]
    return xxhash.xxh3_128_hexdigest(orjson.dumps(said, option=orjson.OPT_SORT_KEYS))


def _begun(errand: Errand, where: Endpoint) -> ModelCall:
    return ModelCall.objects.create(
        purpose=errand.purpose,
        provider=PROVIDER,
        host=host_of(where.url),
        model=where.model,
        prompt_version=PROMPT_VERSION,
        article_ids=list(errand.article_ids),
        characters_count=_characters_count(errand),
        outcome=ledger.BEGUN,
        person_id=errand.person_id,
        made=utc_now(),
    )


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
