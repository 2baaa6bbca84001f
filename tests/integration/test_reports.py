"""A story's reports beside one another, and the pages of the names in them."""

from datetime import UTC, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

    from octavo.stories.models import Story

pytestmark = pytest.mark.xdist_group("web")

FIRST = (
    "The earthquake in the highlands near Ullam killed 31 villagers on Monday evening, the civil defence said.",
    "Nesrin Aldou, the mayor of Ullam, thanked the neighbours who had dug all night long.",
    '"We brought eleven people out alive before the morning," said Nesrin Aldou.',
    "The road to the north was blocked for four kilometres at the Sarik gorge.",
)
SECOND = (
    "The earthquake in the highlands near Ullam killed 28 villagers on Monday evening, the governor said.",
    "Later Ullam's mayor, Tevfik Sarman, thanked the neighbours who had dug all night long.",
    "Schools in Deshkar will stay closed until the cracked surgical wing has been inspected.",
)


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"})


def quake(**facts: str) -> "Story":
    """Keep two reports of one earthquake that do not agree; facts are the second publisher's."""
    from tests.integration.newspaper import article, publisher, story

    hours = [datetime.now(UTC) - timedelta(hours=number) for number in (5, 2)]
    first = article(publisher("Tide Courier"), "Quake near Ullam kills 31", FIRST, moment=hours[0])
    second = article(publisher("Brisk Gazette", **facts), "Highland earthquake kills 28", SECOND, moment=hours[1])
    return story(first, second)


def shown(client: "Client", story: "Story") -> str:
    return unescape(client.get(f"/en/story/{story.pk}/", follow=True).content.decode())


def test_a_story_shows_where_its_reports_differ_with_both_passages(client: "Client") -> None:
    page = shown(client, quake())
    differing = page[page.index("differing-title") : page.index("quotes-title")]
    for stated in ("31 villagers", "28 villagers", "Nesrin Aldou", "Tevfik Sarman"):
        assert f"<mark>{stated}</mark>" in differing
    assert differing.count("?from=") == 4


def test_a_publishers_corrected_issue_takes_the_place_of_the_one_before(client: "Client") -> None:
    """It differs from nothing and confirms nothing: both are one report."""
    from octavo.editions.reading import story_page
    from tests.integration.newspaper import article, publisher, story

    told = (
        *FIRST,
        "Helicopters brought tents, blankets and two surgeons from the coast as soon as the fog had lifted.",
        "The tremor struck at a quarter to seven in the evening and was felt as far away as the harbour of Deshkar.",
    )
    hours = [datetime.now(UTC) - timedelta(hours=number) for number in (5, 3, 2)]
    by = publisher("Tide Courier")
    first = article(by, "Quake near Ullam kills 31", told, moment=hours[0])
    corrected = (told[0].replace("31", "28"), *told[1:])
    again = article(by, "Correction: quake near Ullam kills 28", corrected, moment=hours[1])
    other = article(publisher("Brisk Gazette"), "Highland earthquake", [told[5], told[4], told[3]], moment=hours[2])
    put_together = story(first, again, other)
    assert "differing-title" not in shown(client, put_together)
    page = story_page(put_together.pk, "en")
    assert page is not None
    assert page.compared.reports_count == 2


def test_a_story_shows_what_one_report_alone_tells_and_what_is_new(client: "Client") -> None:
    page = shown(client, quake())
    assert page.count(FIRST[3]) == 1
    assert page.count(SECOND[2]) == 2
    latest = page[page.index("latest-title") : page.index("reports-title")]
    assert SECOND[2] in latest


def bridge(**facts: str) -> "Story":
    """Keep three reports of one bridge, of which a German one says little; facts are its article's."""
    from tests.integration.newspaper import article, publisher, story

    texts = (
        (
            "Protesters led by Gael Presti threw stones at the gates of the Orrel mill on Monday, the police said.",
            "The owner, Mayor Sanna Kivel said, will pay 12,500 crowns for the windows of the porter's house.",
        ),
        (
            "A mob around Gael Presti hurled rocks at the entrance of the Orrel factory, officers said on Monday.",
            "Mayor Sanna Kivel told a crowd that the owner pays 12,500 crowns for new windows in the house.",
        ),
    )
    rows = [article(publisher(f"Paper {at}"), f"Stones {at}", text) for at, text in enumerate(texts)]
    german = ("Vor dem Werk in Orrel ist am Montag die Polizei aufgezogen, es blieb nach ihren Worten ruhig.",)
    rows.append(article(publisher("Tagblatt", country="DE"), "Polizei am Werk", german, **{"language": "de", **facts}))
    return story(*rows)


def test_a_story_says_what_its_reports_agree_on_and_leave_out(client: "Client") -> None:
    page = shown(client, bridge())
    agreed = page[page.index("agreed-title") : page.index("wordings-title")]
    assert "<b>12,500 crowns</b>" in agreed
    assert "2 of 3 reports" in agreed
    assert agreed.count("Show the passage") >= 2
    assert page.count("Not in this report, but in most") == 1
    lacking = page[page.index('class="lacking"') : page.index("agreed-title")]
    assert "12,500 crowns" in lacking
    assert "?from=" in lacking


