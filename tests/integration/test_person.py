"""What pages know of who reads them, and that nothing of it stays."""

from typing import TYPE_CHECKING

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")


def client_of(name: str = "") -> "Client":
    """Return a browser in which somebody of that name is signed in; of nobody where there is none."""
    from django.test import Client

    from octavo.accounts.models import User

    client = Client(headers={"host": "localhost", "accept-language": "en"})
    if name:
        client.force_login(User.objects.get(username=name))
    return client


@pytest.fixture
def wren(house: Settings) -> "Client":
    from octavo.accounts.models import User

    User.objects.create_user("Wren")
    return client_of("Wren")


def test_a_page_for_nobody_is_kept_and_sets_no_cookie(house: Settings) -> None:
    for _ in range(2):
        answer = client_of().get("/en/")
        assert answer.headers["cache-control"] == "public, max-age=0, must-revalidate"
        assert not answer.cookies
        assert answer.has_header("ETag")
        assert "csrf" not in answer.content.decode()


def test_a_page_for_a_person_is_theirs_alone(wren: "Client") -> None:
    tag = client_of().get("/en/").headers["ETag"]
    answer = wren.get("/en/", headers={"if-none-match": tag})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")
    assert not answer.has_header("ETag")
    assert "Wren" in answer.content.decode()
    assert "Wren" not in client_of().get("/en/").content.decode()
    assert wren.get("/en/search?q=x").headers["cache-control"] == "private, no-store"


def test_a_banned_person_is_nobody(wren: "Client") -> None:
    from octavo.accounts.models import User
    from octavo.accounts.roles import Act

    User.objects.update(is_active=False, role="administrator")
    assert "Wren" not in wren.get("/en/").content.decode()
    assert not User.objects.get().may(Act.ADMINISTER)
    assert not User.objects.get().is_staff


def test_a_failing_page_looks_nobody_up(wren: "Client") -> None:
    from django.test import RequestFactory

    from octavo.web.errors import failed

    request = RequestFactory().get("/de/", headers={"host": "localhost"})
    request.COOKIES.update({name: cookie.value for name, cookie in wren.cookies.items()})
    answer = failed(request)
    assert answer.status_code == 500
    assert "Wren" not in answer.content.decode()
