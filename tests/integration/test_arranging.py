"""The page on which sections are put in order keeps what it showed."""

from typing import TYPE_CHECKING

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost", "origin": "http://localhost"})


def test_what_was_shown_moved_and_folded_is_kept_until_it_is_reset(client: "Client") -> None:
    from octavo.web.arranging import COOKIE

    client.post("/en/arrange", {})
    assert client.cookies[COOKIE].value.startswith("politics.conflict-war-and-peace.")
    answer = client.post("/en/arrange", {"move": "health up", "folded": ["sport", "none"]})
    assert answer["Location"] == "/en/arrange"
    order = client.cookies[COOKIE].value.split(".")
    assert order.index("health") == order.index("science-and-technology") - 1
    assert "-sport" in order
    assert client.post("/en/arrange", {"reset": "1"})["Location"] == "/en/"
    assert client.cookies[COOKIE].value == ""


@pytest.mark.parametrize("move", ["health", "none up", "health sideways", ""])
def test_what_cannot_be_moved_stays(client: "Client", move: str) -> None:
    from octavo.web.arranging import COOKIE

    client.post("/en/arrange", {"move": move})
    assert client.cookies[COOKIE].value.startswith("politics.conflict-war-and-peace.economy")


@pytest.fixture
def signed_in(client: "Client") -> "Client":
    from octavo.accounts.models import User

    client.force_login(User.objects.create_user("Wrenlock"))
    return client


def test_a_person_s_sections_are_theirs_on_all_devices(signed_in: "Client") -> None:
    from django.test import Client

    from octavo.accounts.models import User
    from octavo.accounts.preferences import preferences_of
    from octavo.web.arranging import COOKIE

    person = User.objects.get()
    signed_in.cookies[COOKIE] = "--sport"
    signed_in.post("/en/arrange", {"section": "health", "folded": "1"})
    assert preferences_of(person).sections == "--health.--sport"
    assert signed_in.cookies[COOKIE].value == "--sport"
    other = Client(headers={"host": "localhost", "origin": "http://localhost"})
    other.force_login(person)
    other.post("/en/arrange", {"section": "sport"})
    other.post("/en/arrange", {"section": "none", "folded": "1"})
    assert preferences_of(person).sections == "--health"
    page = signed_in.get("/en/arrange").content.decode()
    assert "All your devices remember it." in page
    assert page.count("checked> folded") == 1
    other.post("/en/arrange", {"move": "sport up", "folded": ["health"]})
    assert "-health" in (preferences_of(person).sections or "")
    signed_in.post("/en/arrange", {"reset": "1"})
    assert preferences_of(person).sections == ""
    assert "checked> folded" not in other.get("/en/arrange").content.decode()


def test_a_person_s_sections_are_exported_and_erased(signed_in: "Client") -> None:
    from octavo.accounts import belongings
    from octavo.accounts.models import User
    from octavo.accounts.state_models import Preference

    person = User.objects.get()
    signed_in.post("/en/arrange", {"section": "health", "folded": "1"})
    assert belongings.export(person)["preferences"]["sections"] == "--health"  # type: ignore[index]
    belongings.erase(person)
    assert not Preference.objects.exists()


def test_no_other_site_arranges_a_person_s_sections(signed_in: "Client") -> None:
    from octavo.accounts.state_models import Preference

    headers = {"origin": "https://elsewhere.example"}
    assert signed_in.post("/en/arrange", {"section": "health", "folded": "1"}, headers=headers).status_code == 403
    assert not Preference.objects.exists()
