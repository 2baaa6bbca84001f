"""Structured data says what schema.org's types and search engines' guides ask for, of any article and story.

Google's guides: Article (author.name, datePublished, headline, image), Breadcrumb (position, name, item).
"""

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")

ARTICLE = {"headline", "author", "publisher", "datePublished", "dateModified", "url", "mainEntityOfPage", "inLanguage"}
NAMED = {"Person", "NewsMediaOrganization"}
FACTS: list[dict[str, Any]] = [
    {},
    {"authors": ["Ines Marol", "Petr Hask"], "image_url": "https://tide.example/lamp.jpg"},
    {"published": None, "updated": datetime(2026, 3, 2, 8, tzinfo=UTC), "url": "urn:octavo:letter:1"},
    {"title": 'A "quoted" </script> & very long headline ' + "of the harbour " * 20},
]


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"})


def _graph(client: "Client", path: str) -> dict[str, dict[str, Any]]:
    """Return what a page's script element states, by type."""
    page = client.get(path, follow=True).content.decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    stated = json.loads(script)
    assert stated["@context"] == "https://schema.org"
    return {one["@type"]: one for one in stated["@graph"]}


def _kept(**facts: Any) -> tuple[int, int]:
    from tests.integration.newspaper import article, publisher, story

    title = facts.pop("title", "Old lighthouse shines again")
    told = article(publisher("Tide Courier"), title, **facts)
    return told.pk, story(told, article(publisher("Brisk Gazette"), "Lamp is lit")).pk


def _check_trail(trail: dict[str, Any]) -> None:
    steps = trail["itemListElement"]
    assert [one["position"] for one in steps] == list(range(1, len(steps) + 1))
    assert len(steps) >= 2
    for one in steps:
        assert one["@type"] == "ListItem"
        assert one["name"]
        assert one["item"].startswith("http://localhost/en/")


@pytest.mark.parametrize("facts", FACTS, ids=["plain", "rich", "bare", "hostile"])
def test_an_article_is_a_news_article(client: "Client", facts: dict[str, Any]) -> None:
    article_id, _ = _kept(**facts)
    graph = _graph(client, f"/en/article/{article_id}/")
    news = graph["NewsArticle"]
    assert set(news) >= ARTICLE
    assert 0 < len(news["headline"]) <= 110
    assert all(one["@type"] in NAMED and one["name"] for one in [*news["author"], news["publisher"]])
    for name in ("datePublished", "dateModified"):
        assert datetime.fromisoformat(news[name]).tzinfo
    assert all(one.startswith("http://localhost/picture/") for one in news.get("image", []))
    assert bool(news.get("image")) == ("image_url" in facts)
    assert news.get("isBasedOn", "https://").startswith("https://")
    assert "" not in news.values()
    _check_trail(graph["BreadcrumbList"])


def test_a_story_is_the_collection_of_its_reports(client: "Client") -> None:
    _, story_id = _kept()
    graph = _graph(client, f"/en/story/{story_id}/")
    reports = graph["CollectionPage"]["mainEntity"]
    assert reports["numberOfItems"] == len(reports["itemListElement"]) == 2
    assert [one["position"] for one in reports["itemListElement"]] == [1, 2]
    for one in reports["itemListElement"]:
        assert client.get(one["url"].removeprefix("http://localhost")).status_code == 200
    _check_trail(graph["BreadcrumbList"])
