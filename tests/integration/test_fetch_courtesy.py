"""Courtesy: turns at hosts, across processes too; robots.txt; reservations; rest where a host asks for it."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from aiohttp import web

from octavo.core.types import Refusal, Request, Response
from octavo.fetch import constants
from octavo.fetch.door import Door
from octavo.fetch.turns import Turns
from tests.integration.doors import ask, body, opened, reason
from tests.integration.sites import Site


async def slow(_: web.Request) -> web.Response:
    await asyncio.sleep(0.05)
    return web.Response(text="slow")


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    site.pages["/slow"] = slow
    site.say("/page", "a page")
    with site.serving():
        yield site


def page(site: Site, path: str = "/page", host: str = "paper.localhost") -> Request:
    return Request(site.url(path, host), is_page=True)


async def all_at_once(door: Door, requests: list[Request]) -> list[Response | Refusal]:
    return await asyncio.gather(*map(door.get, requests))


def test_no_more_than_two_requests_are_at_one_host(site: Site) -> None:
    async def run() -> None:
        async with opened(connections_count=2) as door:
            await all_at_once(door, [Request(site.url("/slow"))] * 10)

    asyncio.run(run())
    assert site.most_at_once == 2


def test_hosts_do_not_wait_for_one_another(site: Site) -> None:
    async def run() -> float:
        async with opened(page_pause_seconds=5) as door:
            began = time.monotonic()
            await all_at_once(door, [page(site, host=f"paper{number}.localhost") for number in range(20)])
            return time.monotonic() - began

    assert asyncio.run(run()) < 4


def test_pages_of_a_host_keep_a_pause_and_feeds_do_not_wait_for_them(site: Site) -> None:
    async def run() -> list[float]:
        async with opened(page_pause_seconds=0.2) as door:
            began = time.monotonic()
            feeds = asyncio.create_task(all_at_once(door, [Request(site.url("/slow"))] * 2))
            pages = asyncio.create_task(all_at_once(door, [page(site)] * 4))
            await feeds
            fed = time.monotonic() - began
            await pages
            return [fed, time.monotonic() - began]

    fed, paged = asyncio.run(run())
    assert fed < 0.4
    assert paged >= 0.6


CLIENT = """
import asyncio, sys
from ipaddress import ip_network
from itertools import pairwise
from pathlib import Path
from octavo.core.types import Request, Response
from octavo.fetch.door import Door

async def run():
    async with Door(allowed=(ip_network("127.0.0.0/8"),), page_pause_seconds=0.1, turns_file=Path(sys.argv[1])) as door:
        requests = [Request(url, is_page="page" in url) for url in sys.argv[2:]]
        answers = await asyncio.gather(*map(door.get, requests))
        assert all(isinstance(answer, Response) for answer in answers), answers
        await asyncio.sleep(0.2)

