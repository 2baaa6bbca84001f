"""A hashtag is one thing in every language: shown in the reader's, found and followed by each of its names."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")

ENGLISH = (
    "Phone maker Norrin is recalling 1.2 million Starlight phones after batteries swelled, Norrin said on Monday.",
    "Norrin will replace the batteries of every Starlight phone, and asked owners not to charge them.",
)
KOREAN = (
    "휴대전화 제조사 노린이 배터리가 부푼 휴대전화 120만 대를 리콜한다고 10일 밝혔다.",
    "노린은 모든 휴대전화의 배터리를 교체하겠다고 말했다. 노린은 충전하지 말라고 당부했다.",
)
LATER = (
    "노린이 새 공장을 짓는다고 11일 밝혔다. 노린의 공장은 내년에 문을 연다.",
    "노린은 공장에서 500명을 뽑겠다고 말했다.",
)


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"})


@pytest.fixture
def stories(client: "Client") -> list[Any]:
    """Keep a story told in English and Korean and one told in Korean alone, both of Norrin."""
    from octavo.enrich.store import enrich
    from tests.integration.newspaper import article, publisher, story

    courier, daily = publisher("Tide Courier"), publisher("Hanbyeol Daily", country="KR", languages=["ko"])
    recall = story(
        article(courier, "Norrin recalls 1.2 million phones", ENGLISH),
        article(daily, "노린, 휴대전화 120만 대 리콜", KOREAN, language="ko"),
    )
    factory = story(article(daily, "노린, 새 공장 짓는다", LATER, language="ko"))
    enrich([recall.pk, factory.pk], datetime.now(UTC))
    return [recall, factory]


def _text(client: "Client", path: str) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_storys_hashtags_speak_the_pages_language(client: "Client", stories: list[Any]) -> None:
    recall, factory = (f"story/{one.pk}/-" for one in stories)
    english, korean, alone = (_text(client, path) for path in (f"/en/{recall}", f"/ko/{recall}", f"/en/{factory}"))
    assert (">#Norrin<" in english, ">#노린<" in english) == (True, False)
    assert (">#Norrin<" in korean, ">#노린<" in korean) == (False, True)
    assert ">#노린<" in alone


@pytest.mark.parametrize(("name", "other"), [("Norrin", "노린"), ("노린", "Norrin"), ("norrin", "노린")])
def test_a_hashtags_page_has_the_stories_of_its_names_in_all_languages(
    client: "Client", stories: list[Any], name: str, other: str
) -> None:
    page = _text(client, f"/en/hashtag/{name}")
    assert all(f"/en/story/{one.pk}/" in page for one in stories)
    assert f">#{other}<" in page


def test_a_search_for_either_name_finds_both(client: "Client", stories: list[Any]) -> None:
    for name in ("Norrin", "노린"):
        page = _text(client, f"/en/search?q=%23{name}")
        assert all(title in page for title in ("Norrin recalls 1.2 million phones", "노린, 새 공장 짓는다"))


def test_followers_of_either_name_are_told_of_both(client: "Client", stories: list[Any]) -> None:
    from octavo.accounts.models import User
    from octavo.accounts.state_models import Following
    from octavo.accounts.telling import _news
    from octavo.editions.reading.briefing import own_briefing

    now = datetime.now(UTC)
    ada = User.objects.create_user("ada")
    assert own_briefing(ada, "en", now).stories == ()
    Following.objects.create(person=ada, kind=Following.Kind.HASHTAG, name="Norrin", changed=now, since=now, seen=now)
    assert {one.story.id for one in own_briefing(ada, "en", now).stories} == {one.pk for one in stories}
    told = [{*one.names()} for one in _news([one.pk for one in stories], now)]
    assert all((Following.Kind.HASHTAG, name) in names for names in told for name in ("Norrin", "노린"))


@pytest.mark.parametrize("name", ["Norrin", "노린"])
def test_a_names_page_has_the_reports_of_all_languages(client: "Client", stories: list[Any], name: str) -> None:
    page = _text(client, f"/en/about/{name}")
    assert all(f"/en/story/{one.pk}/" in page for one in stories)