def test_a_report_that_was_not_read_in_full_leaves_nothing_out(client: "Client") -> None:
    page = shown(client, bridge(verdict="stub"))
    assert "12,500 crowns" in page[page.index("agreed-title") :]
    assert "Not in this report" not in page
    assert "Not here:" not in page


def test_a_story_shows_one_thing_in_the_words_of_two_reports(client: "Client") -> None:
    page = shown(client, bridge())
    worded = page[page.index("wordings-title") : page.index("publishers-title")]
    assert "Protesters led by Gael Presti" in worded
    assert "A mob around Gael Presti" in worded


def test_a_story_groups_its_reports_by_country_and_language(client: "Client") -> None:
    page = shown(client, bridge())
    countries = page[page.index("groups-country") : page.index("groups-language")]
    assert countries.index("United Kingdom") < countries.index("2 reports") < countries.index("Germany")
    assert "12,500 crowns" in countries[countries.index("Only here:") : countries.index("Germany")]
    assert "12,500 crowns" in countries[countries.index("Not here:") :]


def test_a_story_says_who_said_what(client: "Client") -> None:
    page = shown(client, quake())
    assert "<q>We brought eleven people out alive before the morning</q>" in page
    assert 'href="/en/about/Nesrin%20Aldou"' in page


def test_nothing_is_quoted_of_a_publisher_that_shows_headlines(client: "Client") -> None:
    page = shown(client, quake(display_policy="headline"))
    assert "28 villagers" not in page
    assert SECOND[2] not in page
    assert FIRST[3] not in page


def test_a_name_has_a_page_with_its_stories_and_its_words(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    quake()
    story(article(publisher("Echo Daily"), "The lamp of Almera is lit"))
    page = unescape(client.get("/en/about/Nesrin%20Aldou").content.decode())
    assert "Highland earthquake kills 28" in page or "Quake near Ullam kills 31" in page
    assert "<q>We brought eleven people out alive before the morning</q>" in page
    assert "The lamp of Almera is lit" not in page


def test_a_country_leads_to_its_wikidata_item_and_an_invented_place_to_none(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    text = ("Rescue teams from Germany reached Ullam, officials in Germany said.", *FIRST)
    story(article(publisher("Echo Daily"), "Teams from Germany reach Ullam", text))
    page = unescape(client.get("/en/about/Germany").content.decode())
    item = "https://www.wikidata.org/wiki/Q183"
    assert f'href="{item}"' in page
    assert f'{{"@type": "Place", "name": "Germany", "sameAs": "{item}"}}' in page
    assert "wikidata" not in client.get("/en/about/Ullam").content.decode()
    assert "wikidata" in client.get("/ko/about/Germany").content.decode()


@pytest.mark.parametrize("name", ["Nobody Atall", "%22", "-", "Ullam%20publisher%3Anone"])
def test_a_name_that_no_report_has_has_no_page(client: "Client", name: str) -> None:
    quake()
    assert client.get(f"/en/about/{name}").status_code == 404


def test_the_switch_leaves_the_reports_alone(client: "Client") -> None:
    from octavo.config import settings

    story = quake()
    settings.override(ai="off")
    try:
        page = shown(client, story)
    finally:
        settings.withdraw("ai")
    titles = ("differing", "quotes", "names", "latest", "facts", "agreed", "wordings")
    for title in (*(f"{title}-title" for title in titles), "groups-country", "groups-language"):
        assert title not in page


@pytest.mark.parametrize(("hours", "is_newest"), [(1, True), (3, False)])
def test_only_of_the_newest_report_is_it_said_that_no_other_has_it(
    client: "Client", hours: int, is_newest: bool
) -> None:
    from tests.integration.newspaper import article, publisher, story

    now = datetime.now(UTC)
    german = ("Bei dem Erdbeben im Hochland bei Ullam kamen am Montagabend 28 Menschen ums Leben.",)
    moments = [now - timedelta(hours=one) for one in (5, hours, 2)]
    made = story(
        article(publisher("Tide Courier"), "Quake near Ullam kills 31", FIRST, moment=moments[0]),
        article(publisher("Brisk Gazette"), "Highland earthquake kills 28", SECOND, moment=moments[1]),
        article(publisher("Tagblatt"), "Erdbeben bei Ullam", german, moment=moments[2], language="de"),
    )
    assert ("latest-title" in shown(client, made)) == is_newest


def test_what_is_new_since_a_look_reads_the_story_s_cards_once(client: "Client", house: Settings) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.editions import reading
    from octavo.editions.reading.kinds import story_news

    made = quake()
    page = reading.story_page(made.pk, "en")
    assert page is not None
    with CaptureQueriesContext(connection) as queries:
        news = story_news(page, datetime.now(UTC) - timedelta(hours=3))
    assert any(SECOND[2] in one.text for one in news)
    assert len(queries) == 2
