"""The one HTTP door against a real server on loopback."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import web

from octavo.config import settings
from octavo.config.settings import Settings
from octavo.core.types import Request, Response
from octavo.fetch import constants, fetch_all, fetch_each, fetch_once
from tests.integration.doors import ask, body, get, reason
from tests.integration.sites import Site


async def agent(request: web.Request) -> web.Response:
    return web.Response(text=request.headers["User-Agent"])


async def port(request: web.Request) -> web.Response:
    assert request.transport is not None
    return web.Response(text=str(request.transport.get_extra_info("peername")[1]))


async def slow(_: web.Request) -> web.Response:
    await asyncio.sleep(0.05)
    return web.Response(text="slow")


async def stuck(_: web.Request) -> web.Response:
    await asyncio.sleep(2)
    return web.Response()


async def kept(request: web.Request) -> web.Response:
    if request.headers.get("If-None-Match") == '"one"':
        return web.Response(status=304)
    return web.Response(text="kept", headers={"ETag": '"one"'})


async def cookies(request: web.Request) -> web.Response:
    """Send whoever has no cookie round once, as consent walls do."""
    if "seen" in request.cookies:
        return web.Response(text=request.headers["Cookie"])
    return web.Response(status=302, headers={"Location": "/cookies", "Set-Cookie": "seen=yes; Path=/"})


async def posted(request: web.Request) -> web.Response:
    return web.Response(text=f"{request.method} {await request.text()}")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    site = Site()
    site.pages = {f"/{page.__name__}": page for page in (agent, port, slow, stuck, kept, cookies, posted)}
    for status in (301, 302, 303, 307, 308):
        site.say(f"/{status}", status=status, Location="/posted")
    site.say("/then-permanent", status=302, Location="/301")
    site.say("/permanent-then", status=308, Location="/302")
    site.say("/twice", status=301, Location="/301")
    site.say("/nowhere", "a page of its own", status=302)
    site.say("/script", status=302, Location="javascript:alert(1)")
    site.say("/round", status=302, Location="/round")
    site.say("/inside", status=302, Location="http://10.0.0.1/")
    site.say("/accented", status=302, Location="/caf\u00e9 au lait?q=\u00fc")
    site.say("/caf\u00e9 au lait", "accents")
    with site.serving():
        yield site


def test_it_names_itself_and_follows_redirects(site: Site) -> None:
    site.say("/moved", status=301, Location="agent")
    answer = get(site.url("/moved"))
    assert isinstance(answer, Response)
    assert answer.url == site.url("/agent")
    assert answer.body.decode() == constants.USER_AGENT


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/agent", ""),
        ("/301", "/posted"),
        ("/302", ""),
        ("/then-permanent", ""),
        ("/permanent-then", "/302"),
        ("/twice", "/posted"),
    ],
)
def test_permanent_redirects_are_told_from_passing_ones(site: Site, path: str, expected: str) -> None:
    answer = get(site.url(path))
    assert isinstance(answer, Response)
    assert answer.permanent_url == (site.url(expected) if expected else "")


def test_a_redirect_in_any_spelling_leads_there(site: Site) -> None:
    assert body(get(site.url("/accented"))) == b"accents"
    assert body(get(site.url("/nowhere"))) == b"a page of its own"


def test_cookies_live_as_long_as_one_requests_redirects(site: Site) -> None:
    site.asked.clear()
    answers = ask(Request(site.url("/cookies")), Request(site.url("/cookies")))
    assert [body(answer) for answer in answers] == [b"seen=yes"] * 2
    assert site.asked["/cookies"] == 4


def test_cookies_go_to_no_other_host(site: Site) -> None:
    site.say("/away", status=302, Location=site.url("/cookies", "other.localhost"), Set_Cookie="seen=here; Path=/")
    assert body(get(site.url("/away"))) == b"seen=yes"


@pytest.mark.parametrize(
    ("status", "expected"),
    [(303, "GET "), (302, "GET "), (301, "POST a=1"), (307, "POST a=1"), (308, "POST a=1")],
)
def test_forms_are_posted_and_sent_on_where_the_status_says_so(site: Site, status: int, expected: str) -> None:
    assert body(get(site.url(f"/{status}"), form={"a": "1"})) == expected.encode()


def test_a_conditional_request_brings_nothing_new(site: Site) -> None:
    first = get(site.url("/kept"))
    assert isinstance(first, Response)
    again = get(site.url("/kept"), etag=first.headers["etag"])
    assert isinstance(again, Response)
    assert (first.status, again.status) == (200, 304)


def test_statuses_are_answers(site: Site) -> None:
    answer = get(site.url("/nothing"))
    assert isinstance(answer, Response)
    assert answer.status == 404


@pytest.mark.parametrize(
    ("path", "expected"), [("/round", "too-many-redirects"), ("/inside", "not-public"), ("/script", "bad-address")]
)
def test_redirects_that_lead_astray_are_refused(site: Site, path: str, expected: str) -> None:
    assert reason(get(site.url(path))) == expected


def test_five_redirects_are_followed_and_six_are_not(site: Site) -> None:
    for number in range(6):
        site.say(f"/step{number}", status=302, Location=f"/step{number + 1}")
    site.say("/step6", "arrived")
    assert body(get(site.url("/step1"))) == b"arrived"
    assert reason(get(site.url("/step0"))) == "too-many-redirects"


def test_loopback_is_refused_unless_it_is_allowed(site: Site) -> None:
    assert reason(ask(Request(site.url("/agent")), allowed=())[0]) == "not-public"


def test_a_server_that_hangs_is_left(site: Site) -> None:
    assert reason(ask(Request(site.url("/stuck")), total_seconds=0.3)[0]) == "timeout"


def test_connections_and_robots_txt_outlive_a_batch(site: Site, session_house: Settings) -> None:
    site.asked.clear()
    for _ in range(2):
        fetch_all([Request(site.url("/agent"), is_page=True), Request(site.url("/port"))])
    ports = {answer.body for _, answer in fetch_each([Request(site.url("/port"))] * 6) if isinstance(answer, Response)}
    assert site.asked["/robots.txt"] == 1
    assert len(ports) <= 2


MANY = """
import resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (64, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
from octavo.core.types import Request
from octavo.fetch import fetch_all
print({getattr(answer, "status", answer) for answer in fetch_all(list(map(Request, sys.stdin.read().split())))})
"""


def test_more_connections_wait_open_than_a_program_usually_may_open_files(site: Site, tmp_path: Path) -> None:
    site.say("/here", "here")
    urls = " ".join(site.url("/here", f"h{number}.localhost") for number in range(200))
    environment = os.environ | {"OCTAVO_ALLOW_NETWORKS": "127.0.0.0/8", "OCTAVO_DATA": str(tmp_path)}
    command = [sys.executable, "-c", MANY]
    ended = subprocess.run(command, input=urls, capture_output=True, text=True, env=environment, check=True)
    assert ended.stdout == "{200}\n"


def test_answers_come_in_order_or_as_they_arrive(site: Site, session_house: Settings) -> None:
    requests = [Request(site.url("/slow")), Request(site.url("/agent"))]
    assert [answer.url for answer in fetch_all(requests) if isinstance(answer, Response)] == [
        request.url for request in requests
    ]
    assert [position for position, _ in fetch_each(requests)] == [1, 0]


def test_other_settings_open_another_door(site: Site, session_house: Settings) -> None:
    settings.override(allow_networks="127.0.0.2/32")
    try:
        assert reason(fetch_once(Request(site.url("/agent")))) == "not-public"
    finally:
        settings.override(allow_networks="127.0.0.0/8")
    assert isinstance(fetch_once(Request(site.url("/agent"))), Response)
