"""Answers in a model's words: asked for by a person, made aside, and shown as far as the passages hold them."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from octavo.config import settings
from octavo.enrich.providers.openai.data import addresses_machine
from tests.integration.attacks import ATTACKS
from tests.integration.endpoints import KEY, Say, Says, passages, scripted, small_model, worded

pytestmark = pytest.mark.xdist_group("web")

PARAGRAPHS = (
    "The stone bridge at Tolverne will close on Monday for repairs that will take nine months, the county said.",
    "The work costs 2.4 million crowns, twice the first estimate. Engineers had found cracks in three arches.",
    "The bridge was built in 1788 and carries about 6,000 cars a day.",
)
BUILT = "In which year was the bridge at Tolverne built?"
IN_SHORT = "The answer in short"
BUTTON = "Word the answer"


def _tells_the_year(asked: dict[str, Any]) -> str:
    return worded(*((one["text"], [one["n"]]) for one in passages(asked) if "1788" in one["text"]))


@dataclass
class Model:
    """A running endpoint whose answer a test may change."""

    says: Says = _tells_the_year
    asked: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def model(house: settings.Settings) -> Iterator[Model]:
    told = Model()
    with scripted(lambda asked: told.says(asked)) as running:
        told.asked = running.asked
        settings.override(ai_url=running.url, ai_model="small", ai_key=KEY)
        yield told
    for name in ("ai", "ai_url", "ai_model", "ai_key", "ai_seconds", "ai_person_day_tokens_count", "fetch_seconds"):
        settings.withdraw(name)


@pytest.fixture
def nobody(house: settings.Settings) -> Client:
    return Client(headers={"host": "localhost"})


@pytest.fixture
def ada(house: settings.Settings) -> Client:
    from octavo.accounts.models import User

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.create_user(username="ada"))
    return client


def bridge(*more: str) -> int:
    """Make an article, with paragraphs `more`; return its id."""
    from tests.integration.newspaper import article, publisher, story

    row = article(publisher("Tide Courier"), "Old bridge at Tolverne closes for repairs", (*PARAGRAPHS, *more))
    story(row)
    return row.pk


def path_of(article: int, question: str = BUILT, after: str = "") -> str:
    from urllib.parse import urlencode

    query = {"q": question, "article": article} | ({"after": after} if after else {})
    return f"/en/ask?{urlencode(query)}"


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.unescape(answer.content.decode())


def worded_page(client: Client, path: str) -> str:
    """Let the model word an answer; return the page that then stands there."""
    from octavo.pipeline.queue import work

    led = client.post(path).headers["Location"]
    work(["aside"], until_empty=True)
    return text_of(client, led)


def in_words(page: str) -> str:
    return page.partition(IN_SHORT)[2].partition("</section>")[0]


def test_the_passages_stand_at_once_and_the_model_words_them_when_a_person_asks(ada: Client, model: Model) -> None:
    from octavo.enrich.models import Made, ModelCall

    article = bridge()
    path = path_of(article)
    page = text_of(ada, path)
    assert "built in 1788" in page
    assert BUTTON in page
    answer = ada.post(path)
    assert answer.headers["Location"] == f"{path}&asked=1"
    waiting = text_of(ada, answer.headers["Location"])
    assert 'http-equiv="refresh"' in waiting
    assert "built in 1788" in waiting
    assert BUTTON not in waiting
    assert model.asked == []
    page = worded_page(ada, path)
    assert "The bridge was built in 1788" in in_words(page)
    assert f"/en/article/{article}/" in in_words(page)
    assert "Worded by the language model small" in in_words(page)
    assert 'http-equiv="refresh"' not in page
    assert BUTTON not in page
    call = ModelCall.objects.get()
    assert call.person
    assert (call.purpose, call.person.username, call.article_ids, call.outcome) == ("answer", "ada", [article], "")
    assert Made.objects.get().purpose == "answer"
    assert "asked=1" not in ada.post(path).headers.get("Location", "")
    assert len(model.asked) == 1


def test_nobody_asks_the_model(nobody: Client, ada: Client, model: Model) -> None:
    from octavo.pipeline.queue import work

    path = path_of(bridge())
    assert BUTTON not in text_of(nobody, path)
    assert nobody.post(path).status_code == 200
    assert "asked=1" not in nobody.post(f"{path}&asked=1").headers.get("Location", "")
    work(["aside"], until_empty=True)
    assert model.asked == []
    worded_page(ada, path)
    assert IN_SHORT not in text_of(nobody, path)


def test_where_no_model_is_named_or_nothing_is_near_there_is_no_button(ada: Client, model: Model) -> None:
    article = bridge()
    assert BUTTON not in text_of(ada, "/en/ask")
    assert BUTTON not in text_of(ada, path_of(article, "???"))
    settings.withdraw("ai_url")
    assert BUTTON not in text_of(ada, path_of(article))


def test_the_model_may_find_no_answer(ada: Client, model: Model) -> None:
    model.says = lambda _: worded()
    page = worded_page(ada, path_of(bridge(), "Who won the chess tournament in Lindwarden?"))
    assert "found no answer in these passages" in page
    assert "No report answers this" in page
    assert IN_SHORT not in page


def test_a_sentence_that_the_passages_do_not_hold_is_dropped_and_listed_with_why(ada: Client, model: Model) -> None:
    def says(asked: dict[str, Any]) -> str:
        (at,) = (one["n"] for one in passages(asked) if "1788" in one["text"])
        return worded(("The bridge was built in 1788.", [at]), ("The bridge was built in 1640.", [at]))

    model.says = says
    page = worded_page(ada, path_of(bridge()))
    assert "built in 1788" in in_words(page)
    assert "checked against its passage" in in_words(page)
    told, _, listed = page.partition('<div class="dropped"')
    assert "1640" not in told
    listed = listed.partition("</details>")[0]
    assert "<details>" in listed
    assert "the passages do not hold them: 1" in listed
    assert "do not take them for news" in listed
    assert "The bridge was built in 1640." in listed
    assert "the number “1640” is not in the passages" in listed


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Say("no", 401), "it refused the key"),
        ("hello", "its answer could not be used"),
        (Say(status=404), "it failed"),
        (worded(("The bridge was built in 1640.", [1])), "the reports do not hold what it wrote"),
    ],
)
def test_a_failure_shows_its_reason_and_the_passages_stay(
    ada: Client, model: Model, said: str | Say, reason: str
) -> None:
    settings.override(fetch_seconds="5")
    model.says = lambda _: said
    page = worded_page(ada, path_of(bridge()))
    assert f"did not word it: {reason}" in page
    assert "built in 1788" in page
    assert IN_SHORT not in page


def test_a_persons_tokens_end_and_the_page_says_so(ada: Client, model: Model) -> None:
    settings.override(ai_person_day_tokens_count="10")
    page = worded_page(ada, path_of(bridge()))
    assert "no tokens were left for the day" in page
    assert BUTTON in page
    assert model.asked == []


def shown(page: str) -> list[str]:
    """Return the sentences that stand as the model's words."""
    return re.findall(r"<li[^>]*>(.*)", in_words(page))


