"""What the door makes of bodies: packed, endless, broken off."""

import asyncio
import gzip
import zlib
from collections.abc import Callable, Iterator
from functools import partial

import brotli
import psutil
import pytest
from backports import zstd

from octavo.config.settings import Settings
from octavo.core.types import Refusal, Request, Response
from octavo.fetch import constants, fetch_each
from octavo.fetch.reading import Reader
from tests.integration.doors import ask, body, get, reason
from tests.integration.sites import RawSite

TEXT = b"".join(b"line %d of the paper\n" % number for number in range(3_000))
PACKED = {"gzip": gzip.compress(TEXT), "br": brotli.compress(TEXT), "zstd": zstd.compress(TEXT)}
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "br": partial(brotli.compress, quality=1),
    "zstd": zstd.compress,
    "deflate": zlib.compress,
}
MEGABYTE = 1024 * 1024


def answer(body: bytes, *headers: str, length: int | None = None, status: str = "200 OK") -> bytes:
    """Return an answer as bytes; a `length` other than the body's is a lie."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


async def endlessly(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"x" * 65536)
        await writer.drain()


async def drip(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


@pytest.fixture(scope="module")
def raw() -> Iterator[RawSite]:
    site = RawSite()
    for coding, packed in PACKED.items():
        site.answers[f"/{coding}"] = answer(packed, f"Content-Encoding: {coding}")
        site.answers[f"/{coding}-cut"] = answer(packed[: len(packed) // 2], f"Content-Encoding: {coding}")
    for coding, pack in PACKERS.items():
        site.answers[f"/{coding}-bomb"] = answer(pack(b"\0" * 100 * MEGABYTE), f"Content-Encoding: {coding}")
    site.answers |= {
        "/long-length": answer(TEXT, length=len(TEXT) + 1),
        "/short-length": answer(TEXT, length=10_000),
        "/not-modified": answer(b"text", status="304 Not Modified"),
        "/no-content": answer(b"text", status="204 No Content"),
        "/after-last-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwhat\r\n0\r\n\r\nmore",
        "/no-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly this\r\nZZ\r\nmore",
        "/cut-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nonly this",
        "/no-last-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwhat\r\n",
        "/to-the-end": b"HTTP/1.1 200 OK\r\n\r\n" + TEXT,
        "/endless": b"HTTP/1.1 200 OK\r\n\r\n",
        "/drip": b"HTTP/1.1 200 OK\r\n\r\n",
        "/declared": answer(b"", length=constants.BODY_LIMIT_BYTES + 1),
        "/full": answer(b"x" * constants.BODY_LIMIT_BYTES),
        "/not-gzip": answer(b"not gzip at all", "Content-Encoding: gzip"),
        "/mislabelled": answer(TEXT, "Content-Encoding: utf-8"),
        "/no-http": b"SSH-2.0-OpenSSH_9.2\r\n",
        "/two-lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nwhat",
        "/long-header": answer(b"", f"X-Long: {'x' * 100_000}"),
        "/twenty-kilobytes": answer(b"fine", f"Content-Security-Policy: {'x' * 20_000}"),
        "/nothing": b"",
    }
    site.then = {"/endless": endlessly, "/drip": drip}
    with site.serving():
        yield site


@pytest.mark.parametrize("coding", PACKED)
def test_packed_bodies_are_unpacked(raw: RawSite, coding: str) -> None:
    assert body(get(raw.url(f"/{coding}"))) == TEXT


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/gzip-cut", "broken-body"),
        ("/br-cut", "broken-body"),
        ("/zstd-cut", "broken-body"),
        ("/not-gzip", "broken-body"),
        ("/long-length", "broken-body"),
        ("/cut-chunk", "broken-body"),
        ("/no-last-chunk", "broken-body"),
        ("/gzip-bomb", "too-large"),
        ("/br-bomb", "too-large"),
        ("/zstd-bomb", "too-large"),
        ("/deflate-bomb", "too-large"),
        ("/endless", "too-large"),
        ("/no-chunk", "broken-body"),
        ("/no-http", "broken-answer"),
        ("/two-lengths", "broken-answer"),
        ("/long-header", "broken-answer"),
        ("/nothing", "broken-connection"),
        ("/reset", "broken-connection"),
    ],
)
def test_what_goes_wrong_is_a_refusal_with_its_reason(raw: RawSite, path: str, expected: str) -> None:
    assert reason(get(raw.url(path))) == expected


def test_a_page_that_says_it_is_too_large_is_not_read(raw: RawSite) -> None:
    raw.answers["/robots.txt"] = answer(b"", status="404 Not Found")
    assert reason(get(raw.url("/declared"), is_page=True)) == "too-large"


@pytest.mark.parametrize("end", ["</html>", "</HTML >\n"])
def test_a_page_that_ends_as_pages_do_is_whole_whatever_was_promised(raw: RawSite, end: str) -> None:
    raw.answers["/robots.txt"] = answer(b"", status="404 Not Found")
    page, packed = f"<html><p>Fog.{end}".encode(), gzip.compress(f"<html><p>Fog.{end}".encode())
    raw.answers["/whole"] = answer(page, length=len(page) + 9)
    raw.answers["/packed"] = answer(packed, "Content-Encoding: gzip", length=len(packed) + 9)
    raw.answers["/cut"] = answer(page[:-3], length=len(page))
    assert body(get(raw.url("/whole"), is_page=True)) == page
    assert body(get(raw.url("/packed"), is_page=True)) == page
    assert reason(get(raw.url("/cut"), is_page=True)) == "broken-body"
    assert reason(get(raw.url("/whole"))) == "broken-body"


@pytest.mark.parametrize("path", ["/long-length", "/gzip-cut", "/br-cut", "/beyond", "/cut-chunk", "/no-chunk"])
def test_what_came_before_it_went_wrong_is_told(raw: RawSite, path: str) -> None:
    raw.answers["/beyond"] = answer(TEXT + b"x" * constants.BODY_LIMIT_BYTES)
    refused = get(raw.url(path))
    assert isinstance(refused, Refusal)
    assert refused.body[:9] in (b"line 0 of", b"only this")
    assert len(refused.body) <= constants.BODY_LIMIT_BYTES
    assert "line 0" not in repr(refused)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/short-length", (200, TEXT[:10_000])),
        ("/not-modified", (304, b"")),
        ("/no-content", (204, b"")),
        ("/after-last-chunk", (200, b"what")),
    ],
)
def test_what_goes_beyond_what_was_said_costs_nothing_else(
    raw: RawSite, path: str, expected: tuple[int, bytes]
) -> None:
    got = get(raw.url(path))
    assert isinstance(got, Response), got
    assert (got.status, got.body) == expected


def test_what_is_whole_arrives_whole(raw: RawSite) -> None:
    assert body(get(raw.url("/to-the-end"))) == TEXT
    assert body(get(raw.url("/mislabelled"))) == TEXT
    assert body(get(raw.url("/twenty-kilobytes"))) == b"fine"
    assert len(body(get(raw.url("/full")))) == constants.BODY_LIMIT_BYTES


def test_a_body_that_drips_is_left(raw: RawSite) -> None:
    assert reason(ask(Request(raw.url("/drip")), total_seconds=0.5)[0]) == "timeout"


def test_bombs_take_no_memory(raw: RawSite) -> None:
    process = psutil.Process()
    ask(Request(raw.url("/gzip-bomb")))
    before = process.memory_info().rss
    for coding in PACKERS:
        ask(*[Request(raw.url(f"/{coding}-bomb"))] * 2)
    assert process.memory_info().rss - before < 60 * MEGABYTE


def test_few_large_bodies_are_held_at_a_time(
    raw: RawSite, session_house: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: set[Reader] = set()
    make_room = Reader._make_room

    async def noted(self: Reader, size_bytes: int) -> None:
        await make_room(self, size_bytes)
        if size_bytes > constants.LARGE_BYTES:
            reading.add(self)

    monkeypatch.setattr(Reader, "_make_room", noted)
    count = 0
    for _, full in fetch_each([Request(raw.url("/full"))] * 12):
        assert len(body(full)) == constants.BODY_LIMIT_BYTES
        count += 1
        assert len(reading) - count < constants.LARGE_COUNT + 1
    assert (count, len(reading)) == (12, 12)
