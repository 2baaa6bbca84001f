"""Guessers are held up at every secret, whoever they say they are; and mail to people, sent to a real server."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from aiosmtpd.controller import Controller

from octavo.config.settings import Settings
from tests.acceptance.processes import free_port
from tests.integration.test_signing import PASSWORD, browser, set_to, signed_in, someone, who

if TYPE_CHECKING:
    from aiosmtpd.smtp import SMTP, Envelope, Session
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")


def tries(client: "Client", path: str, facts: dict[str, str] | None, count: int, **headers: str) -> list[int]:
    send = client.get if facts is None else client.post
    return [send(path, facts or {}, headers=headers).status_code for _ in range(count)]


def test_wrong_passwords_for_one_name_hold_it_up_from_everywhere(house: Settings) -> None:
    someone()
    with set_to(proxies_count="1"):
        for number in range(5):
            answer = browser().post(
                "/en/sign-in", {"login": "Wren", "password": "x"}, headers={"x-forwarded-for": f"192.0.2.{number}"}
            )
            assert "do not belong together" in answer.content.decode()
        right = {"login": "Wren", "password": PASSWORD}
        held = browser().post("/en/sign-in", right, headers={"x-forwarded-for": "192.0.2.99"})
        assert "Too many tries" in held.content.decode()
        someone("Ines")
        assert who(signed_in("Ines")) == "Ines"


def test_wrong_passwords_for_many_names_hold_their_address_up(house: Settings) -> None:
    pages = [
        browser().post("/en/sign-in", {"login": f"name{number}", "password": "x"}).content.decode()
        for number in range(11)
    ]
    assert ["Too many tries" in page for page in pages] == [False] * 10 + [True]


@pytest.mark.parametrize(
    ("path", "facts", "allowed"),
    [
        ("/en/sign-up", {"username": "", "password1": ""}, 10),
        ("/en/invitation/made-up", None, 20),
        ("/en/sign-in/passkey", {"credential": "{}"}, 10),
    ],
)
def test_an_address_that_tries_too_often_waits(
    house: Settings, path: str, facts: dict[str, str] | None, allowed: int
) -> None:
    with set_to(sign_up="open"):
        answers = tries(browser(), path, facts, allowed + 1)
        assert 429 not in answers[:allowed]
        assert answers[allowed] == 429
        assert tries(browser(), path, facts, 1, **{"x-forwarded-for": "192.0.2.1"}) == [429]
    with set_to(sign_up="open", proxies_count="1"):
        assert tries(browser(), path, facts, 1, **{"x-forwarded-for": "192.0.2.1"}) != [429]


def test_the_password_once_more_is_no_way_around(house: Settings) -> None:
    someone()
    client = signed_in("Wren")
    for _ in range(6):
        answer = client.post("/en/account/confirm", {"password": "x"})
    assert answer.status_code == 429 or "Too many tries" in answer.content.decode()
    changed = tries(client, "/en/account/password", {"oldpassword": "x", "password1": "y"}, 6)
    assert changed[-1] == 429


class _Box:
    """Takes mail and keeps it."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    async def handle_DATA(self, server: "SMTP", session: "Session", envelope: "Envelope") -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        self.taken.append(content.decode())
        return "250 taken"


@pytest.fixture
def box(house: Settings) -> Iterator[_Box]:
    """Run a mail server, and have the house send mail by it."""
    from django.test import override_settings

    box = _Box()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        with (
            set_to(
                smtp=f"smtp://127.0.0.1:{port}", mail_from="octavo@house.example", public_url="https://news.example"
            ),
            override_settings(
                EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
                EMAIL_HOST="127.0.0.1",
                EMAIL_PORT=port,
                EMAIL_USE_TLS=False,
                DEFAULT_FROM_EMAIL="octavo@house.example",
                ACCOUNT_EMAIL_VERIFICATION="optional",
            ),
        ):
            yield box
    finally:
        controller.stop()


def link_in(letter: str) -> str:
    found = re.search(r"https://news\.example(/\S+)", letter.replace("=\r\n", "").replace("=\n", ""))
    assert found, letter
    return found[1]


def test_a_forgotten_password_is_set_anew_by_mail(box: _Box) -> None:
    from allauth.account.models import EmailAddress

    person = someone()
    EmailAddress.objects.create(user=person, email="wren@example.org", verified=True, primary=True)
    answer = browser().post("/en/password", {"email": "wren@example.org"})
    assert answer.headers["location"] == "/en/password/sent"
    assert browser().post("/en/password", {"email": "nobody@example.org"}).headers["location"] == "/en/password/sent"
    (letter,) = box.taken
    assert "A new password for Octavo" in letter
    client = browser()
    form = client.get(link_in(letter))
    assert form.status_code == 302
    assert client.post(form.headers["location"], {"password1": PASSWORD + "!"}).status_code == 302
    assert who(signed_in("Wren", PASSWORD + "!")) == "Wren"
    assert "no longer works" in browser().get(link_in(letter)).content.decode()


def test_an_address_counts_once_it_is_confirmed(box: _Box) -> None:
    from allauth.account.models import EmailAddress

    someone()
    client = signed_in("Wren")
    client.post("/en/account/confirm", {"password": PASSWORD})
    answer = client.post("/en/account/address", {"email": "wren@example.org", "action_add": "1"})
    assert answer.headers["location"] == "/en/account"
    assert "not confirmed" in client.get("/en/account").content.decode()
    (letter,) = box.taken
    link = link_in(letter)
    assert "Is wren@example.org yours?" in client.get(link).content.decode()
    client.post(link)
    assert EmailAddress.objects.get(email="wren@example.org").verified