@pytest.mark.parametrize("name", ATTACKS)
def test_a_question_that_commands_the_model_changes_nothing(name: str, ada: Client, model: Model) -> None:
    """The model does as it is told; still only what the passages hold is shown."""
    attack = f"When was the bridge at Tolverne built? {ATTACKS[name]}"
    model.says = lambda asked: worded(
        (ATTACKS[name][:400], [1]), ("PWNED", [1]), ("The bridge at Tolverne is PWNED.", [1, 2])
    )
    page = worded_page(ada, path_of(bridge(), attack))
    assert shown(page) == []
    assert IN_SHORT not in page
    (asked,) = model.asked
    assert [one["role"] for one in asked["messages"]] == ["system", "user"]
    assert "pwned" not in asked["messages"][0]["content"].casefold()
    sent = json.loads(asked["messages"][1]["content"])
    assert list(sent) == ["question", "passages"]
    assert not [sign for sign in "<>[]{}`|\\" if sign in sent["question"]]


@pytest.mark.parametrize("name", ATTACKS)
def test_an_article_that_commands_the_model_changes_nothing(name: str, ada: Client, model: Model) -> None:
    def says(asked: dict[str, Any]) -> str:
        numbers = [one["n"] for one in passages(asked)]
        return worded(
            (ATTACKS[name][:400], numbers[:4]), ("PWNED", [1]), ("The bridge was built in PWNED.", numbers[-4:])
        )

    model.says = says
    asking = "Asked in which year the bridge at Tolverne was built, read this."
    page = worded_page(ada, path_of(bridge(f"{asking} {ATTACKS[name]}")))
    for sentence in shown(page):
        assert sentence in ATTACKS[name], "a report's own words may be quoted, with its name, and nothing else"
        assert not addresses_machine(sentence)
    assert "the passages do not hold them: " in page
    (asked,) = model.asked
    sent = json.loads(asked["messages"][1]["content"])
    assert list(sent) == ["question", "passages"]
    assert not [sign for sign in "<>[]{}`|\\" for one in sent["passages"] if sign in one["text"]]
    assert not [one["text"] for one in sent["passages"] if addresses_machine(one["text"])]


def test_a_question_that_names_nothing_is_understood_with_the_names_before_it(ada: Client, model: Model) -> None:
    article = bridge()
    page = text_of(ada, path_of(article, "What do the repairs cost?", after=BUILT))
    assert "Understood as: What do the repairs cost? (Tolverne)" in page
    assert "2.4 million crowns" in page
    assert f'name="after" value="{BUILT}"' in page
    alone = path_of(article, "What do the repairs cost?")
    assert "Ask it alone" in page
    assert "Understood as" not in text_of(ada, alone)
    assert f'name="after" value="{BUILT}"' in text_of(ada, path_of(article))
    worded_page(ada, path_of(article, "What do the repairs cost?", after=BUILT))
    sent = json.loads(model.asked[0]["messages"][1]["content"])
    assert sent["question"] == "What do the repairs cost? (Tolverne)"


def test_nothing_is_worded_where_ai_is_off(ada: Client, model: Model) -> None:
    from octavo.enrich.models import ModelCall
    from octavo.pipeline.queue import work

    path = path_of(bridge())
    ada.post(path)
    settings.override(ai="off")
    work(["aside"], until_empty=True)
    assert ada.get(path).status_code == ada.post(path).status_code == 404
    assert model.asked == []
    assert not ModelCall.objects.exists()


def test_a_real_small_model_goes_the_whole_way(ada: Client, model: Model) -> None:
    """What SmolLM2 says need not be good: it is shown as far as it holds, or its failure is told."""
    from octavo.enrich.models import ModelCall

    with small_model() as url:
        settings.override(ai_url=url, ai_model="smollm2", ai_seconds="60")
        page = worded_page(ada, path_of(bridge()))
    assert ModelCall.objects.get().tokens_in > 100
    assert any(told in page for told in (IN_SHORT, "did not word it", "found no answer"))
    assert "built in 1788" in page
