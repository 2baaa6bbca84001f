"""What is asked of hubs, and what is believed of them."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest

from octavo.core.types import ParsedFeed
from octavo.fetch.websub import METHODS, Named, asking, is_signed, named
from octavo.sources.leases import Turn, is_ahead, turn

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
URL = "https://post.example/rss"
HUB, TOPIC = "https://hub.example/", "https://post.example/topic"
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("link", "feed", "expected"),
    [
        (f'<{HUB}>; rel="hub", <{TOPIC}>; rel="self"', ParsedFeed("rss"), Named(HUB, TOPIC)),
        (f"<{HUB}>;rel=hub,<{TOPIC}>;rel=self", ParsedFeed("rss"), Named(HUB, TOPIC)),
        (f'<{HUB}>; title="a, b; c"; REL="self hub"', ParsedFeed("rss"), Named(HUB, HUB)),
        ("", ParsedFeed("rss", hub=HUB, self_url=TOPIC), Named(HUB, TOPIC)),
        ("", ParsedFeed("rss", hub="/hub"), Named("https://post.example/hub", URL)),
        (f"<{HUB}>; rel=hub", ParsedFeed("rss", hub="https://other.example/"), Named(HUB, URL)),
        ("", ParsedFeed("rss", self_url=TOPIC), None),
        ("<javascript:alert(1)>; rel=hub", ParsedFeed("rss"), None),
        (f"<{HUB}{'x' * 2_000}>; rel=hub", ParsedFeed("rss"), None),
        ("<<<>>>;;;,,,=hub", ParsedFeed("rss"), None),
    ],
)
def test_what_a_feed_names(link: str, feed: ParsedFeed, expected: Named | None) -> None:
    assert named({"link": link}, feed, URL) == expected


def test_a_hostile_link_header_takes_no_time() -> None:
    assert named({"link": ", " * 16_000 + "<" * 16_000}, ParsedFeed("rss"), URL) is None


def test_what_a_hub_is_asked() -> None:
    request = asking("subscribe", Named(HUB, TOPIC), "https://news.example/push/t", "secret")
    assert (request.url, request.form) == (
        HUB,
        {
            "hub.mode": "subscribe",
            "hub.topic": TOPIC,
            "hub.callback": "https://news.example/push/t",
            "hub.secret": "secret",
            "hub.lease_seconds": "864000",
        },
    )
    assert "hub.secret" not in (asking("unsubscribe", Named(HUB, TOPIC), "c", "secret").form or {})


@pytest.mark.parametrize("method", METHODS)
def test_signatures_are_checked(method: str) -> None:
    digest = hmac.new(b"secret", b"news", getattr(hashlib, method)).hexdigest()
    assert is_signed(b"news", f"{method}={digest}", "secret")
    assert is_signed(b"news", f"{method.upper()}={digest.upper()}", "secret")
    assert not is_signed(b"other news", f"{method}={digest}", "secret")
    assert not is_signed(b"news", f"{method}={digest}", "other secret")
    assert not is_signed(b"news", f"{method}={digest[:-1]}", "secret")


@pytest.mark.parametrize("signature", ["", "sha1", "sha1=", "md5=x", "=", "sha256=é", "none=0", "sha3_256=00"])
def test_what_is_no_signature_fits_nothing(signature: str) -> None:
    assert not is_signed(b"news", signature, "secret")


@pytest.mark.parametrize(
    ("state", "asked", "expires", "expected"),
    [
        ("held", NOW - 1 * DAY, NOW + 9 * DAY, Turn.REST),
        ("held", NOW - 7 * DAY, NOW + 3 * DAY, Turn.ASK),
        ("held", NOW - timedelta(minutes=5), NOW + timedelta(minutes=1), Turn.REST),
        ("held", NOW - timedelta(minutes=15), NOW + timedelta(minutes=5), Turn.ASK),
        ("held", NOW - timedelta(minutes=5), NOW - timedelta(minutes=1), Turn.ASK),
        ("held", NOW - timedelta(hours=2), NOW - timedelta(hours=3), Turn.ASK),
        ("held", NOW - timedelta(hours=1), NOW - timedelta(hours=3), Turn.REST),
        ("held", NOW - DAY / 2, NOW - 30 * DAY, Turn.REST),
        ("held", NOW - DAY, NOW - 30 * DAY, Turn.ASK),
        ("asked", NOW - timedelta(hours=1), None, Turn.REST),
        ("asked", NOW - DAY, None, Turn.ASK),
        ("denied", NOW - DAY, None, Turn.REST),
        ("denied", NOW - 7 * DAY, None, Turn.ASK),
        ("ending", NOW - timedelta(minutes=5), NOW + DAY, Turn.REST),
        ("ending", NOW - timedelta(hours=1), NOW + DAY, Turn.FORGET),
    ],
)
def test_when_a_lease_needs_something(state: str, asked: datetime, expires: datetime | None, expected: Turn) -> None:
    assert turn(state, asked, expires, NOW) is expected


def test_a_hub_is_relied_upon_once_it_has_told_of_what_is_newest() -> None:
    assert not is_ahead(None, NOW)
    assert is_ahead(NOW, NOW + timedelta(minutes=1))
    assert not is_ahead(NOW, NOW + timedelta(hours=1))
