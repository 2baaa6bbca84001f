"""Pages for what is missing, gone, forbidden or broken."""

from typing import TYPE_CHECKING

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"})


def _lighthouse() -> tuple[int, int]:
    """Keep a story of one article; return their numbers."""
    from tests.integration.newspaper import article, publisher, story

    told = article(publisher("Tide Courier"), "Old lighthouse shines again")
    return story(told).pk, told.pk


@pytest.mark.parametrize(
    "path", ["/en/story/0/old-lighthouse-shines", "/en/hashtag/Lighthouse_shines", "/en/old-lighthouse.html"]
)
def test_a_missing_page_offers_what_its_words_say(client: "Client", path: str) -> None:
    _lighthouse()
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Old lighthouse shines again" in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["en/hashtag/%00", "de/publisher/a%00", "en/person/%00", "push/%00", "podcast/%00/feed.rss", "en/%00"]
)
def test_an_address_with_a_nul_is_missing(client: "Client", path: str) -> None:
    from octavo.accounts.models import User

    assert client.get(f"/{path}").status_code == 404
    client.force_login(User.objects.create_user(username="ada"))
    assert client.get(f"/{path}").status_code == 404


def test_addresses_that_only_machines_try_are_not_searched_for(client: "Client") -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    _lighthouse()
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/lighthouse/login.php").status_code == 404
    assert not [one["sql"] for one in queries if "search_" in one["sql"]]


def test_what_was_removed_is_gone_and_what_never_was_is_missing(client: "Client") -> None:
    from octavo.extract.models import Article
    from octavo.stories.models import Story

    story, article = _lighthouse()
    Story.objects.all().delete()
    Article.objects.all().delete()
    for path in (f"/en/story/{story}/old-lighthouse", f"/de/article/{article}/old-lighthouse"):
        answer = client.get(path)
        assert (answer.status_code, answer["Cache-Control"]) == (410, "no-cache")
    for path in (f"/en/story/{story + 1}/x", f"/en/article/{article + 1}/x", "/en/article/0/x"):
        assert client.get(path).status_code == 404


def test_a_form_without_its_token_gets_a_page_that_says_so(house: Settings) -> None:
    from django.test import Client, RequestFactory

    from octavo.web.errors import unsafe

    answer = Client(enforce_csrf_checks=True, headers={"host": "localhost"}).post("/admin/login/", {"username": "x"})
    assert answer.status_code == 403
    assert "This form has expired" in answer.content.decode()
    assert "abgelaufen" in unsafe(RequestFactory().post("/de/")).content.decode()
