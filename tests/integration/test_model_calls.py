"""The endpoint's ledger: budgets, records, kept results, and stories that are worded by themselves."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Event
from typing import Any

import pytest

from octavo.config import settings
from octavo.core.types import Refusal
from octavo.enrich.providers.openai import Message, Question
from tests.integration.at_once import at_once
from tests.integration.endpoints import KEY, Say, Scripted, passages, scripted, small_model, summary

pytestmark = pytest.mark.xdist_group("web")

FIELDS = (
    "ai_url", "ai_model", "ai_key", "ai_seconds", "ai_day_tokens_count", "ai_person_day_tokens_count", "ai_price_in",
    "ai_price_out",
)  # fmt: skip


@pytest.fixture(autouse=True)
def endpoint(house: settings.Settings) -> Iterator[Scripted]:
    """Name an endpoint to the house that says each passage back, the first words of it."""
    with scripted(_echo) as running:
        settings.override(ai_url=running.url, ai_model="small", ai_key=KEY)
        yield running
    for field in FIELDS:
        settings.withdraw(field)


def _echo(asked: dict[str, Any]) -> Say:
    if len(asked["messages"]) != 2:
        return Say("yes", usage={"prompt_tokens": 40, "completion_tokens": 10})
    told = [(one["text"], [one["n"]]) for one in passages(asked)[:3]]
    return Say(summary(*told), usage={"prompt_tokens": 1000, "completion_tokens": 500})


def question(text: str = "Is it?") -> Question:
    return Question((Message("user", text),), None, 100)


def story_of_two() -> Any:
    from tests.integration.newspaper import article, publisher, story

    one = article(publisher("Tide Courier"), "Old lighthouse shines again")
    other = article(
        publisher("Brisk Post"),
        "Port Almera has its light back",
        ("After forty years the lighthouse of Port Almera has its light back, the harbour office said.",),
    )
    return story(one, other)


def test_a_call_is_recorded_with_what_it_took_and_cost() -> None:
    from octavo.enrich import model_calls
    from octavo.enrich.models import ModelCall

    settings.override(ai_price_in="2", ai_price_out="10")
    result = model_calls.ask(model_calls.Errand("answer", question(), (3, 5)))
    assert isinstance(result, model_calls.Result)
    call = ModelCall.objects.get()
    assert (result.value, result.is_kept, call.purpose, call.article_ids) == ("yes", False, "answer", [3, 5])
    assert (call.tokens_in, call.tokens_out, call.model, call.prompt_version) == (40, 10, "small", "1")
    assert call.cost == pytest.approx((40 * 2 + 10 * 10) / 1e6)
    assert call.host.startswith("127.0.0.1:")
    assert call.outcome == ""


def test_the_same_is_never_paid_twice_and_another_is_not_mistaken_for_it(endpoint: Scripted) -> None:
    from octavo.enrich import model_calls
    from octavo.enrich.models import ModelCall

    errand = model_calls.Errand("answer", question())
    assert model_calls.kept(errand) is None
    first, second = model_calls.ask(errand), model_calls.ask(errand)
    assert isinstance(first, model_calls.Result)
    assert isinstance(second, model_calls.Result)
    assert (first.value, first.is_kept, second.is_kept) == (second.value, False, True)
    assert len(endpoint.asked) == ModelCall.objects.count() == 1
    for other in ({"ai_model": "larger"}, {"ai_model": "small", "ai_url": f"{endpoint.url}/"[:-1]}):
        settings.override(**other)
        model_calls.ask(errand)
    model_calls.ask(model_calls.Errand("answer", question("Is it not?")))
    assert len(endpoint.asked) == 3


def test_a_failure_is_recorded_and_not_kept(endpoint: Scripted) -> None:
    from octavo.enrich import model_calls
    from octavo.enrich.models import Made, ModelCall

    with scripted(lambda _: Say("no such key", 401)) as closed:
        settings.override(ai_url=closed.url)
        assert isinstance(model_calls.ask(model_calls.Errand("answer", question())), Refusal)
    assert ModelCall.objects.get().outcome == "denied"
    assert not Made.objects.exists()


def test_a_key_that_an_endpoint_says_back_is_not_kept() -> None:
    from octavo.enrich import model_calls
    from octavo.enrich.models import ModelCall

    with scripted(lambda _: Say(f"Incorrect key: {KEY}", 401)) as closed:
        settings.override(ai_url=closed.url)
        model_calls.ask(model_calls.Errand("answer", question()))
    detail = ModelCall.objects.get().detail
    assert "Incorrect key" in detail
    assert KEY not in detail


@pytest.mark.parametrize("count", [10**9, 10**12, 10**30])
def test_a_count_that_cannot_be_is_recorded_as_what_can(count: int) -> None:
    from octavo.enrich import model_calls
    from octavo.enrich.models import ModelCall

    usage = {"prompt_tokens": count, "completion_tokens": count}
    with scripted(lambda _: Say("yes", usage=usage)) as mistaken:
        settings.override(ai_url=mistaken.url)
        for text in ("one", "two"):
            assert isinstance(model_calls.ask(model_calls.Errand("answer", question(text))), model_calls.Result)
    assert all(0 < call.tokens_out <= 100 for call in ModelCall.objects.all())
    assert all(call.tokens_in < 2_000 for call in ModelCall.objects.all())


def test_the_houses_tokens_of_a_day_are_not_overspent(endpoint: Scripted) -> None:
    from octavo.enrich import model_calls
    from octavo.enrich.models import ModelCall

    settings.override(ai_day_tokens_count="140")
    assert isinstance(model_calls.ask(model_calls.Errand("answer", question("one"))), model_calls.Result)
    refused = model_calls.ask(model_calls.Errand("answer", question("two")))
    assert isinstance(refused, Refusal)
    assert refused.reason == "budget"
    assert len(endpoint.asked) == 1
    assert list(ModelCall.objects.order_by("id").values_list("outcome", flat=True)) == ["", "budget"]
    ModelCall.objects.update(made=datetime.now(UTC) - timedelta(days=1))
    assert isinstance(model_calls.ask(model_calls.Errand("answer", question("two"))), model_calls.Result)


def test_a_persons_tokens_are_the_persons_own(endpoint: Scripted) -> None:
    from octavo.accounts.models import User
    from octavo.enrich import model_calls

    settings.override(ai_person_day_tokens_count="140")
    ada, ben = (User.objects.create(username=name).pk for name in ("ada", "ben"))
    asked = [
        model_calls.ask(model_calls.Errand("answer", question(str(number)), person_id=person))
        for number, person in enumerate([ada, ada, ben, None, None])
    ]
    assert [isinstance(one, Refusal) for one in asked] == [False, True, False, False, False]


@pytest.mark.parametrize("person", [False, True])
def test_callers_at_once_do_not_overspend(person: bool) -> None:
    from octavo.accounts.models import User
    from octavo.enrich import ledger, model_calls
    from octavo.enrich.models import ModelCall

    who = User.objects.create(username="ada").pk if person else None
    settings.override(**{"ai_person_day_tokens_count" if person else "ai_day_tokens_count": "250"})
    calls = [partial(model_calls.ask, model_calls.Errand("answer", question(str(n)), (), who)) for n in range(6)]
    with scripted(lambda _: Say("yes " * 20, pause_seconds=0.2, usage={"completion_tokens": 90})) as slow:
        settings.override(ai_url=slow.url)
        answers = at_once(*calls)
    refused = [one.reason for one in answers if isinstance(one, Refusal)]
    assert (refused, len(slow.asked)) == (["budget"] * 4, 2)
    assert ledger.spent(datetime.now(UTC), who) <= 250
    assert sorted(ModelCall.objects.values_list("outcome", flat=True)) == ["", "", *["budget"] * 4]


def test_an_answer_is_not_mended_beyond_the_days_tokens() -> None:
    from octavo.enrich import model_calls
    from octavo.enrich.models import ModelCall

    settings.override(ai_day_tokens_count="150")
    formed = Question((Message("user", "Is it?"),), {"type": "object", "required": ["word"]}, 100)
    with scripted(lambda _: Say("no form", usage={"prompt_tokens": 5, "completion_tokens": 50})) as broken:
        settings.override(ai_url=broken.url)
        refused = model_calls.ask(model_calls.Errand("answer", formed))
    assert isinstance(refused, Refusal)
    assert (refused.reason, len(broken.asked)) == ("budget", 1)
    call = ModelCall.objects.get()
    assert (call.tokens_in, call.tokens_out, call.outcome) == (5, 50, "budget")


ASKING = """
import django
django.setup()
from octavo.enrich import model_calls
from octavo.enrich.providers.openai import Message, Question
model_calls.ask(model_calls.Errand("answer", Question((Message("user", "Is it?"),), None, 100), (3,)))
"""


def test_a_call_whose_process_is_killed_is_recorded_with_what_was_set_aside() -> None:
    from octavo.enrich import ledger, model_calls
    from octavo.enrich.models import ModelCall

    settings.override(ai_day_tokens_count="200")
    is_asked = Event()

    def says(_: object) -> Say:
        is_asked.set()
        return Say("word " * 400, pause_seconds=0.1)

    with scripted(says) as slow:
        settings.override(ai_url=slow.url)
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": "octavo.config.django_settings"}
        process = subprocess.Popen([sys.executable, "-c", ASKING], env=environment)
        try:
            assert is_asked.wait(60)
        finally:
            process.kill()
            process.wait()
    call = ModelCall.objects.get()
    assert (call.outcome, call.article_ids, call.tokens_out) == ("begun", [3], 100)
    assert call.tokens_in > 0
    assert model_calls.last_outcome("answer", (3,), None) == ""
    refused = model_calls.ask(model_calls.Errand("answer", question("another")))
    assert isinstance(refused, Refusal)
    assert refused.reason == "budget"
    ledger.mark_lost(datetime.now(UTC))
    assert ModelCall.objects.filter(outcome="begun").count() == 1
    ledger.mark_lost(datetime.now(UTC) + timedelta(hours=1))
    call.refresh_from_db()
    assert (call.outcome, call.tokens_out) == ("lost", 100)


def test_no_endpoint_is_asked_where_ai_is_off(endpoint: Scripted) -> None:
    from octavo.enrich import model_calls
    from octavo.enrich.models import ModelCall
    from octavo.pipeline.wording import word_stories

    story_of_two()
    settings.override(ai="off")
    refused = model_calls.ask(model_calls.Errand("answer", question()))
    word_stories(datetime.now(UTC))
    settings.withdraw("ai")
    assert isinstance(refused, Refusal)
    assert refused.reason == "off"
    assert endpoint.asked == []
    assert not ModelCall.objects.exists()


def test_stories_of_several_reports_are_worded_once_until_they_change(endpoint: Scripted) -> None:
    from octavo.enrich.models import Enrichment, WrittenSummary
    from octavo.enrich.store import enrich
    from octavo.pipeline.wording import word_stories
    from tests.integration.newspaper import article, publisher, story

    two = story_of_two()
    story(article(publisher("Lone Leaf"), "A single report"))
    now = datetime.now(UTC)
    enrich([two.pk], now)
    word_stories(now)
    word_stories(now)
    row = WrittenSummary.objects.get()
    assert (row.story_id, row.provider, row.model, row.refusal) == (two.pk, "openai", "small", "")
    assert row.summary["sentences"][0]["cites"]
    assert len(endpoint.asked) == 1
    Enrichment.objects.update(input_hash="changed")
    word_stories(now)
    assert len(endpoint.asked) == 1
    word_stories(now + timedelta(hours=1))
    row.refresh_from_db()
    assert (row.input_hash, len(endpoint.asked)) == ("changed", 1)


def test_after_an_outage_the_house_waits_before_it_asks_again() -> None:
    from octavo.enrich.models import ModelCall, WrittenSummary
    from octavo.enrich.store import enrich
    from octavo.enrich.writing import awaiting
    from octavo.pipeline.wording import word_stories
    from tests.integration.newspaper import article, publisher, story

    now = datetime.now(UTC)
    other = story(
        *(
            article(
                publisher(f"Paper {n}"),
                f"Report {n}",
                (f"Report number {n} tells much the same of the harbour of Brisk.",),
            )
            for n in range(3)
        )
    )
    enrich([story_of_two().pk, other.pk], now)
    with scripted(lambda _: Say("no such key", 401)) as closed:
        settings.override(ai_url=closed.url)
        word_stories(now)
    assert ModelCall.objects.count() == 1
    row = WrittenSummary.objects.get()
    assert (row.story_id, row.provider, row.refusal) == (other.pk, "local", "denied")
    assert awaiting(now, 5) == []
    assert len(awaiting(now + timedelta(minutes=11), 5)) == 1


def test_the_admin_shows_calls_and_their_sums() -> None:
    from django.test import Client

    from octavo.accounts.people import create_admin
    from octavo.enrich import model_calls

    settings.override(ai_price_in="100000")
    model_calls.ask(model_calls.Errand("answer", question()))
    client = Client(headers={"host": "localhost"})
    client.force_login(create_admin("ada", "ada@post.example", "a long and odd word"))
    told = client.get("/admin/enrich/modelcall/").content.decode()
    assert "1 calls, 40 tokens read, 10 written, cost 4.0000" in told
    for table in ("made", "writtensummary"):
        assert client.get(f"/admin/enrich/{table}/").status_code == 200


def test_a_real_small_model_goes_the_whole_way() -> None:
    """SmolLM2 has 135 million parameters: that what it says is sound or given up is tested, not that it is good."""
    from octavo.enrich import model_calls
    from octavo.enrich.models import ModelCall
    from octavo.enrich.providers import Length
    from octavo.enrich.store import articles_of
    from octavo.enrich.summaries import missing
    from octavo.enrich.writing import Kind, written

    articles = articles_of(story_of_two())
    with small_model() as url:
        settings.override(ai_url=url, ai_model="smollm2", ai_seconds="60")
        told = written(articles, Kind("en", Length.LINE))
        again = written(articles, Kind("en", Length.LINE))
        heard: list[str] = []
        plain = model_calls.Errand("answer", Question((Message("user", "Count from one to nine."),), None, 12))
        model_calls.ask(plain, heard.append)
        withdrawn = model_calls.ask(
            model_calls.Errand("answer", Question((Message("user", "Tell a long story."),), None, 400)),
            heard.append,
            lambda: len(heard) > 15,
        )
        settings.override(ai_seconds="0.05")
        late = model_calls.ask(model_calls.Errand("answer", Question((Message("user", "Hurry!"),), None, 50)))
        settings.override(ai_key="wrong", ai_seconds="20")
        denied = model_calls.ask(model_calls.Errand("answer", question("Who am I?")))
    by_id = {article.id: article for article in articles}
    assert told.summary.sentences
    assert all(not missing(one, by_id) for one in told.summary.sentences)
    assert (told.provider, told.refusal) in {("openai", ""), ("local", "unsupported")}
    assert again == told
    assert len(heard) > 10
    assert [one.reason for one in (withdrawn, late, denied) if isinstance(one, Refusal)] == [
        "given-up",
        "timeout",
        "denied",
    ]
    calls = list(ModelCall.objects.order_by("id").values_list("purpose", "outcome"))
    assert calls[0] == ("summary", "")
    assert ("summary", "") not in calls[1:]
    assert all(call.tokens_in > 5 for call in ModelCall.objects.filter(outcome=""))
