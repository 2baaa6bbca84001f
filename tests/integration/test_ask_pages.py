"""The page that answers questions: of everything, a story or an article, with the passages, or not at all."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from octavo.config import settings

pytestmark = pytest.mark.xdist_group("web")

PARAGRAPHS = (
    "The stone bridge at Tolverne will close on Monday for repairs that will take nine months, the county said.",
    "The work costs 2.4 million crowns, twice the first estimate. Engineers had found cracks in three arches.",
    "The bridge was built in 1788 and carries about 6,000 cars a day.",
)


@pytest.fixture
def client(house: settings.Settings) -> Client:
    return Client(headers={"host": "localhost"})


@pytest.fixture
def switched_off(house: settings.Settings) -> Iterator[None]:
    settings.override(ai="off")
    yield
    settings.withdraw("ai")


def bridge() -> tuple[int, int]:
    """Make a story of one article; return the ids of both."""
    from tests.integration.newspaper import article, publisher, story

    one = article(publisher("Tide Courier"), "Old bridge at Tolverne closes for repairs", PARAGRAPHS)
    return story(one).pk, one.pk


def asked(client: Client, question: str, **scope: int) -> str:
    answer = client.get("/en/ask", {"q": question} | {name: str(one) for name, one in scope.items()})
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_story_answers_with_the_passage_and_its_place(client: Client) -> None:
    story, article = bridge()
    page = asked(client, "In which year was the bridge at Tolverne built?", story=story)
    assert "What the reports say" in page
    assert "built in 1788" in page
    assert f"/en/article/{article}/" in page
    assert "#passage" in page


def test_an_article_refuses_what_it_does_not_say_and_shows_what_is_nearest(client: Client) -> None:
    _, article = bridge()
    page = asked(client, "Who won the chess tournament in Lindwarden?", article=article)
    assert "No report answers this" in page
    assert "What the reports say" not in page


def test_story_and_article_offer_to_be_asked(client: Client) -> None:
    story, article = bridge()
    for address in (f"/en/story/{story}/x", f"/en/article/{article}/x"):
        page = client.get(address, follow=True)
        assert 'action="/en/ask"' in page.content.decode()


def test_a_story_leads_to_questions_to_begin_with_that_it_answers(client: Client) -> None:
    from tests.integration.newspaper import article, publisher, story

    told = "Judge Petra Maris sentenced Barnaby Hollis on {day}. “You mended the paper,” said Judge Petra Maris."
    reports = [
        article(publisher(name), f"Hollis jailed, {name} reports", (told.format(day=day),) * 2)
        for name, day in (("Tide Courier", "Monday"), ("Brisk Gazette", "Tuesday"))
    ]
    shown = client.get(f"/en/story/{story(*reports).pk}/x", follow=True).content.decode()
    begin = re.search(r'href="(/en/ask\?story=[^"]*)"', shown)
    assert begin
    ideas = re.findall(r'href="(/en/ask\?q=[^"]*)"', client.get(html.unescape(begin[1])).content.decode())
    assert ideas
    for idea in ideas:
        assert "What the reports say" in client.get(html.unescape(idea)).content.decode()


def test_the_story_asked_is_named_in_the_readers_language(client: Client) -> None:
    from tests.integration.newspaper import article, publisher, story

    german = article(
        publisher("Seeblatt", languages=["de"]),
        "Alte Brücke wird gesperrt",
        ("Die Brücke wird gesperrt.",) * 2,
        language="de",
    )
    english = article(publisher("Tide Courier"), "Old bridge at Tolverne closes for repairs", PARAGRAPHS)
    page = asked(client, "When was the bridge at Tolverne built?", story=story(german, english).pk)
    assert "Old bridge at Tolverne closes for repairs</a>" in page
    assert "Alte Brücke" not in page.partition("What the reports say")[0]


def test_everything_can_be_asked(client: Client) -> None:
    bridge()
    assert "<h1" in asked(client, "When was the bridge at Tolverne built?")


@pytest.mark.parametrize("scope", [{"story": "999999"}, {"article": "999999"}, {"story": "x"}, {"article": "-1"}])
def test_what_is_not_there_cannot_be_asked(client: Client, scope: dict[str, str]) -> None:
    assert client.get("/en/ask", {"q": "Who?", **scope}).status_code == 404


def test_a_question_without_words_is_told_so(client: Client) -> None:
    assert "This question has no words" in asked(client, "???")


def test_too_many_questions_have_to_wait(client: Client) -> None:
    answers = [client.get("/en/ask", {"q": "?!"}, REMOTE_ADDR="127.0.0.77").status_code for _ in range(25)]
    assert answers[0] == 200
    assert answers[-1] == 429


def test_nothing_can_be_asked_when_machines_write_nothing(client: Client, switched_off: None) -> None:
    story, _ = bridge()
    assert client.get("/en/ask", {"q": "Who?"}).status_code == 404
    assert "/en/ask" not in client.get(f"/en/story/{story}/x", follow=True).content.decode()


def test_everything_is_asked_for_the_newest_and_for_what_came_within_a_time(client: Client) -> None:
    from tests.integration.newspaper import article, publisher, story

    house, now = publisher("Tide Courier"), datetime.now(UTC)
    told = {
        9: ("Old weir at Pellmar cracks", "The old weir at Pellmar has cracked from end to end, divers said."),
        1: ("Weir at Pellmar mended", "The old weir at Pellmar is mended and holds, the county said."),
        0: ("Bank lends more", "The bank lends more and asks less for it, its owner said on the steps of it."),
    }
    for days, (title, text) in told.items():
        paragraphs = (text, "The old weir at Pellmar costs the county dear, an owner of two houses said.")
        story(article(house, title, paragraphs, moment=now - timedelta(days=days, minutes=1)))
    newest = asked(client, "What is the latest on the weir at Pellmar?")
    assert newest.index("is mended and holds") < newest.index("has cracked")
    assert "costs the county dear" not in newest
    assert "is mended and holds" not in asked(client, "What happened to the weir at Pellmar 9 days ago?")
    assert "No report answers this" in asked(client, "What happened to the weir at Pellmar 20 days ago?")
