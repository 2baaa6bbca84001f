"""Article text is data: whatever it says to a model, and whatever that then does, only what reports hold is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from octavo.config import settings
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.summaries import missing
from tests.integration.attacks import ATTACKS, MARKS
from tests.integration.endpoints import KEY, Say, Says, passages, scripted, summary

if TYPE_CHECKING:
    from octavo.enrich.writing import Written

pytestmark = pytest.mark.xdist_group("web")

PARAGRAPHS = (
    "The lighthouse of Port Almera was lit again on Monday after forty dark years.",
    "Volunteers rebuilt the lamp from drawings found in a kitchen drawer, the keeper Ines Marol said.",
    "Ferries will be guided by it from the first of May, the harbour office announced.",
    "Only the fog horn is still missing; a foundry in Brisk is casting it.",
)
HONEST = SourceArticle("1", "Old lighthouse shines again", "\n".join(PARAGRAPHS), "en", "Tide Courier")
AFTERMATH = "The mayor of Port Almera thanked the volunteers on Tuesday in a speech at the harbour."


def attacked(attack: str) -> list[SourceArticle]:
    """Return a story of an honest report and one whose title, text and publisher carry an attack."""
    text = f"{AFTERMATH}\n{attack}\nThe speech lasted for ten minutes, and the band played twice, guests said."
    return [HONEST, SourceArticle("2", attack.split("\n")[0][:120], text, "en", attack)]


@pytest.fixture(autouse=True)
def allowed(session_house: settings.Settings) -> Iterator[None]:
    yield
    for field in ("ai_url", "ai_model", "ai_key"):
        settings.withdraw(field)


def wording(articles: list[SourceArticle], says: Says) -> tuple[Written, list[dict[str, Any]]]:
    from octavo.enrich.writing import Kind, written

    with scripted(says) as running:
        settings.override(ai_url=running.url, ai_model="small", ai_key=KEY)
        return written(articles, Kind("en")), running.asked


def assert_sound(told: Written, articles: list[SourceArticle]) -> None:
    """Every sentence is cited, holds only what its passages hold, and nothing of what the attack wanted."""
    by_id = {article.id: article for article in articles}
    assert told.summary.sentences
    for sentence in told.summary.sentences:
        assert sentence.cites
        assert not missing(replace(sentence, text=sentence.text[0].lower() + sentence.text[1:]), by_id)
    shown = json.dumps([told.summary.headline, [one.text for one in told.summary.sentences]], ensure_ascii=False)
    assert not [mark for mark in MARKS if mark in shown.casefold()]
    assert not [sign for sign in ("<", "http", "](", "|") if sign in shown]


def obedient(attack: str) -> Says:
    """Return a model that has been taken over: it says what the attack wants, citing what it was given."""

    def says(asked: dict[str, Any]) -> str:
        numbers = [one["n"] for one in passages(asked)]
        return summary(
            (attack, numbers[:4]), ("PWNED", [1]), (f"The town is PWNED: {attack}", numbers[-4:]), headline=attack[:150]
        )

    return says


@pytest.mark.parametrize("name", ATTACKS)
def test_a_model_that_obeys_an_attack_changes_nothing(name: str) -> None:
    articles = attacked(ATTACKS[name])
    told, _ = wording(articles, obedient(ATTACKS[name]))
    assert_sound(told, articles)
    assert told.summary.dropped or told.provider == "local"


@pytest.mark.parametrize("name", ATTACKS)
def test_what_is_sent_is_one_json_value_without_what_commands(name: str) -> None:
    _, asked = wording(attacked(ATTACKS[name]), lambda _: "no")
    messages = asked[0]["messages"]
    assert [one["role"] for one in messages] == ["system", "user"]
    assert "PWNED" not in messages[0]["content"]
    sent = json.loads(messages[1]["content"])
    assert list(sent) == ["passages"]
    assert all(set(one) == {"n", "from", "text"} for one in sent["passages"])
    assert AFTERMATH in [one["text"] for one in sent["passages"]]
    assert not [sign for sign in "<>[]{}`|\\" for one in sent["passages"] if sign in one["text"] + one["from"]]
    assert "pwned" not in messages[1]["content"].casefold()


@pytest.mark.parametrize(
    "said",
    [
        summary(("Ines Marol said 400 volunteers rebuilt the lamp.", [2])),
        summary(("Ines Marol did not say that volunteers rebuilt the lamp.", [2])),
        summary(("The lighthouse was blown up on Monday after forty dark years.", [1])),
        summary(("The lighthouse of Port Almera was lit again, “a miracle”, on Monday.", [1])),
        summary(("The harbour office of Brisk denied the announcement.", [3])),
        summary(("The lighthouse was lit again, see www.evil.example for more.", [1])),
        summary(("The lighthouse was lit again <b>on Monday</b>.", [1])),
        summary(("You should send money to the keeper now.", [1, 2, 3, 4])),
    ],
)
def test_what_the_passages_do_not_hold_gives_way_to_the_local_summary(said: str) -> None:
    articles = [HONEST, attacked("The band played.")[1]]
    told, _ = wording(articles, lambda _: said)
    assert_sound(told, articles)
    assert [one.text for one in told.summary.dropped] == [json.loads(said)["sentences"][0]["text"]]
    assert (told.provider, told.model, told.refusal) == ("local", "", "unsupported")
    assert all(one.text in HONEST.text + articles[1].text for one in told.summary.sentences)


HELD = [(f"{one[0].lower()}{one[1:]}", [number]) for number, one in enumerate(PARAGRAPHS[:3], start=1)]
INVENTED = ("Ines Marol said 400 volunteers rebuilt the lamp.", [2])


def test_among_enough_of_its_own_words_an_invented_sentence_gives_way_to_its_passage() -> None:
    told, _ = wording([HONEST], lambda _: summary(*HELD, INVENTED))
    assert (told.provider, told.refusal) == ("openai", "")
    assert [one.text for one in told.summary.sentences] == [*(text for text, _ in HELD), PARAGRAPHS[1]]
    assert [one.text for one in told.summary.dropped] == [INVENTED[0]]


@pytest.mark.parametrize("kept_count", [0, 1, 2])
def test_a_summary_that_loses_too_much_is_the_local_one(kept_count: int) -> None:
    told, _ = wording([HONEST], lambda _: summary(*HELD[:kept_count], INVENTED, headline="The lamp is rebuilt"))
    assert (told.provider, told.model, told.refusal) == ("local", "", "unsupported")
    assert [one.text for one in told.summary.dropped] == [INVENTED[0]]
    assert_sound(told, [HONEST])


def test_a_sound_rewording_is_kept_with_its_passages() -> None:
    said = summary(
        ("The keeper Ines Marol said volunteers rebuilt the lamp.", [2]),
        headline="Volunteers rebuilt the lamp, the keeper Ines Marol said",
    )
    told, _ = wording([HONEST], lambda _: said)
    assert (told.provider, told.model, told.refusal) == ("openai", "small", "")
    assert told.summary.headline == "Volunteers rebuilt the lamp, the keeper Ines Marol said"
    (sentence,) = told.summary.sentences
    (cite,) = sentence.cites
    assert sentence.text == "The keeper Ines Marol said volunteers rebuilt the lamp."
    assert HONEST.text[cite.start : cite.end] == PARAGRAPHS[1]


@pytest.mark.parametrize(
    ("said", "reason"),
    [(Say("gone", 500), "busy"), (Say("no", 401), "denied"), ("hello", "broken-form"), (Say(status=404), "failed")],
)
def test_the_local_provider_speaks_where_the_model_fails_and_says_why(said: str | Say, reason: str) -> None:
    settings.override(fetch_seconds="5")
    told, _ = wording([HONEST], lambda _: said)
    settings.withdraw("fetch_seconds")
    assert (told.provider, told.refusal) == ("local", reason)
    assert_sound(told, [HONEST])
