"""Pushes: sealed for one browser, signed by the house, and what their service's answers mean."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from py_vapid import Vapid02

from octavo.accounts.web_push import Address, Fate, Sender, address_of, fate, house_key, public_key, push
from octavo.core.errors import BadInput
from octavo.core.types import Refusal, Request, Response
from tests.unit.receiver import Receiver, text_of

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SENDER = Sender("mailto:desk@octavo.example", NOW)
ENDPOINT = "https://push.example/send/abc"


def made(receiver: Receiver, content: dict[str, Any], key: Vapid02) -> Request:
    return push(address_of(receiver.subscription()), content, "story-7", key, SENDER)


def test_only_the_browser_can_open_what_is_pushed_to_it(tmp_path: Path) -> None:
    receiver, key = Receiver(ENDPOINT), house_key(tmp_path / "vapid.pem")
    request = made(receiver, {"title": "등대에 불이 켜졌다", "unread": 2}, key)
    assert request.url == ENDPOINT
    assert request.body
    assert receiver.opened(request.body) == {"title": "등대에 불이 켜졌다", "unread": 2}
    with pytest.raises(Exception, match=r".*"):
        Receiver(ENDPOINT).opened(request.body)


def test_a_push_is_signed_with_the_houses_own_key(tmp_path: Path) -> None:
    key = house_key(tmp_path / "vapid.pem")
    headers = dict(made(Receiver(ENDPOINT), {"title": "x"}, key).headers)
    assert headers["TTL"] == "86400"
    assert headers["Topic"] == "story-7"
    token = headers["Authorization"].removeprefix("vapid t=").partition(",")[0]
    signed = headers["Authorization"]
    assert signed.endswith(f"k={public_key(key)}")
    assert Vapid02.verify(signed)
    other = public_key(house_key(tmp_path / "other.pem"))
    assert not Vapid02.verify(signed.replace(public_key(key), other))
    claims = _claims(token)
    assert claims["aud"] == "https://push.example"
    assert claims["sub"] == "mailto:desk@octavo.example"
    assert NOW.timestamp() < claims["exp"] <= NOW.timestamp() + 86_400


def _claims(token: str) -> Any:
    import base64

    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def test_the_key_stays_the_same_and_to_the_house(tmp_path: Path) -> None:
    file = tmp_path / "vapid.pem"
    first = public_key(house_key(file))
    assert public_key(house_key(file)) == first
    assert file.stat().st_mode & 0o077 == 0


def test_a_long_text_is_cut_to_what_a_push_holds(tmp_path: Path) -> None:
    receiver = Receiver(ENDPOINT)
    request = made(receiver, {"title": "t", "body": "길" * 9_000, "url": "/ko/"}, house_key(tmp_path / "vapid.pem"))
    assert request.body
    assert len(request.body) <= 4_096
    opened = receiver.opened(request.body)
    assert opened["url"] == "/ko/"
    assert opened["body"].startswith("길길")


@pytest.mark.parametrize(
    "changed",
    [
        {"endpoint": "http://push.example/x"},
        {"endpoint": "ftp://push.example/x"},
        {"endpoint": "https://user:word@push.example/x"},
        {"endpoint": "https://[::1]/x"},
        {"endpoint": ""},
        {"endpoint": f"https://push.example/{'x' * 2_000}"},
        {"keys": None},
        {"keys": {"p256dh": "AAAA", "auth": text_of(bytes(16))}},
        {"keys": {"p256dh": text_of(b"\x04" + bytes(64)), "auth": text_of(bytes(16))}},
        {"keys": {"p256dh": "é", "auth": "é"}},
    ],
)
def test_what_cannot_be_pushed_to_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        address_of({**Receiver(ENDPOINT).subscription(), **changed})


def test_this_machine_may_be_reached_without_tls() -> None:
    for host in ("localhost:8080", "push.localhost", "127.0.0.1:99"):
        assert isinstance(address_of(Receiver(f"http://{host}/x").subscription()), Address)


@pytest.mark.parametrize(
    ("status", "expected"),
    [(201, Fate.SENT), (404, Fate.GONE), (410, Fate.GONE), (429, Fate.LATER), (503, Fate.LATER), (403, Fate.REFUSED)],
)
def test_a_services_answer_says_what_became_of_a_push(status: int, expected: Fate) -> None:
    assert fate(Response(ENDPOINT, status, {}, b"", NOW)) is expected


def test_a_push_that_could_not_be_delivered_is_tried_later_unless_it_never_may() -> None:
    assert fate(Refusal("fetch", "timeout")) is Fate.LATER
    assert fate(Refusal("fetch", "not-public")) is Fate.REFUSED
