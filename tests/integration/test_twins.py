"""Lists as feeds: every list's page has a twin in RSS and in JSON Feed, and names them."""

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import feedparser
import pytest

from octavo.config.settings import Settings
from octavo.core.types import ParsedFeed
from octavo.feeds import parse

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")

HOUSE = "http://localhost"
TITLE = "Old lighthouse & harbour shine again"
SLUG = "old-lighthouse-harbour-shine-again"


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"})


@pytest.fixture
def told(house: Settings) -> Any:
    """Keep a story of two reports and a copy."""
    from tests.integration.newspaper import article, copy, publisher, story

    first = article(publisher("Tide Courier"), TITLE)
    second = article(publisher("Brisk Gazette", country="IE"), "Almera's lamp is lit after forty years")
    return story(first, copy(first, publisher("Echo Daily")), second, tags=["PortAlmera"])


def lists(story: Any) -> dict[str, int]:
    """Return the paths of lists with how many items each holds."""
    return {
        "/en": 1,
        "/en/edition/world": 1,
        "/en/hashtag/PortAlmera": 1,
        "/en/category/society": 1,
        "/en/publisher/tide-courier": 1,
        f"/en/story/{story.pk}/{SLUG}": 2,
        f"/en/thread/{story.thread_id}/{SLUG}": 1,
    }


def parsed(client: "Client", path: str) -> tuple[Any, ParsedFeed, Any]:
    """Return a list's twins: RSS as feedparser and as Octavo itself reads it, and the JSON."""
    rss = client.get(f"{path}.rss")
    assert rss.headers["content-type"] == "application/rss+xml; charset=utf-8"
    theirs = feedparser.parse(rss.content)
    assert not theirs.bozo, theirs.bozo_exception
    ours = parse(rss.content)
    assert isinstance(ours, ParsedFeed)
    answer = client.get(f"{path}.json")
    assert answer.headers["content-type"] == "application/feed+json; charset=utf-8"
    return theirs, ours, json.loads(answer.content)


def test_each_list_has_twins_that_readers_can_read(client: "Client", told: Any) -> None:
    for path, count in lists(told).items():
        theirs, ours, made = parsed(client, path)
        assert len(theirs.entries) == len(ours.entries) == len(made["items"]) == count, path
        assert made["version"] == "https://jsonfeed.org/version/1.1"
        assert theirs.feed.title == made["title"]
        assert [one.title for one in theirs.entries] == [one["title"] for one in made["items"]]
        assert [one.link for one in theirs.entries] == [one["url"] for one in made["items"]]
        assert [one.id for one in theirs.entries] == [one["id"] for one in made["items"]]
        for url in (theirs.feed.link, made["home_page_url"], *(one["id"] for one in made["items"])):
            answer = client.get(url.removeprefix(HOUSE), follow=True)
            assert answer.status_code == 200, url


def test_each_lists_page_names_its_twins(client: "Client", told: Any) -> None:
    for path in lists(told):
        text = client.get(f"{path}/" if path == "/en" else path).content.decode()
        named = re.findall(r'<link rel="alternate" type="application/(\S+)" title="[^"]+" href="([^"]+)">', text)
        assert dict(named) == {"rss+xml": f"{path}.rss", "feed+json": f"{path}.json"}


def test_a_story_stands_in_a_feed_with_all_that_a_list_says(client: "Client", told: Any) -> None:
    theirs, _ours, made = parsed(client, "/en/hashtag/PortAlmera")
    (item,) = made["items"]
    assert theirs.feed.title == "#PortAlmera – Octavo"
    assert item["id"] == f"{HOUSE}/en/story/{told.pk}"
    assert item["url"] == f"{HOUSE}/en/story/{told.pk}/{SLUG}"
    assert item["title"] == TITLE
    assert item["tags"] == ["PortAlmera"]
    assert {one["name"] for one in item["authors"]} == {"Tide Courier", "Brisk Gazette"}
    assert theirs.entries[0].tags[0].term == "PortAlmera"


def test_an_article_stands_in_a_feed_with_its_original(client: "Client", told: Any) -> None:
    _theirs, _ours, made = parsed(client, "/en/publisher/tide-courier")
    (item,) = made["items"]
    assert item["external_url"] != item["url"]
    assert item["authors"] == [{"name": "Tide Courier"}]


def test_a_search_can_be_followed(client: "Client", told: Any) -> None:
    page = client.get("/en/search?q=%22forty+years%22&page=1").content.decode()
    (path,) = re.findall(r'type="application/rss\+xml" title="[^"]+" href="([^"]+)"', page)
    theirs = feedparser.parse(client.get(unescape(path)).content)
    assert [one.title for one in theirs.entries] == ["Almera's lamp is lit after forty years"]
    assert "application/rss+xml" not in client.get("/en/search").content.decode()


def test_a_long_list_says_where_it_goes_on(client: "Client", house: Settings) -> None:
    from tests.integration.newspaper import article, publisher, story

    by = publisher("Tide Courier")
    for number in range(21):
        story(article(by, f"Lamp {number} of the harbour is lit"))
    first = json.loads(client.get("/en/publisher/tide-courier.json").content)
    assert first["next_url"] == f"{HOUSE}/en/publisher/tide-courier.json?page=2"
    second = json.loads(client.get(first["next_url"].removeprefix(HOUSE)).content)
    assert (len(first["items"]), len(second["items"])) == (20, 1)
    assert "next_url" not in second


def test_a_story_that_moved_leads_to_its_feed(client: "Client", told: Any) -> None:
    from octavo.stories.models import MovedStory

    MovedStory.objects.create(old_id=999_999, story=told)
    answer = client.get("/en/story/999999/old.rss")
    assert answer.status_code == 301
    assert answer.headers["location"] == f"/en/story/{told.pk}/{SLUG}.rss"


def test_what_is_no_list_has_no_twin(client: "Client", told: Any) -> None:
    for path in ("/en/hashtag/None.rss", "/en/category/none.json", "/en/settings.rss", "/en/hashtag/PortAlmera.atom"):
        assert client.get(path).status_code == 404, path


def test_an_unchanged_feed_is_not_sent_again(client: "Client", told: Any) -> None:
    first = client.get("/en.rss")
    again = client.get("/en.rss", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
