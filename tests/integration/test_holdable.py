"""Text that no database holds is no address and does no harm, whichever way it comes."""

import json
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

    from octavo.accounts.models import User

pytestmark = pytest.mark.xdist_group("web")
HOST = {"host": "localhost", "origin": "http://localhost"}


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers=HOST)


@pytest.fixture
def reader(client: "Client") -> "User":
    from octavo.accounts.models import User

    person = User.objects.create_user("ines")
    client.force_login(person)
    return person


def _followed(person: "User") -> list[str]:
    from octavo.accounts.state_models import Following

    return [*Following.objects.filter(person=person).values_list("name", flat=True)]


ADDRESSES = [
    "/en/hashtag/{}", "/ko/hashtag/{}.rss", "/en/about/{}", "/de/publisher/{}", "/fr/publisher/{}.json",
    "/en/category/{}",
    "/en/person/{}", "/push/{}", "/podcast/{}/{}", "/static/{}/{}", "/static/x/{}.css", "/en/edition/{}",
    "/en/article/1/{}",
]  # fmt: skip


@pytest.mark.parametrize("bad", ["%00", "fog%00horn", "%ED%A0%80", "%FF", "fog" * 2_000])
def test_an_address_with_text_that_no_database_holds_leads_nowhere(client: "Client", bad: str) -> None:
    for address in ADDRESSES:
        answer = client.get(address.replace("{}", bad))
        assert answer.status_code == 404, address
        assert "</html>" in answer.content.decode()


@pytest.mark.parametrize("path", ["%00", "fog" * 2_000])
def test_the_admin_s_files_are_looked_for_under_names_that_files_have(client: "Client", path: str) -> None:
    assert client.get(f"/admin/static/{path}").status_code in (302, 404)
    style = client.get("/admin/static/admin/css/base.css")
    assert style.status_code == 200
    style.close()


def test_a_query_with_a_nul_breaks_no_page(client: "Client") -> None:
    for address in ("search?q=", "search.json?q=", "ask?q=", "share?title=", "hashtag/x?page=", "?place="):
        assert client.get(f"/en/{address}%00fog%00").status_code in (200, 404), address


def test_a_cookie_with_a_nul_is_nobody_s(client: "Client") -> None:
    client.cookies.load(r'sessionid="\000aaaaaaaaaaaaaaaaaaaa"')
    assert client.get("/en/").status_code == 200


def test_a_form_with_a_nul_is_taken_without_it(client: "Client", reader: "User") -> None:
    assert client.post("/en/devices/forget", {"endpoint": "\0https://push.example/a"}).status_code == 303
    assert client.post("/en/act", {"act": "follow", "search": "fog\0horn", "next": "/en/"}).status_code == 303
    assert _followed(reader) == ["fog horn"]


@pytest.mark.parametrize(("sent", "kept"), [("fog\0horn", "fog horn"), ("fog\ud800", "fog?"), ("안개\udfff", "안개?")])
def test_what_a_device_sends_is_kept_without_what_cannot_be(
    client: "Client", reader: "User", sent: str, kept: str
) -> None:
    acts = [
        {"key": str(uuid4()), "act": "follow", "search": sent},
        {"key": str(uuid4()), "act": sent, "at": sent, sent: [sent]},
    ]
    answer = client.post("/acts", json.dumps(acts), content_type="application/json")
    assert [one["status"] for one in answer.json()] == ["done", "refused"]
    assert _followed(reader) == [kept]
