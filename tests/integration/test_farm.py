"""The demo web over real HTTP, and the faults that a test switches on."""

import asyncio
import http.client
from collections.abc import Iterator
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urlsplit

import pytest

from tests.farm import Farm, Fault, truths

NOW = datetime(2026, 6, 24, 12, 30, tzinfo=UTC)
PAGE = "https://harbour-courier.example/"
FEED = "https://harbour-courier.example/feeds/news.xml"


@pytest.fixture(name="farm", scope="module")
def running_farm() -> Iterator[Farm]:
    with Farm(NOW) as farm:
        yield farm


@pytest.fixture(autouse=True)
def without_faults(farm: Farm) -> Iterator[None]:
    yield
    farm.faults.clear()


def get(farm: Farm, published: str, **headers: str) -> http.client.HTTPResponse:
    """Ask as a browser would that knows `.localhost` to be this machine (RFC 6761, 6.3)."""
    parts = urlsplit(farm.url(published))
    connection = http.client.HTTPConnection("127.0.0.1", farm.port, timeout=10)
    try:
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request("GET", target, headers={"host": parts.netloc, **headers})
        answer = connection.getresponse()
        answer.read()
        return answer
    finally:
        connection.close()


def test_every_article_is_served(farm: Farm) -> None:
    addresses = truths(NOW)
    assert {farm.url(url) for url in addresses} == truths(NOW, farm.address).keys()
    assert all(farm.published(farm.url(url)) == url for url in addresses)
    statuses = {get(farm, url).status for url, truth in addresses.items() if truth.has_page}
    assert statuses == {200}


def test_conditional_requests_reach_the_web(farm: Farm) -> None:
    first = get(farm, FEED)
    assert first.headers["content-type"].startswith("application/rss+xml")
    assert get(farm, FEED, **{"if-none-match": first.headers["etag"]}).status == 304
    assert get(farm, FEED, **{"if-modified-since": first.headers["last-modified"]}).status == 304


def test_unknown_host_is_refused(farm: Farm) -> None:
    assert get(farm, "https://nowhere.example/").status == 421


def test_status_and_retry_after(farm: Farm) -> None:
    farm.faults[PAGE] = Fault(status=503, retry_after="120")
    answer = get(farm, PAGE)
    assert (answer.status, answer.headers["retry-after"]) == (503, "120")
    farm.faults[PAGE] = Fault(status=410)
    assert get(farm, PAGE).status == 410
    farm.faults.clear()
    assert get(farm, PAGE).status == 200


def test_redirect(farm: Farm) -> None:
    farm.faults[PAGE] = Fault(redirect=farm.url(FEED))
    answer = get(farm, PAGE)
    assert (answer.status, answer.headers["location"]) == (302, farm.url(FEED))


def test_reset_connection(farm: Farm) -> None:
    farm.faults[PAGE] = Fault(reset=True)
    with pytest.raises(ConnectionError):
        get(farm, PAGE)


def test_delay_then_the_answer(farm: Farm) -> None:
    farm.faults[PAGE] = Fault(delay_seconds=0.3)
    start = monotonic()
    assert get(farm, PAGE).status == 200
    assert monotonic() - start >= 0.3


def test_counters(farm: Farm) -> None:
    page, host = "https://sundblatt.example/section/sport", "sundblatt.example"
    farm.faults[page] = Fault(delay_seconds=0.3)
    before = farm.hits[host, "/section/sport"]

    async def three() -> None:
        await asyncio.gather(*(asyncio.to_thread(get, farm, page) for _ in range(3)))

    asyncio.run(three())
    assert farm.hits[host, "/section/sport"] == before + 3
    assert farm.most_at_once[host] == 3
