"""WebSub with a hub on loopback that asks Octavo's own web server for its intent, and pushes."""

import asyncio
import hashlib
import hmac
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from aiohttp import ClientSession, web

from octavo.config import settings
from octavo.config.settings import Settings
from octavo.sources import constants as c
from tests.acceptance.processes import await_answer, free_port
from tests.integration.sites import Site
from tests.integration.test_polls import poll, rss

if TYPE_CHECKING:
    from octavo.sources.models import Feed, Lease


class Hub:
    """A hub at a site's /hub: verifies intent before it answers, unless it is told to deny; grants `lease_seconds`."""

    def __init__(self, site: Site) -> None:
        self.asked: list[dict[str, str]] = []
        self.verified: list[tuple[str, int, str]] = []
        """Mode, status and body of what the callback answered."""
        self.denies = False
        self.lease_seconds = 3600
        site.pages["/hub"] = self.answer

    async def answer(self, request: web.Request) -> web.Response:
        form = {name: values[0] for name, values in parse_qs((await request.read()).decode()).items()}
        self.asked.append(form)
        mode = "denied" if self.denies else form["hub.mode"]
        question = {"hub.mode": mode, "hub.topic": form["hub.topic"]}
        if self.denies:
            question["hub.reason"] = "not for you"
        else:
            question |= {"hub.challenge": "a <b>challenge</b>", "hub.lease_seconds": str(self.lease_seconds)}
        status, body = await self.question(form["hub.callback"], question)
        self.verified.append((mode, status, body))
        return web.Response(status=202)

    async def question(self, callback: str, question: dict[str, str]) -> tuple[int, str]:
        async with ClientSession() as session, session.get(callback, params=question) as answer:
            return answer.status, await answer.text()

    def push(self, body: str, method: str = "sha256", secret: str = "", *, in_pieces: bool = False) -> int:
        """Send `body` to the last callback, signed; return the status."""
        form = self.asked[-1]
        key = (secret or form["hub.secret"]).encode()
        digest = hmac.new(key, body.encode(), getattr(hashlib, method)).hexdigest()
        headers = {"X-Hub-Signature": f"{method}={digest}"}
        return self.send(form["hub.callback"], body, headers, in_pieces=in_pieces)

    def send(self, callback: str, body: str, headers: dict[str, str], *, in_pieces: bool = False) -> int:
        async def run() -> int:
            headers["Content-Type"] = "application/rss+xml"
            data = pieces(body.encode()) if in_pieces else BytesIO(body.encode())
            async with ClientSession() as session, session.post(callback, data=data, headers=headers) as answer:
                return answer.status

        return asyncio.run(run())


async def pieces(body: bytes) -> AsyncIterator[bytes]:
    """Yield a body as a sender does that tells no length before."""
    for start in range(0, len(body), 50_000):
        yield body[start : start + 50_000]