asyncio.run(run())
"""


def test_processes_of_a_house_take_turns(site: Site, tmp_path: Path) -> None:
    moments: list[float] = []

    async def noted(_: web.Request) -> web.Response:
        moments.append(time.monotonic())
        return web.Response()

    site.pages["/noted-page"] = noted
    urls = [site.url("/slow")] * 10 + [site.url("/noted-page")] * 5
    command = [sys.executable, "-c", CLIENT, str(tmp_path / "turns"), *urls]
    processes = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert site.asked["/slow"] == 30
    assert site.most_at_once == 2
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    assert min(pauses) > 0.05


def test_a_process_that_dies_leaves_its_turn(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "turns"
    holding = [sys.executable, "-c", CLIENT, str(file), *[site.url("/never")] * 2]

    async def never(_: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    site.pages["/never"] = never
    process = subprocess.Popen(holding, stderr=subprocess.DEVNULL)
    while site.at_once < 2:
        time.sleep(0.05)
    process.kill()
    process.wait()
    assert body(ask(Request(site.url("/page")), turns_file=file)[0]) == b"a page"


def robots(site: Site, text: str, status: int = 200, **headers: str) -> str:
    """Return what a page gets where robots.txt answers so: its text, or the reason why it is not read."""
    site.say("/robots.txt", text, status, **headers)
    answer = ask(page(site))[0]
    return answer.body.decode() if isinstance(answer, Response) else answer.reason


FORBIDDEN = "User-agent: Octavo\nDisallow: /page"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (200, "robots"),
        (203, "robots"),
        (404, "a page"),
        (403, "a page"),
        (410, "a page"),
        (429, "robots-unreachable"),
        (500, "robots-unreachable"),
        (503, "robots-unreachable"),
    ],
)
def test_robots_txt_is_understood_by_its_status(site: Site, status: int, expected: str) -> None:
    assert robots(site, FORBIDDEN, status) == expected


def test_why_robots_txt_cannot_be_read_is_told() -> None:
    (answer,) = ask(Request("http://paper.localhost:9/page", is_page=True), allowed=())
    assert isinstance(answer, Refusal)
    assert (answer.reason, "the address is not public" in answer.detail) == ("robots-unreachable", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("User-agent: *\nDisallow: /", "robots"),
        ("User-agent: *\nDisallow: /\nAllow: /page$", "a page"),
        ("User-agent: *\nDisallow: /\n\nUser-agent: octavo\nAllow: /", "a page"),
        ("User-agent: *\nDisallow:", "a page"),
        ("User-agent: Octavo/0.1 (self-hosted news reader)\nDisallow: /", "robots"),
        ("User-agent: Octavo/0.1\nUser-agent: Other\nDisallow: /page", "robots"),
        ("User-agent: OctavoOther\nDisallow: /", "a page"),
        ("\ufeffUser-agent: *\nDisallow: /", "robots"),
        ("<html>no rules here</html>", "a page"),
        ("User-agent: *\nDisallow: /other\n" + "# padding\n" * 40_000 + "Disallow: /\n", "robots"),
        ("User-agent: *\nDisallow: /other\n" + "# padding\n" * 60_000 + "Disallow: /\n", "a page"),
    ],
)
def test_rules_are_kept(site: Site, text: str, expected: str) -> None:
    assert robots(site, text) == expected


def test_no_robots_txt_stalls_the_door(site: Site) -> None:
    began = time.process_time()
    assert robots(site, "\n" * 400_000 + "User-agent: *\nDisallow: /") == "robots"
    assert time.process_time() - began < 5


def test_robots_txt_may_redirect_and_a_lost_one_is_missing(site: Site) -> None:
    site.say("/rules", FORBIDDEN)
    assert robots(site, "", 301, Location="/rules") == "robots"
    assert robots(site, "", 301, Location="/robots.txt") == "a page"


def test_robots_txt_is_asked_once_and_feeds_do_not_ask(site: Site) -> None:
    async def run() -> list[Response | Refusal]:
        async with opened() as door:
            await door.get(Request(site.url("/page")))
            assert site.asked == {"/page": 1}
            site.asked.clear()
            return await all_at_once(door, [page(site, "/private/a"), page(site, "/private/b"), page(site)])

    site.say("/robots.txt", "User-agent: *\nDisallow: /private/")
    answers = asyncio.run(run())
    assert [reason(answer) for answer in answers[:2]] == ["robots", "robots"]
    assert isinstance(answers[2], Response)
    assert site.asked == {"/robots.txt": 1, "/page": 1, "/.well-known/tdmrep.json": 1}


def test_a_page_that_redirects_obeys_the_other_hosts_rules(site: Site) -> None:
    site.say("/robots.txt", "User-agent: *\nDisallow: /kept-out")
    site.say("/kept-out", "secret")
    site.say("/lead", status=302, Location=site.url("/kept-out", "other.localhost"))
    assert reason(ask(page(site, "/lead"))[0]) == "robots"


def test_a_crawl_delay_is_kept_within_reason(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> float:
        async with opened() as door:
            began = time.monotonic()
            await all_at_once(door, [page(site)] * 3)
            return time.monotonic() - began

    site.say("/robots.txt", "User-agent: *\nCrawl-delay: 0.3")
    assert 0.6 <= asyncio.run(run()) < 5
    monkeypatch.setattr("octavo.fetch.robots.CRAWL_DELAY_LONGEST_SECONDS", 0.1)
    site.say("/robots.txt", "User-agent: *\nCrawl-delay: 86400")
    assert 0.2 <= asyncio.run(run()) < 5


@pytest.mark.parametrize(
    ("file", "headers", "expected"),
    [
        ('[{"location": "/page", "tdm-reservation": 1, "tdm-policy": "https://paper.example/terms"}]', {}, "1"),
        ('[{"location": "/free*", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]', {}, "1"),
        ('[{"location": "/pa*e$", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]', {}, "0"),
        ('[{"location": "/p$", "tdm-reservation": 1}]', {}, ""),
        ('[{"location": "/", "tdm-reservation": 0}]', {"tdm_reservation": "1"}, "1"),
        ('\ufeff[{"location": "/", "tdm-reservation": 1}]', {}, "1"),
        ('{"location": "/", "tdm-reservation": 1}', {}, "1"),
        ("{not json", {}, ""),
        ('{"location": "/"}', {}, ""),
        ('["/", 1, null]', {}, ""),
    ],
)
def test_reservations_of_a_site_are_told_with_its_pages(
    site: Site, file: str, headers: dict[str, str], expected: str
) -> None:
    site.say("/page", "a page", 200, **headers)
    site.say("/.well-known/tdmrep.json", file)
    answer = ask(page(site))[0]
    assert isinstance(answer, Response)
    assert answer.headers.get("tdm-reservation", "") == expected


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_for_rest_gets_it(site: Site, status: int) -> None:
    site.say("/busy", status=status, Retry_After="120")
    busy, refused, other = ask(
        Request(site.url("/busy")), Request(site.url("/page")), Request(site.url("/page", "other.localhost"))
    )
    assert isinstance(busy, Response)
    assert busy.status == status
    assert isinstance(refused, Refusal)
    assert refused.reason == "host-rests"
    assert refused.after_seconds == pytest.approx(120, abs=5)
    assert body(other) == b"a page"
    assert site.asked["/page"] == 1


def test_a_rest_ends(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "REST_LONGEST_SECONDS", 0.0)
    site.say("/busy", status=503, Retry_After="999999")
    assert body(ask(Request(site.url("/busy")), Request(site.url("/page")))[1]) == b"a page"


def test_another_service_on_the_same_machine_need_not_rest(site: Site) -> None:
    site.say("/busy", status=503, Retry_After="120")
    with Site().serving() as other:
        other.say("/page", "a page")
        first, second = ask(Request(site.url("/busy")), Request(other.url("/page")))
        assert body(second) == b"a page"
    assert isinstance(first, Response)
    assert first.status == 503


def test_a_rest_that_one_process_was_asked_for_holds_for_all(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "turns"
    site.say("/busy", status=429, Retry_After="120")
    subprocess.run([sys.executable, "-c", CLIENT, str(file), site.url("/busy")], check=True, timeout=60)
    refused, other = ask(Request(site.url("/page")), Request(site.url("/page", "other.localhost")), turns_file=file)
    assert isinstance(refused, Refusal)
    assert refused.reason == "host-rests"
    assert refused.after_seconds == pytest.approx(110, abs=15)
    assert body(other) == b"a page"
    assert body(ask(Request(site.url("/page")), turns_file=tmp_path / "another")[0]) == b"a page"


def test_a_rest_noted_by_a_wrong_clock_is_no_longer_than_any_other(tmp_path: Path) -> None:
    turns = Turns(2, 0.0, tmp_path / "turns")
    turns._places.note_rest("paper.localhost", time.time() + 10**9)
    assert turns.rest_seconds("paper.localhost") == constants.REST_LONGEST_SECONDS
    turns._places.note_rest("paper.localhost", time.time() - 1)
    assert turns.rest_seconds("paper.localhost") == 0.0
    turns.close()


@pytest.mark.parametrize("content_type", ["audio/mpeg", "video/mp4", "application/pdf", "IMAGE/PNG; x=y"])
def test_what_is_no_page_is_not_read_as_one(site: Site, content_type: str) -> None:
    site.say("/episode", "x" * 1_000, Content_Type=content_type)
    asked, page_asked = ask(Request(site.url("/episode")), page(site, "/episode"))
    assert len(body(asked)) == 1_000
    assert reason(page_asked) == "not-a-page"


def test_headers_of_one_name_are_one_list(site: Site) -> None:
    async def marked(_: web.Request) -> web.Response:
        answer = web.Response()
        answer.headers.add("X-Robots-Tag", "noarchive")
        answer.headers.add("X-Robots-Tag", "noai")
        return answer

    site.pages["/marked"] = marked
    answer = ask(page(site, "/marked"))[0]
    assert isinstance(answer, Response)
    assert answer.headers["x-robots-tag"] == "noarchive, noai"


def test_what_is_known_of_sites_stays_small(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("octavo.fetch.robots.ROBOTS_KEPT_BYTES", 30_000)
    site.say("/robots.txt", "User-agent: *\nDisallow: /private/\n" + "# padding\n" * 1_000)

    async def run() -> None:
        async with opened() as door:
            for _ in range(2):
                for number in range(6):
                    await door.get(page(site, host=f"paper{number}.localhost"))
            robots = door._robots
            assert len(robots._known) <= 4
            assert robots._size_bytes == sum(known.size_bytes for known in robots._known.values())

    asyncio.run(run())
    assert site.asked["/robots.txt"] == 12


def test_a_host_with_a_dot_at_the_end_is_the_same_host(site: Site) -> None:
    async def run() -> None:
        async with opened(connections_count=2) as door:
            urls = [site.url("/slow", host) for host in ("paper.localhost", "paper.localhost.", "PAPER.localhost")]
            await all_at_once(door, [Request(url) for url in urls * 4])

    asyncio.run(run())
    assert site.most_at_once == 2


def test_a_file_that_cannot_be_locked_leaves_each_process_to_itself(site: Site, tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "nowhere" / "turns"):
        assert body(ask(page(site), turns_file=file)[0]) == b"a page"
