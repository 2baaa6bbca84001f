"""Editions' pages: local bearing is seen in the order and told, anyone makes one, shares it and takes another's."""

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from octavo.config.settings import Settings
from tests.integration.test_person import client_of

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")

PORT = """
languages = ["en"]
country = "IE"
time_zone = "Asia/Seoul"
rest = 0.5
slug = "port-almera"
[names]
en = "Port Almera"
[[draws]]
from = "country:IE"
weight = 2
"""


@pytest.fixture
def wren(house: Settings) -> "Client":
    from octavo.accounts.models import User

    User.objects.create_user("Wren")
    return client_of("Wren")


def page(client: "Client", path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return str(answer.content.decode())


def headlines(text: str) -> list[str]:
    return re.findall(r'<h\d class="(?:headline|report__title)"[^>]*><a[^>]*>([^<]*)', text)


def two_stories() -> None:
    """Keep one story of Korea, one of Ireland that is a little older; each has one report in English."""
    from tests.integration.newspaper import article, publisher, story

    yonhap = publisher("Yonhap", site="yna.co.kr", country="KR", languages=["ko"])
    gazette = publisher("Brisk Gazette", site="brisk.example", country="IE")
    story(article(gazette, "Brisk bridge closes for repairs", language="en"))
    story(article(yonhap, "Seoul line reopens after the flood", language="en"))
    story(article(publisher("Tide Courier", site="tide.example", country="GB"), "Lamps lit again in Almera"))


def test_an_edition_puts_its_own_first_and_says_why(house: Settings) -> None:
    two_stories()
    client = client_of()
    korean = page(client, "/en/edition/korea-english")
    assert headlines(korean)[0] == "Seoul line reopens after the flood"
    assert 'href="/en/edition/korea-english/why"' in korean
    told = page(client, "/en/edition/korea-english/why")
    first = told.partition("<li><h2")[2].partition("</li></ul>")[0]
    for reason in ("it is about this place", "newsrooms of this place", "publishers that this edition puts first"):
        assert reason in first
    assert "한국" in told
    assert headlines(page(client, "/en/edition/united-kingdom"))[0] == "Lamps lit again in Almera"


def test_an_edition_is_read_on_pages_of_any_language(house: Settings) -> None:
    two_stories()
    text = page(client_of(), "/ko/edition/united-kingdom")
    assert '<html lang="ko"' in text
    assert 'lang="en" dir="auto"><a href="/ko/story/' in text
    assert "영국" in text
    assert page(client_of(), "/ko/edition/atlantis", 404)
    assert page(client_of(), "/ko/edition/atlantis/why", 404)


def test_its_times_are_told_in_its_zone(house: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    from octavo.web import rendering

    monkeypatch.setattr(rendering, "utc_now", lambda: datetime(2031, 5, 4, 20, tzinfo=UTC))
    assert "Monday, May 5, 2031" in page(client_of(), "/en/edition/korea")
    assert "Sunday, May 4, 2031" in page(client_of(), "/en/edition/united-kingdom")


def test_its_sections_stand_in_its_order(house: Settings) -> None:
    from octavo.editions import reading
    from octavo.editions.shipped import shipped
    from tests.integration.newspaper import article, publisher, story

    by = publisher("Tide Courier")
    for n in range(24):
        story(article(by, f"Story {n}"), category=("sport", "health", "politics")[n % 3])
    from octavo.core.clock import utc_now

    view = reading.front(shipped()["united-kingdom"], "en", utc_now())
    assert [one.category for one in view.sections] == ["politics", "health", "sport"]


def test_anyone_makes_an_edition_changes_it_shares_it_and_removes_it(wren: "Client") -> None:
    two_stories()
    form = page(wren, "/en/editions/new?like=korea")
    assert 'value="korea/yonhap"' in form
    typed = {
        "name": "Brisk and around",
        "languages": ["en", "", "ko"],
        "country": "IE",
        "time_zone": "Europe/Dublin",
        "places": "Brisk, Almera",
        "sections": ["sport", ""],
        "source": ["country:IE", ""],
        "weight": ["2", "1"],
        "share": ["20", "0"],
        "rest": "0.5",
    }
    answer = wren.post("/en/editions/new", typed)
    assert answer.headers["location"] == "/en/edition/brisk-and-around"
    assert headlines(page(wren, "/en/edition/brisk-and-around"))[0] == "Brisk bridge closes for repairs"
    assert page(client_of(), "/en/edition/brisk-and-around", 404)
    assert "Brisk and around" in page(wren, "/en/editions")
    wren.post("/en/edition/brisk-and-around/change", {**typed, "name": "Brisk"})
    file = page(wren, "/en/edition/brisk-and-around/file")
    assert 'en = "Brisk"' in file
    assert "share = 0.2" in file
    assert wren.post("/en/edition/brisk-and-around/remove").headers["location"] == "/en/editions"
    assert page(wren, "/en/edition/brisk-and-around", 404)


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(wren: "Client") -> None:
    answer = wren.post(
        "/en/editions/new", {"name": "Brisk", "source": "korae", "weight": "1", "share": "0", "rest": "1"}
    )
    assert answer.status_code == 400
    text = answer.content.decode()
    assert "did you mean korea" in text
    assert 'value="korae"' in text
    assert 'value="Brisk"' in text


def test_an_edition_that_someone_shared_is_taken_or_refused(wren: "Client") -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    def take(content: bytes) -> "tuple[int, str]":
        answer = wren.post("/en/editions/import", {"file": SimpleUploadedFile("port.toml", content)})
        return answer.status_code, answer.headers.get("location", "") or answer.content.decode()

    assert take(PORT.encode()) == (302, "/en/edition/port-almera")
    assert take(PORT.encode()) == (302, "/en/edition/port-almera-2")
    for content, told in (
        (b"\xff", "not UTF-8"),
        (b"<html>", "not TOML"),
        (b'[names]\nen = "A"\n', "small letters"),
        (b"#" * 70_000, "at most 64 kB"),
    ):
        status, text = take(content)
        assert (status, told in text) == (400, True)


def test_what_is_made_belongs_to_people(house: Settings) -> None:
    from octavo.web.addresses import sign_in_url

    nobody, door = client_of(), sign_in_url().partition("?")[0]
    for path in ("/en/editions/new", "/en/edition/korea/change"):
        assert nobody.get(path).headers["location"].startswith(door)
    for path in ("/en/editions/import", "/en/edition/korea/remove"):
        assert nobody.post(path).headers["location"].startswith(door)


def test_nobody_changes_what_ships_or_is_anothers(wren: "Client") -> None:
    from octavo.accounts.models import User

    User.objects.create_user("Moss")
    other = client_of("Moss")
    wren.post("/en/editions/new", {"name": "Mine", "languages": "en", "rest": "1"})
    assert page(other, "/en/edition/mine", 404)
    for path in ("/en/edition/mine", "/en/edition/korea"):
        assert other.get(f"{path}/change").status_code == 404
        assert other.post(f"{path}/remove").status_code == 404


def test_the_house_s_editions_are_for_everyone(house: Settings) -> None:
    from octavo.core.errors import BadInput
    from octavo.editions import store

    client = client_of()
    before = client.get("/en/editions").headers["etag"]
    assert store.take(PORT, "", None).slug == "port-almera"
    assert client.get("/en/editions").headers["etag"] != before
    assert "Port Almera" in page(client, "/de/edition/port-almera")
    with pytest.raises(BadInput, match="already"):
        store.keep(store.editions()["korea"], None)
    assert store.remove("port-almera", None)
    assert not store.remove("korea", None)


def test_a_reader_reads_several_editions_in_their_own_zone_and_place(wren: "Client") -> None:
    from octavo.accounts.models import User
    from octavo.accounts.preferences import keep_preferences, preferences_of

    two_stories()
    chosen = {"first": "united-kingdom", "edition": ["korea-english", "united-kingdom", "atlantis"]}
    assert wren.post("/en/editions/read", chosen).headers["location"] == "/en/editions"
    assert wren.get("/").headers["location"] == "/en/edition/united-kingdom"
    switcher = page(wren, "/en/").partition('class="editions__sheet"')[2].partition("</ul>")[0]
    assert re.findall(r"/en/edition/([\w-]+)", switcher) == ["united-kingdom", "korea-english"]
    person = User.objects.get(username="Wren")
    keep_preferences(person, preferences_of(person).changed(time_zone="Asia/Seoul", place="KR", language="ko"))
    assert wren.get("/").headers["location"] == "/ko/edition/united-kingdom"
    assert headlines(page(wren, "/en/"))[0] == "Seoul line reopens after the flood"
    assert re.search(r'title="[^"]* UTC[+]9"', page(wren, "/en/edition/united-kingdom"))
    assert client_of().get("/").headers["location"] == "/en/"


def test_stories_that_are_not_sorted_yet_stand_under_a_heading_of_their_own(house: Settings) -> None:
    from tests.integration.newspaper import article, publisher, story

    by = publisher("Tide Courier")
    for n in range(10):
        story(article(by, f"Story {n}"), category="")
    text = page(client_of(), "/en/edition/world")
    assert 'id="more" class="rubric">More news</h2>' in text
    assert 'href="/en/category/"' not in text


def test_a_corroborated_story_stands_before_any_number_of_newer_reports_of_one_house(house: Settings) -> None:
    from octavo.editions.reading.front import STORIES_COUNT
    from octavo.stories.models import Story
    from tests.integration.newspaper import article, publisher, story

    now = datetime.now(UTC)
    told = [article(publisher(name), "Flood in Almera", moment=now - timedelta(hours=5)) for name in ("Post", "Herald")]
    flood = story(*told)
    Story.objects.filter(pk=flood.pk).update(publishers_count=2)
    loud = publisher("Loud Wire")
    for number in range(STORIES_COUNT + 5):
        story(article(loud, f"Item {number}", moment=now - timedelta(minutes=1)))
    assert headlines(page(client_of(), "/en/"))[0] == "Flood in Almera"


def test_reprints_of_one_old_text_count_as_one_newsroom(house: Settings) -> None:
    from octavo.stories.models import Membership
    from tests.integration.newspaper import article, copy, publisher, story

    old = article(publisher("Old Wire"), "Lamps lit again", moment=datetime.now(UTC) - timedelta(days=10))
    story(old)
    reprints = [copy(old, publisher(f"Reprint {number}")) for number in range(5)]
    reprinted = story(reprints[0])
    Membership.objects.bulk_create([Membership(article=one, story=reprinted) for one in reprints[1:]])
    two = [article(publisher(name), "Bridge reopens in Brisk") for name in ("Post", "Herald")]
    story(*two)
    shown = page(client_of(), "/en/")
    assert headlines(shown)[0] == "Bridge reopens in Brisk"
    assert "5 publishers" not in shown


def test_every_story_that_the_page_shows_has_its_reasons(house: Settings) -> None:
    from tests.integration.newspaper import article, publisher, story

    by = publisher("Post")
    for number in range(60):
        story(article(by, f"Report {number}"), category=("society", "sport", "politics", "health")[number % 4])
    client = client_of()
    shown, told = set(headlines(page(client, "/en/"))), page(client, "/en/why")
    assert len(shown) > 20
    assert all(f">{one}<" in told for one in shown)
