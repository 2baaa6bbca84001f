"""What enrichment keeps no longer than it must: calls for their days, made texts with their articles."""

from datetime import timedelta
from typing import Any

import pytest

from octavo.config import settings
from octavo.core.clock import utc_now

pytestmark = pytest.mark.xdist_group("web")


def _made(name: str, article_ids: list[int], age_days: int) -> None:
    from octavo.enrich.models import Made

    facts: dict[str, Any] = {"purpose": "translation", "provider": "local", "result": [], "article_ids": article_ids}
    Made.objects.create(input_hash=name, made=utc_now() - timedelta(days=age_days), **facts)


def _called(model: str, age_days: int) -> None:
    from octavo.enrich.models import ModelCall

    numbers = ("characters_count", "tokens_in", "tokens_out", "milliseconds", "cost")
    made = utc_now() - timedelta(days=age_days)
    ModelCall.objects.create(purpose="answer", model=model, made=made, **dict.fromkeys(numbers, 1))


def _recorded(key: str, age_days: int, sound: bytes = b"") -> None:
    from octavo.enrich.models import Recording
    from octavo.enrich.speech import store

    if sound:
        store.sounds().write(store.file_name(key), sound)
    facts: dict[str, Any] = {
        "title": key,
        "chapters": [],
        "transcript": "",
        "voices": [],
        "seconds": 1,
        "language": "en",
    }
    Recording.objects.create(key=key, size_bytes=1, made=utc_now() - timedelta(days=age_days), **facts)


def test_what_is_old_and_of_nothing_kept_is_forgotten(house: settings.Settings) -> None:
    from octavo.enrich.models import Made, ModelCall, Recording
    from octavo.pipeline.schedule import forget_old_state
    from tests.integration.newspaper import article, publisher

    settings.override(ai_calls_days="30")
    kept = article(publisher("Tide Courier"), "The lamp is lit").pk
    gone = kept + 1000
    for name, article_ids, age_days in (
        ("of an article", [gone, kept], 400),
        ("of one that is gone", [gone], 1),
        ("of none", [], 29),
        ("of none and old", [], 31),
    ):
        _made(name, article_ids, age_days)
    _called("lately", 29)
    _called("long ago", 31)
    _recorded("heard", 400, b"sound")
    _recorded("silent", 400)
    _recorded("silent since today", 1)
    forget_old_state(0)
    forget_old_state(0)
    settings.withdraw("ai_calls_days")
    assert set(Made.objects.values_list("input_hash", flat=True)) == {"of an article", "of none"}
    assert list(ModelCall.objects.values_list("model", flat=True)) == ["lately"]
    assert set(Recording.objects.values_list("key", flat=True)) == {"heard", "silent since today"}