@pytest.fixture(scope="module")
def server(session_house: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of Octavo's own web server."""
    port, log = free_port(), tmp_path_factory.mktemp("web") / "log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "octavo.web.server", "127.0.0.1", str(port)]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, text=True)
    try:
        await_answer(f"http://127.0.0.1:{port}/healthz", process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture
def public_url(house: Settings, server: str) -> Iterator[str]:
    """The web server's address as Octavo's public one."""
    settings.override(public_url=server)
    yield server
    settings.withdraw("public_url")


@pytest.fixture
def hub(site: Site) -> Hub:
    return Hub(site)


@pytest.fixture
def feed(house: Settings, site: Site, hub: Hub) -> "Feed":
    from octavo.sources.store import keep_publisher, subscribe

    site.say("/rss", rss(1), Link=f'<{site.url("/hub")}>; rel="hub", <{site.url("/rss")}>; rel="self"')
    publisher = keep_publisher("The Elster Post", site.url("/"))
    return subscribe(site.url("/rss"), publisher, now())[0]


def now() -> datetime:
    return datetime.now(UTC)


def worked() -> None:
    from octavo.pipeline.queue import work

    work(["feeds"], until_empty=True)


def leased(feed: "Feed") -> "Lease":
    """Poll `feed`, let its hub be asked, and return the lease."""
    from octavo.sources.models import Lease

    poll(feed, now())
    worked()
    return Lease.objects.get()


def keys(feed: "Feed") -> set[str]:
    return set(feed.entries.values_list("title", flat=True))


def test_a_hub_that_is_named_is_asked_and_its_question_answered(
    public_url: str, feed: "Feed", hub: Hub, site: Site
) -> None:
    lease = leased(feed)
    (form,) = hub.asked
    assert form["hub.mode"] == "subscribe"
    assert form["hub.topic"] == site.url("/rss")
    assert form["hub.callback"].startswith(f"{public_url}/push/")
    assert len(form["hub.secret"]) >= 32
    assert hub.verified == [("subscribe", 200, "a <b>challenge</b>")]
    assert (lease.state, lease.last_error) == ("held", "")
    assert lease.expires is not None
    assert timedelta(minutes=59) < lease.expires - now() <= timedelta(hours=1)
    poll(feed, now())
    worked()
    assert len(hub.asked) == 1


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_what_a_hub_pushes_arrives(public_url: str, feed: "Feed", hub: Hub, method: str) -> None:
    lease = leased(feed)
    assert hub.push(rss(1, 2), method) == 202
    worked()
    assert keys(feed) == {"Entry 1", "Entry 2"}
    lease.refresh_from_db()
    assert lease.pushed is not None
    assert hub.push(rss(1, 2), method) == 202
    worked()
    assert feed.entries.count() == 2


def test_what_is_signed_wrongly_is_thanked_for_counted_and_ignored(public_url: str, feed: "Feed", hub: Hub) -> None:
    from octavo.pipeline.models import Refused

    leased(feed)
    callback = hub.asked[0]["hub.callback"]
    assert hub.push(rss(2), secret="guessed") == 202
    assert hub.send(callback, rss(3), {}) == 202
    assert hub.send(callback, rss(4), {"X-Hub-Signature": "md5=00"}) == 202
    worked()
    assert keys(feed) == {"Entry 1"}
    assert Refused.objects.get(stage="push").reason == "wrong-signature"
    assert hub.push(rss(2)) == 202
    assert not Refused.objects.filter(stage="push").exists()


def test_what_is_pushed_broken_is_counted(public_url: str, feed: "Feed", hub: Hub) -> None:
    from octavo.pipeline.models import Refused

    leased(feed)
    assert hub.push("no feed at all") == 202
    worked()
    assert Refused.objects.get(stage="push").feed_id == feed.pk


def test_a_push_that_only_tells_of_news_is_a_reason_to_poll(
    public_url: str, feed: "Feed", hub: Hub, site: Site
) -> None:
    leased(feed)
    site.say("/rss", rss(1, 2))
    assert hub.push("") == 202
    worked()
    assert keys(feed) == {"Entry 1", "Entry 2"}


def test_a_hub_that_is_named_no_more_is_left(public_url: str, feed: "Feed", hub: Hub, site: Site) -> None:
    from octavo.sources.models import Feed, Lease

    leased(feed)
    site.say("/rss", rss(1, 2))
    poll(Feed.objects.select_related("lease").get(), now())
    worked()
    assert hub.asked[-1]["hub.mode"] == "unsubscribe"
    assert not Lease.objects.exists()


def test_a_hub_that_has_moved_is_asked_where_it_is(public_url: str, feed: "Feed", hub: Hub, site: Site) -> None:
    site.pages["/hub/new"] = hub.answer
    site.say("/hub", status=301, Location="/hub/new")
    assert leased(feed).state == "held"


def test_a_lease_too_short_to_be_renewed_in_time_slows_no_polling(public_url: str, feed: "Feed", hub: Hub) -> None:
    hub.lease_seconds = 600
    leased(feed)
    hub.push(rss(1, 2))
    worked()
    feed.refresh_from_db()
    poll(feed, now())
    assert feed.interval_seconds < c.PUSHED_POLL_SECONDS / 2


@pytest.mark.parametrize("in_pieces", [False, True])
def test_a_push_too_large_is_answered_and_a_reason_to_poll(
    public_url: str, feed: "Feed", hub: Hub, site: Site, in_pieces: bool
) -> None:
    leased(feed)
    site.say("/rss", rss(1, 2))
    assert hub.push(rss(3) + " " * 8_000_000, in_pieces=in_pieces) == 202
    worked()
    assert keys(feed) == {"Entry 1", "Entry 2"}


def test_what_a_hub_pushes_in_pieces_arrives(public_url: str, feed: "Feed", hub: Hub) -> None:
    leased(feed)
    assert hub.push(rss(1, 2) + " " * 200_000, in_pieces=True) == 202
    worked()
    assert keys(feed) == {"Entry 1", "Entry 2"}


def test_a_large_push_for_which_there_is_no_lease_is_answered(public_url: str, house: Settings) -> None:
    callback = f"{public_url}/push/guessed"
    assert Hub(Site()).send(callback, " " * 8_000_000, {}) == 410


def test_polling_slows_down_while_the_hub_is_ahead_and_not_else(
    public_url: str, feed: "Feed", hub: Hub, site: Site
) -> None:
    leased(feed)
    poll(feed, now())
    assert feed.interval_seconds < c.PUSHED_POLL_SECONDS / 2
    hub.push(rss(1, 2))
    worked()
    poll(feed, now())
    assert feed.plan_reason == "its hub tells what is new"
    assert feed.interval_seconds == pytest.approx(c.PUSHED_POLL_SECONDS, rel=0.11)
    site.say("/rss", rss(1, 2, 3))
    poll(feed, now() + timedelta(hours=1, minutes=-5))
    assert feed.interval_seconds < c.PUSHED_POLL_SECONDS / 2


def test_a_lease_is_renewed_before_it_ends(public_url: str, feed: "Feed", hub: Hub) -> None:
    from octavo.pipeline import pushing

    lease = leased(feed)
    pushing.renew(now() + timedelta(minutes=30))
    worked()
    assert len(hub.asked) == 1
    hub.lease_seconds = 7200
    pushing.renew(now() + timedelta(minutes=50))
    worked()
    assert [form["hub.mode"] for form in hub.asked] == ["subscribe"] * 2
    assert len({form["hub.callback"] for form in hub.asked}) == 1
    lease.refresh_from_db()
    assert lease.expires is not None
    assert lease.expires - now() > timedelta(minutes=119)


def test_a_feed_that_is_retired_ends_its_lease(public_url: str, feed: "Feed", hub: Hub, site: Site) -> None:
    from octavo.sources.models import Lease

    leased(feed)
    site.say("/rss", status=410)
    poll(feed, now())
    assert feed.state == "gone"
    worked()
    assert hub.asked[-1]["hub.mode"] == "unsubscribe"
    assert hub.verified[-1] == ("unsubscribe", 200, "a <b>challenge</b>")
    assert not Lease.objects.exists()
    assert hub.send(hub.asked[0]["hub.callback"], rss(9), {}) == 410


def test_questions_that_octavo_did_not_raise_are_answered_with_no(
    public_url: str, feed: "Feed", hub: Hub, site: Site
) -> None:
    lease = leased(feed)
    callback, topic = hub.asked[0]["hub.callback"], site.url("/rss")
    for address, mode, about in (
        (callback, "unsubscribe", topic),
        (callback, "subscribe", "http://other.example/rss"),
        (callback, "publish", topic),
        (f"{public_url}/push/guessed", "subscribe", topic),
    ):
        question = {"hub.mode": mode, "hub.topic": about, "hub.challenge": "x"}
        assert asyncio.run(hub.question(address, question))[0] == 404
    lease.refresh_from_db()
    assert lease.state == "held"


def test_a_hub_that_denies_is_left_alone_and_polling_goes_on(public_url: str, feed: "Feed", hub: Hub) -> None:
    hub.denies = True
    lease = leased(feed)
    assert (lease.state, lease.last_error) == ("denied", "denied: not for you")
    assert hub.verified == [("denied", 200, "")]
    assert feed.interval_seconds <= c.FIRST_POLL_SECONDS * 1.1
    assert hub.push(rss(2)) == 410


def test_a_hub_that_denies_what_it_granted_is_left_alone_from_then_on(
    public_url: str, feed: "Feed", hub: Hub, site: Site
) -> None:
    from octavo.pipeline import pushing
    from octavo.sources.models import Lease

    lease = leased(feed)
    Lease.objects.update(asked=now() - timedelta(days=8))
    question = {"hub.mode": "denied", "hub.topic": site.url("/rss")}
    assert asyncio.run(hub.question(hub.asked[0]["hub.callback"], question)) == (200, "")
    pushing.renew(now())
    worked()
    assert len(hub.asked) == 1
    Lease.objects.update(state=Lease.State.ENDING)
    asyncio.run(hub.question(hub.asked[0]["hub.callback"], question))
    assert not Lease.objects.filter(pk=lease.pk).exists()


def test_a_hub_that_is_down_is_noted_and_polling_goes_on(public_url: str, feed: "Feed", site: Site) -> None:
    site.say("/hub", status=500)
    lease = leased(feed)
    assert (lease.state, lease.last_error) == ("asked", "the hub answered with status 500")
    assert feed.next_poll < now() + timedelta(hours=1)


def test_no_hub_is_asked_where_octavo_has_no_public_address(feed: "Feed", hub: Hub) -> None:
    from octavo.sources.models import Lease

    poll(feed, now())
    worked()
    assert hub.asked == []
    assert not Lease.objects.exists()


def test_a_hub_in_a_private_network_is_not_asked(public_url: str, feed: "Feed", site: Site) -> None:
    site.say("/rss", rss(1), Link='<http://10.0.0.1/hub>; rel="hub"')
    assert leased(feed).last_error.startswith("the address is not public")
