"""The one HTTP door against a real server on loopback."""

import asyncio
import gzip
import threading
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from ipaddress import ip_network

import pytest
from aiohttp import web

from octavo.config import settings
from octavo.config.settings import Settings
from octavo.core.types import Refusal, Request, Response
from octavo.fetch import constants, fetch_all, fetch_each, fetch_once
from octavo.fetch.door import Door

LOOPBACK = (ip_network("127.0.0.0/8"),)


class Site:
    """A small site that can be kind and unkind; counts what it was asked."""

    def __init__(self) -> None:
        self.asked = Counter[str]()
        self.at_once = self.most_at_once = 0
        self.robots = "User-agent: *\nDisallow: /private/\n"
        self.port = 0

    def url(self, path: str) -> str:
        return f"http://paper.localhost:{self.port}{path}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked[request.path] += 1
        return await self._answer(request)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        match request.path.split("/")[1]:
            case "robots.txt":
                return web.Response(text=self.robots)
            case "port":
                assert request.transport is not None
                return web.Response(text=str(request.transport.get_extra_info("peername")[1]))
            case "agent":
                return web.Response(text=request.headers["User-Agent"])
            case "slow":
                self.at_once += 1
                self.most_at_once = max(self.most_at_once, self.at_once)
                await asyncio.sleep(0.05)
                self.at_once -= 1
                return web.Response(text="slow")
            case "stuck":
                await asyncio.sleep(2)
            case "round":
                raise web.HTTPFound("/round")
            case "moved":
                raise web.HTTPMovedPermanently("/agent")
            case "inside":
                raise web.HTTPFound("http://10.0.0.1/")
            case "bomb":
                body = gzip.compress(b"\0" * (constants.BODY_LIMIT_BYTES + 1))
                return web.Response(body=body, headers={"Content-Encoding": "gzip"})
            case "broken":
                return web.Response(body=b"not gzip at all", headers={"Content-Encoding": "gzip"})
            case "kept" if request.headers.get("If-None-Match") == '"one"':
                return web.Response(status=304)
            case "kept":
                return web.Response(text="kept", headers={"ETag": '"one"'})
        return web.Response(status=404, text="missing")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    site = Site()
    loop = asyncio.new_event_loop()

    async def serve() -> web.AppRunner:
        app = web.Application()
        app.router.add_route("GET", "/{path:.*}", site.answer)
        runner = web.AppRunner(app)
        await runner.setup()
        await (listening := web.TCPSite(runner, "127.0.0.1", 0)).start()
        assert listening._server is not None
        site.port = listening._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
        return runner

    runner = loop.run_until_complete(serve())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield site
    asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@asynccontextmanager
async def opened(**options: object) -> AsyncIterator[Door]:
    async with Door(allowed=LOOPBACK, page_pause_seconds=0, **options) as door:  # type: ignore[arg-type]
        yield door


def get(url: str, **options: object) -> Response | Refusal:
    async def run() -> Response | Refusal:
        async with opened() as door:
            return await door.get(Request(url, **options))  # type: ignore[arg-type]

    return asyncio.run(run())


def reason(answer: Response | Refusal) -> str:
    assert isinstance(answer, Refusal), answer
    return answer.reason


def test_it_names_itself_and_follows_redirects(site: Site) -> None:
    answer = get(site.url("/moved"))
    assert isinstance(answer, Response)
    assert answer.url == site.url("/agent")
    assert answer.body.decode() == constants.USER_AGENT


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
    ("path", "expected"),
    [
        ("/round", "too-many-redirects"),
        ("/inside", "not-public"),
        ("/bomb", "too-large"),
        ("/broken", "broken-body"),
    ],
)
def test_what_goes_wrong_is_a_refusal_with_its_reason(site: Site, path: str, expected: str) -> None:
    assert reason(get(site.url(path))) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://10.255.255.1/", "not-public"),
        ("http://[::1]:9/", "not-public"),
        ("http://2130706433/", "not-public"),
        ("http://0x7f.1/", "not-public"),
        ("http://0177.0.0.1/", "not-public"),
        ("ftp://paper.localhost/", "bad-address"),
        ("file:///etc/passwd", "bad-address"),
        ("http://user:word@paper.localhost/", "bad-address"),
        ("nonsense", "bad-address"),
        ("http://paper.localhost:1/", "refused-connection"),
    ],
)
def test_addresses_out_of_bounds_are_refused(url: str, expected: str) -> None:
    assert reason(get(url)) == expected


def test_loopback_is_refused_unless_it_is_allowed(site: Site) -> None:
    async def run() -> Response | Refusal:
        async with Door() as door:
            return await door.get(Request(site.url("/agent")))

    assert reason(asyncio.run(run())) == "not-public"


def test_a_server_that_hangs_is_left(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "TOTAL_SECONDS", 0.3)
    assert reason(get(site.url("/stuck"))) == "timeout"


def test_robots_txt_is_honoured_for_pages_and_asked_once(site: Site) -> None:
    site.asked.clear()

    async def run() -> list[Response | Refusal]:
        async with opened() as door:
            paths = ["/private/a", "/private/b", "/agent"]
            return await asyncio.gather(*(door.get(Request(site.url(path), is_page=True)) for path in paths))

    answers = asyncio.run(run())
    assert [reason(answer) for answer in answers[:2]] == ["robots", "robots"]
    assert isinstance(answers[2], Response)
    assert site.asked == {"/robots.txt": 1, "/agent": 1}


def test_no_more_than_two_requests_are_at_one_host(site: Site) -> None:
    site.most_at_once = 0

    async def run() -> None:
        async with opened(connections_count=2) as door:
            await asyncio.gather(*(door.get(Request(site.url("/slow"))) for _ in range(10)))

    asyncio.run(run())
    assert site.most_at_once == 2


def test_connections_and_robots_txt_outlive_a_batch(site: Site, session_house: Settings) -> None:
    site.asked.clear()
    for _ in range(2):
        fetch_all([Request(site.url("/agent"), is_page=True), Request(site.url("/port"))])
    ports = {answer.body for _, answer in fetch_each([Request(site.url("/port"))] * 6) if isinstance(answer, Response)}
    assert site.asked["/robots.txt"] == 1
    assert len(ports) <= 2


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
