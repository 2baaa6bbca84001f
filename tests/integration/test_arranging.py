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

    return Client(headers={"host": "localhost"})


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
