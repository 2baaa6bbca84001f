"""Every address there is, asked by everyone there is: nobody, two readers, a moderator, an editor, an administrator.

What is expected of an address stands in EXPECTED; one that is not there fails, so that no new one goes unconsidered.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")

ROLES = ("nobody", "reader", "moderator", "editor", "administrator")
PEOPLE = ("nobody", "wren", "ines", "moderator", "editor", "administrator")
SECRET = "wren-alone@example.org"

OPEN, OWN, MODERATE, INVITE, ADMINISTER = "nobody", "reader", "moderator", "editor", "administrator"
"""The least who may ask for an address; what it answers to them is for other tests."""

EXPECTED = {
    OPEN: r"""
        / /healthz /manifest.webmanifest /sw.js /robots.txt /favicon.ico /push/<str:token>
        /static/<str:digest>/<path:path> /picture/<str:signature>/<int:width>/<str:encoded>
        /demo/<str:host>/<path:path> /demo/<str:host>/ /admin/static/<path> /admin/login/
        /<language>/ /<language>\.<form> /<language>/edition/<slug>
        /<language>/edition/<slug>/why /<language>/edition/<slug>/file
        /<language>/editions /<language>/why /<language>/offline /<language>/progress /<language>/search
        /<language>/story/<identity> /<language>/article/<identity> /<language>/article/<identity>/compare/<original>
        /<language>/thread/<identity> /<language>/hashtag/<name> /<language>/category/<slug>
        /<language>/publisher/<slug> /<language>/look
        /<language>/discussion/<story> /<language>/discussion/<story>/fresh /<language>/comment/<identity>
        /<language>/person/<name> /<language>/moderation/log /<language>/about/<name> /<language>/arrange
        /<language>/ask /<language>/briefing /<language>/keys /<language>/listen/<kind>/<identity> /<language>/sent
        /<language>/summary/<identity> /<language>/translation/<kind>/<identity> /podcast/<str:token>/<str:name>
        /sound/<key>\.mp3
        /<language>/saved /<language>/share /<language>/settings /<language>/comment/<identity>/history
        /admin/password_change/ /en/sign-in /en/sign-in/passkey /en/sign-in/code /en/sign-in/closed /en/sign-out
        /en/sign-up
        /en/invitation/<str:token> /en/password /en/password/sent /en/password/<uidb36>-<key> /en/password/done
        /en/address/sent /en/address/<str:key>
    """,
    OWN: """
        /acts /<language>/act /<language>/saved/paths /<language>/history /<language>/history/forget
        /<language>/following /<language>/devices
        /<language>/devices/forget /<language>/edition/<slug>/change /<language>/edition/<slug>/remove
        /<language>/editions/new /<language>/editions/import /<language>/editions/read /<language>/briefing/own
        /<language>/podcast
        /<language>/comment/<identity>/answer /<language>/comment/<identity>/edit /<language>/comment/<identity>/erase
        /<language>/comment/<identity>/react
        /<language>/comment/<identity>/report /<language>/person/<name>/mute /<language>/notifications
        /en/account /en/account/name /en/account/export /en/account/erase /en/account/sessions/end
        /en/account/sessions/<int:identity>/end /en/account/password
        /en/account/password/new /en/account/confirm /en/account/confirm/code /en/account/confirm/passkey
        /en/account/passkeys/add /en/account/passkeys/<int:pk>/remove /en/account/codes/on /en/account/codes/off
        /en/account/codes/recovery /en/account/codes/recovery/new
    """,
    MODERATE: """
        /<language>/discussion/<story>/moderate /<language>/comment/<identity>/moderate /<language>/person/<name>/ban
        /<language>/moderation
    """,
    INVITE: """
        /<language>/share/subscribe /en/invitations /en/invitations/new /en/invitations/<int:identity>/withdraw
    """,
    ADMINISTER: """
        /en/people /en/people/<int:identity>/role /en/people/<int:identity>/ban /en/people/<int:identity>/let-in
        /en/people/<int:identity>/way-back
    """,
}
BY_MAIL = {"/en/account/address"}
"""Not there at all where the house sends no mail."""
WRITERS_OWN = {f"/<language>/comment/<identity>/{act}" for act in ("edit", "erase")}
"""Refused to everybody but the one who wrote the comment."""
WRITING = {"/<language>/discussion/<story>": OWN}
"""The least who may write where everyone may read."""
ENTRANCE = ("/en/sign-", "/en/password", "/en/address", "/admin/login/")
"""Addresses that lead to signing in those who have no business there."""
LEAST = {route: least for least, routes in EXPECTED.items() for route in routes.split()}


def routes() -> Iterator[str]:
    """Return all addresses of the URL configuration as they are written there."""
    from django.contrib.admindocs.views import simplify_regex
    from django.urls import URLResolver, get_resolver

    def walk(patterns: Sequence[Any], before: str) -> Iterator[str]:
        for one in patterns:
            written = before + str(one.pattern)
            if isinstance(one, URLResolver):
                yield from walk(one.url_patterns, written)
            else:
                yield simplify_regex(written) if "?P" in written else f"/{written}"

    yield from walk(get_resolver().url_patterns, "")


@pytest.fixture
def things(house: Settings) -> dict[str, str]:
    """Fill the house with people and with what Wren has; return what stands for the parts of addresses."""
    from allauth.mfa.models import Authenticator
    from allauth.usersessions.models import UserSession
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    from octavo.accounts.models import Invitation, User
    from octavo.community.models import Comment
    from octavo.core.clock import utc_now
    from tests.integration.newspaper import article, copy, publisher, story

    for name in PEOPLE[1:]:
        User.objects.create_user(name, role=role_of(name))
    User.objects.update(password=PBKDF2PasswordHasher().encode("quick to make", "salt", iterations=1))
    wren = User.objects.get(username="wren")
    wren.email = SECRET
    wren.save()
    first = article(publisher("Tide Courier"), "Old lighthouse shines again")
    taken = copy(first, publisher("Echo Daily"))
    told = story(first, taken, tags=["PortAlmera"])
    comment = Comment.objects.create(story=told, author=wren, text="A lamp at last.")
    session = UserSession.objects.create(user=wren, session_key="wren's own", ip="192.0.2.1", user_agent="Octavo")
    key = Authenticator.objects.create(user=wren, type="webauthn", data={"name": "Wren's phone", "credential": {}})
    invitation = Invitation.objects.create(
        token_hash="x",
        made_by=User.objects.get(username="administrator"),
        made=utc_now(),
        expires=utc_now().replace(year=2099),
    )
    return {
        "language": "en",
        "story": str(told.pk),
        "name": "wren",
        "slug": "world",
        "original": str(first.pk),
        "token": "made-up",
        "pk": str(key.pk),
        "/story/<identity>": f"/story/{told.pk}",
        "/article/<identity>": f"/article/{taken.pk}",
        "/thread/<identity>": f"/thread/{told.thread_id}",
        "/comment/<identity>": f"/comment/{comment.pk}",
        "/sessions/<identity>": f"/sessions/{session.pk}",
        "/people/<identity>": f"/people/{wren.pk}",
        "/invitations/<identity>": f"/invitations/{invitation.pk}",
    }


def filled_in(route: str, things: dict[str, str]) -> str:
    """Return an address of a route."""
    path = re.sub(r"<\w+:(\w+)>", r"<\1>", route)
    for part, value in things.items():
        path = path.replace(part, value) if part.startswith("/") else path.replace(f"<{part}>", value)
    return re.sub(r"<\w+>", "1", path)


def client_of(name: str) -> "Client":
    from django.test import Client

    from octavo.accounts.models import User

    client = Client(headers={"host": "localhost", "accept-language": "en", "origin": "http://localhost"})
    if name != "nobody":
        client.force_login(User.objects.get(username=name))
    return client


def is_refused(answer: "HttpResponse") -> bool:
    to_sign_in = answer.status_code in (302, 303) and "/sign-in" in answer.headers["location"]
    return to_sign_in or answer.status_code in (401, 403)


def role_of(name: str) -> str:
    return name if name in ROLES else "reader"


def test_every_address_has_its_expectation(house: Settings) -> None:
    there = {route for route in routes() if not route.startswith("/admin/")} - BY_MAIL
    expected = {route for route in LEAST if not route.startswith("/admin/")}
    assert there - expected == set(), "say in EXPECTED who may ask for them"
    assert expected - there == set(), "no longer there"


def asked(name: str, method: str, path: str) -> "HttpResponse":
    """Ask as somebody, and take back what that did."""
    from django.db import transaction

    with transaction.atomic():
        answer: HttpResponse = getattr(client_of(name), method)(path)
        text_of(answer)
        transaction.set_rollback(True)
    return answer


def text_of(answer: Any) -> bytes:
    """Return what an answer holds, read to its end: what is not read stays open."""
    text: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return text


def is_right(name: str, route: str, method: str, answer: "HttpResponse") -> bool:
    """Tell whether an answer is what somebody's role and the address's expectation ask for."""
    least = WRITING.get(route, LEAST[route]) if method == "post" else LEAST[route]
    if answer.status_code >= 500:
        return False
    if ROLES.index(role_of(name)) < ROLES.index(least):
        return is_refused(answer) or answer.status_code in (404, 405)
    if route in WRITERS_OWN and name != "wren":
        return answer.status_code in (403, 404, 405)
    return not is_refused(answer) or route.startswith(ENTRANCE)


@pytest.mark.parametrize("name", PEOPLE)
def test_each_address_answers_those_who_may_ask(things: dict[str, str], name: str) -> None:
    from allauth.mfa.models import Authenticator

    if name == "wren":
        Authenticator.objects.all().delete()  # It is there for others to reach for, and proves nothing.
    wrong = []
    for route in LEAST:
        for method in ("get", "post"):
            answer = asked(name, method, filled_in(route, things))
            if not is_right(name, route, method, answer):
                wrong.append(f"{method} {route}: {answer.status_code} {answer.headers.get('location', '')}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["nobody", "editor", "administrator"])
def test_the_admin_is_for_administrators_alone(things: dict[str, str], name: str) -> None:
    wrong = []
    for route in routes():
        if not route.startswith("/admin/") or route in LEAST or route == "/admin/logout/":
            continue
        answer = asked(name, "get", filled_in(route, things))
        led = answer.headers.get("location", "")
        if name == "administrator":
            right = answer.status_code < 500 and "login" not in led
        else:
            right = answer.status_code == 403 or led.startswith(("/admin/login/", "/en/sign-in"))
        if not right:
            wrong.append(f"{route}: {answer.status_code} {led}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["ines", "editor"])
def test_nobody_else_sees_or_changes_what_is_a_readers_own(things: dict[str, str], name: str) -> None:
    from octavo.accounts import belongings
    from octavo.accounts.models import User
    from octavo.community.models import Comment

    def kept() -> tuple[object, ...]:
        wren = User.objects.get(username="wren")
        return belongings.export(wren), list(Comment.objects.filter(author=wren).values_list("text", "state"))

    before, seen = kept(), []
    for route in LEAST:
        if "/moderat" in route or route.endswith(("/ban", "account/erase", "sign-out")):
            continue
        path = filled_in(route, things)
        for method in ("get", "post"):
            facts = {"text": "changed", "role": "administrator"} if method == "post" else {}
            answer = getattr(client_of(name), method)(path, facts)
            text = text_of(answer)
            if any(secret in text for secret in (SECRET.encode(), b"Wren's phone", b"192.0.2.1")):
                seen.append(f"{method} {path}")
        if kept() != before:
            seen.append(f"changed by {path}")
            break
    assert not seen, "\n".join(seen)
