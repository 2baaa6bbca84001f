"""robots.txt and tdmrep.json as anybody may write them."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.clock import utc_now
from octavo.core.types import Response
from octavo.fetch.constants import CRAWL_DELAY_LONGEST_SECONDS, ROBOTS_LIMIT_BYTES
from octavo.fetch.robots import Rules, _matches, _reserved, _rules

LINES = [
    "User-agent: Octavo", "user agent: *", "USER-AGENT:octavo/0.1 (news)", "Disallow: /a", "Allow: /a/b", "Disallow:",
    "Disallow: /*.pdf$", "Allow: /%EC%95", "Disallow: http://[", "Allow: //[", "Disallow: /%zz", "Crawl-delay: 5",
    "Crawl-delay: inf", "Crawl-delay: nan", "Crawl-delay: -5", "Crawl-delay: 1e400", "Crawl-delay: \u0663",
    "Request-rate: 1/0", "Request-rate: x/y z", "Visit-time: 9999-99999", ":", "# c", "disallow /x", "\x00",
]  # fmt: skip
URLS = ["https://a.example/", "https://a.example/a/b?x=[", "https://a.example/x.pdf", "https://a.example/%ec%95", ""]


def rules(body: bytes) -> Rules:
    return _rules(Response("https://a.example/robots.txt", 200, {}, body, utc_now()))[0]


@given(
    st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=20)), max_size=12),
    st.sampled_from(["\n", "\r", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "latin-1"]),
)
def test_any_robots_txt_is_understood(lines: list[str], ending: str, encoding: str) -> None:
    found = rules(ending.join(lines).encode(encoding, "replace"))
    assert {found.allow(url) for url in URLS} <= {True, False}
    assert 0 <= found.pause_seconds <= CRAWL_DELAY_LONGEST_SECONDS


def test_the_longest_match_decides_behind_a_mark_of_byte_order() -> None:
    found = rules(b"\xef\xbb\xbfUser-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /*.pdf$\nCrawl-delay: 3\n")
    paths = ("/a", "/a/b/c", "/z.pdf", "/z.pdf?x", "/")
    assert [found.allow(f"https://a.example{path}") for path in paths] == [False, True, False, True, True]
    assert found.pause_seconds == 3


@pytest.mark.parametrize("line", ["Disallow: /" + "*a" * 40 + "$\n", "User-agent: a\n", "\t", "user", "\r", "*a"])
def test_no_robots_txt_stalls_its_reader(line: str) -> None:
    began = process_time()
    found = rules((b"User-agent: *\nDisallow: /" + line.encode() * ROBOTS_LIMIT_BYTES)[:ROBOTS_LIMIT_BYTES])
    found.allow("https://a.example/" + "a" * 1_900)
    assert process_time() - began < 2


@given(st.text("/a*$.", max_size=10), st.text("/a.", max_size=10))
def test_any_location_of_a_reservation_is_matched_or_not(location: str, path: str) -> None:
    assert _matches(location, f"/{path}") in (True, False)


@pytest.mark.parametrize("body", [b"", b"null", b"[1, {}]", b'[{"location": null}]', b"\xff", b"[" * 100_000])
def test_any_tdmrep_json_is_understood(body: bytes) -> None:
    found, _ = _reserved(Response("https://a.example/", 200, {}, body, utc_now()))
    assert all(isinstance(rule, dict) for rule in found)
