"""Signing up, in and out, as a browser does it: who may, how often, and what it leaves behind."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from octavo.config import settings
from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

    from octavo.accounts.models import User

pytestmark = pytest.mark.xdist_group("web")

PASSWORD = "seven-leaves-and-a-quill"


def browser(**headers: str) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost", "accept-language": "en", **headers})


def someone(name: str = "Wren", role: str = "reader") -> "User":
    from octavo.accounts.models import User

    return User.objects.create_user(name, password=PASSWORD, role=role)


def signed_in(name: str, password: str = PASSWORD, **headers: str) -> "Client":
    client = browser(**headers)
    answer = client.post("/en/sign-in", {"login": name, "password": password})
    assert answer.status_code == 302, answer.content.decode()
    return client


def who(client: "Client") -> str:
    """Return whose name stands on the front page."""
    found = re.search(r"person__name[^>]*>([^<]*)<", client.get("/en/").content.decode())
    return found[1] if found else ""


@contextmanager
def set_to(**values: str) -> Iterator[None]:
    settings.override(**values)
    try:
        yield
    finally:
        for name in values:
            settings.withdraw(name)


def invitation(role: str = "reader", days: int = 7) -> str:
    from octavo.accounts import invitations
    from octavo.accounts.roles import Role
    from octavo.core.clock import utc_now

    return invitations.invite(None, Role(role), utc_now(), days=days)


def test_a_person_signs_in_and_out(house: Settings) -> None:
    someone()
    client = signed_in("wren")
    assert who(client) == "Wren"
    assert client.get("/en/sign-in").headers["location"] == "/en/"
    answer = client.post("/en/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (302, "/en/")
    assert who(client) == ""


def test_signing_in_leads_on_but_not_away(house: Settings) -> None:
    someone()
    for then, led in (
        ("/de/search?q=x", "/de/search?q=x"),
        ("https://evil.example/", "/en/"),
        ("//evil.example", "/en/"),
    ):
        answer = browser().post("/en/sign-in", {"login": "Wren", "password": PASSWORD, "next": then})
        assert answer.headers["location"] == led


def test_pages_to_sign_in_are_in_the_language_of_their_address(house: Settings) -> None:
    text = browser().get("/ar/sign-in").content.decode()
    assert 'dir="rtl"' in text
    assert 'action="/ar/sign-in"' in text
    answer = browser().post("/de/sign-in", {"login": "x", "password": "y"})
    assert "gehören nicht zusammen" in answer.content.decode()
    assert answer.headers["cache-control"] == "private, no-store"


def test_nobody_signs_up_without_an_invitation(house: Settings) -> None:
    from octavo.accounts.models import User

    client = browser()
    assert "By invitation" in client.get("/en/sign-up").content.decode()
    client.post("/en/sign-up", {"username": "Wren", "password1": PASSWORD})
    assert not User.objects.exists()


def test_an_invitation_makes_one_person_of_its_role(house: Settings) -> None:
    from octavo.accounts.models import User

    token = invitation("editor")
    for _ in range(2):
        assert browser().get(f"/en/invitation/{token}").headers["location"] == "/en/sign-up"
    first, second = browser(), browser()
    for client in (first, second):
        client.get(f"/ko/invitation/{token}")
    answer = first.post("/en/sign-up", {"username": "Wren", "password1": PASSWORD, "way": "password"})
    assert answer.headers["location"] == "/en/"
    assert who(first) == "Wren"
    second.post("/en/sign-up", {"username": "Ines", "password1": PASSWORD})
    assert [(one.username, one.role) for one in User.objects.all()] == [("Wren", "editor")]
    assert browser().get(f"/en/invitation/{token}").status_code == 410


def test_an_invitation_ends(house: Settings) -> None:
    from octavo.accounts import invitations
    from octavo.accounts.models import Invitation
    from octavo.core.clock import utc_now

    late, withdrawn = invitation(days=1), invitation()
    Invitation.objects.filter(token_hash=invitations._hash(late)).update(expires=utc_now() - timedelta(seconds=1))
    ada = someone("Ada", "administrator")
    number = Invitation.objects.get(token_hash=invitations._hash(withdrawn)).pk
    assert signed_in("Ada").post(f"/en/invitations/{number}/withdraw").status_code == 302
    for token in (late, withdrawn, "made-up"):
        assert browser().get(f"/en/invitation/{token}").status_code == 410
    assert not invitations.withdraw(number, ada, utc_now(), all_of_them=True)


def test_a_house_may_be_open_or_closed(house: Settings) -> None:
    with set_to(sign_up="open"):
        assert browser().get("/en/sign-in").content.decode().count("/en/sign-up") == 1
        client = browser()
        client.post("/en/sign-up", {"username": "Wren", "password1": PASSWORD})
        assert who(client) == "Wren"
    token = invitation()
    with set_to(sign_up="off"):
        assert browser().get(f"/en/invitation/{token}").status_code == 410
        assert "No new accounts" in browser().get("/en/sign-up").content.decode()


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Wren", "short"),
        ("Wren", "password123"),
        ("wren", PASSWORD),
        ("admin", PASSWORD),
        ("a b", PASSWORD),
        ("w" * 41, PASSWORD),
        ("", PASSWORD),
        ("Ines", ""),
    ],
)
def test_names_and_passwords_must_do(house: Settings, name: str, password: str) -> None:
    from octavo.accounts.models import User

    if name == "wren":
        someone("Wren")
    with set_to(sign_up="open"):
        answer = browser().post("/en/sign-up", {"username": name, "password1": password})
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()
    assert User.objects.count() == (name == "wren")


def test_the_first_administrator_comes_in_by_a_link_once(house: Settings) -> None:
    from octavo.accounts.models import User
    from octavo.accounts.people import first_administrator
    from octavo.core.clock import utc_now

    token = first_administrator(utc_now())
    assert token
    assert first_administrator(utc_now()) is None
    address = f"/en/invitation/{token}"
    client = browser()
    assert client.post(address, {"password1": "short"}).status_code == 200
    assert client.post(address, {"password1": PASSWORD}).headers["location"] == "/en/"
    assert client.get("/en/people").status_code == 200
    assert browser().get(address).status_code == 410
    assert browser().post(address, {"password1": PASSWORD * 2}).status_code == 410
    assert User.objects.get().role == "administrator"
    assert client.post("/en/account/name", {"username": "Ada"}).status_code == 302
    assert who(signed_in("Ada")) == "Ada"


def test_the_first_link_lasts_a_day(house: Settings) -> None:
    from octavo.accounts.people import first_administrator
    from octavo.core.clock import utc_now

    token = first_administrator(utc_now() - timedelta(days=1, seconds=1))
    assert browser().get(f"/en/invitation/{token}").status_code == 410


def test_a_new_link_ends_the_one_before_and_lets_back_in(house: Settings) -> None:
    someone()
    ada = signed_in(someone("Ada", "administrator").username)
    person = someone("Ines")
    before = signed_in("Ines")
    links = []
    for _ in range(2):
        ada.post(f"/en/people/{person.pk}/way-back")
        links += re.findall(r'value="http://localhost(/en/invitation/[^"]+)"', ada.get("/en/people").content.decode())
    assert len(links) == 2
    assert "/invitation/" not in ada.get("/en/people").content.decode()
    assert browser().get(links[0]).status_code == 410
    client = browser()
    assert client.post(links[1], {"password1": PASSWORD + "!"}).headers["location"] == "/en/"
    assert who(client) == "Ines"
    assert who(before) == ""
    signed_in("Ines", PASSWORD + "!")


def test_a_link_may_lead_to_a_passkey_instead(house: Settings) -> None:
    from octavo.accounts import invitations
    from octavo.core.clock import utc_now

    token = invitations.way_back(someone(), None, utc_now())
    client = browser()
    answer = client.post(f"/en/invitation/{token}", {"way": "passkey"})
    assert answer.headers["location"] == "/en/account/passkeys/add"
    assert "data-passkey" in client.get("/en/account/passkeys/add").content.decode()
    assert "no way to sign in again" in client.get("/en/account").content.decode()


def test_a_banned_person_is_out_everywhere_at_once(house: Settings) -> None:
    person = someone()
    client, ada = signed_in("Wren"), signed_in(someone("Ada", "administrator").username)
    ada.post(f"/en/people/{person.pk}/ban")
    assert who(client) == ""
    answer = browser().post("/en/sign-in", {"login": "Wren", "password": PASSWORD})
    assert answer.headers.get("location", "/en/sign-in/closed") == "/en/sign-in/closed"
    ada.post(f"/en/people/{person.pk}/let-in")
    assert who(signed_in("Wren")) == "Wren"


def test_sessions_are_listed_and_end_one_by_one_or_all(house: Settings) -> None:
    from allauth.usersessions.models import UserSession

    person = someone()
    phone = signed_in("Wren", **{"user-agent": "Mozilla/5.0 (Android 14; Mobile) Firefox/130.0"})
    desk, third = signed_in("Wren"), signed_in("Wren")
    page = desk.get("/en/account").content.decode()
    assert "Firefox on Android" in page
    assert page.count("this browser") == 1
    number = UserSession.objects.get(user_agent__contains="Android").pk
    assert desk.post(f"/en/account/sessions/{number}/end").status_code == 302
    assert (who(phone), who(desk), who(third)) == ("", "Wren", "Wren")
    desk.post("/en/account/sessions/end")
    assert (who(desk), who(third)) == ("Wren", "")
    assert UserSession.objects.filter(user=person).count() == 1


def test_a_changed_password_ends_the_other_sessions(house: Settings) -> None:
    someone()
    here, there = signed_in("Wren"), signed_in("Wren")
    wrong = here.post("/en/account/password", {"oldpassword": "x", "password1": PASSWORD + "2"})
    assert "not your password" in wrong.content.decode()
    here.post("/en/account/password", {"oldpassword": PASSWORD, "password1": PASSWORD + "2"})
    assert (who(here), who(there)) == ("Wren", "")
    signed_in("Wren", PASSWORD + "2")


def test_what_is_for_oneself_alone_asks_for_the_password_once_more(house: Settings) -> None:
    someone()
    client = signed_in("Wren")
    for path in ("export", "erase", "passkeys/add", "codes/on"):
        answer = client.get(f"/en/account/{path}")
        assert answer.headers["location"].startswith("/en/account/confirm?next="), path
    assert client.post("/en/account/erase").status_code == 302
    assert "not your password" in client.post("/en/account/confirm", {"password": "x"}).content.decode()
    answer = client.post("/en/account/confirm?next=/en/account/export", {"password": PASSWORD})
    assert answer.headers["location"] == "/en/account/export"
    assert client.get("/en/account/export").json()["account"]["name"] == "Wren"


def test_a_code_is_asked_for_after_the_password(house: Settings) -> None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    def code(secret: str) -> str:
        return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))

    someone()
    client = signed_in("Wren")
    client.post("/en/account/confirm", {"password": PASSWORD})
    page = client.get("/en/account/codes/on").content.decode()
    secret = re.search(r'<code dir="ltr">(\w+)</code>', page)
    assert secret
    answer = client.post("/en/account/codes/on", {"code": code(secret[1])})
    assert answer.headers["location"] == "/en/account/codes/recovery"
    recovery = re.findall(r"<li><code>(\w+)</code>", client.get("/en/account/codes/recovery").content.decode())
    assert len(recovery) == 10

    other = browser()
    answer = other.post("/en/sign-in", {"login": "Wren", "password": PASSWORD})
    assert answer.headers["location"].startswith("/en/sign-in/code")
    assert who(other) == ""
    assert "not right" in other.post("/en/sign-in/code", {"code": "000000"}).content.decode()
    assert other.post("/en/sign-in/code", {"code": recovery[0]}).headers["location"] == "/en/"
    assert who(other) == "Wren"


def test_a_person_erases_themselves_and_the_last_administrator_does_not(house: Settings) -> None:
    from allauth.usersessions.models import UserSession

    from octavo.accounts.models import User

    someone("Ada", "administrator")
    someone()
    wren, ada = signed_in("Wren"), signed_in("Ada")
    for client in (wren, ada):
        client.post("/en/account/confirm", {"password": PASSWORD})
    assert wren.post("/en/account/erase").headers["location"] == "/en/"
    assert who(wren) == ""
    assert ada.post("/en/account/erase").status_code == 409
    assert [one.username for one in User.objects.all()] == ["Ada"]
    assert {one.user.username for one in UserSession.objects.all()} == {"Ada"}


def test_other_parts_belongings_go_with_the_person(house: Settings) -> None:
    from octavo.accounts import belongings

    erased = []
    belongings.register("quills", lambda person: [person.username], lambda person: erased.append(person.username))
    try:
        person = someone()
        assert belongings.export(person)["quills"] == ["Wren"]
        belongings.erase(person)
        assert erased == ["Wren"]
    finally:
        del belongings._kinds["quills"]
