"""What is whole comes out of feeds that are not, and entries without identity keep theirs."""

import pytest

from octavo.core.types import ParsedFeed
from octavo.feeds import parse


def titles(body: bytes) -> list[str]:
    feed = parse(body, "https://post.example/rss")
    assert isinstance(feed, ParsedFeed), feed
    return [entry.title for entry in feed.entries]


def keys(*items: str) -> list[str]:
    feed = parse(f"<rss><channel><title>P</title>{''.join(items)}</channel></rss>".encode())
    assert isinstance(feed, ParsedFeed)
    return [entry.key for entry in feed.entries]


TRAIN = "<rss><channel><title>Post</title><item><title>Zug hält</title><guid>1</guid></item></channel></rss>"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("declaration", ["", "<?xml version='1.0' encoding='UTF-16'?>"])
def test_wide_encodings_with_and_without_a_mark(encoding: str, declaration: str) -> None:
    assert titles((declaration + TRAIN).encode(encoding)) == ["Zug hält"]


@pytest.mark.parametrize(
    "body",
    [
        b"<rss><channel><item><title>One<item><title>Two</title>",
        b"<rss><channel><item><title>One</title><item><title>Two</title></channel></rss>",
        b"<rss><channel><item><title>One<link>https://a.example/</item><item><title>Two</item></channel></rss>",
        b"<rss><channel></link><item><title>One</title></guid></item></title><item><title>Two</title></item>",
    ],
)
def test_elements_that_nobody_closed(body: bytes) -> None:
    assert titles(body) == ["One", "Two"]


def test_endless_nesting_leaves_the_other_entries() -> None:
    deep = b"<item><title>Deep</title><description>" + b"<b>" * 20_000 + b"bottom</description></item>"
    feed = parse(b"<rss><channel>" + deep + b"<item><title>Next &</title></item></channel></rss>")
    assert isinstance(feed, ParsedFeed)
    assert [entry.title for entry in feed.entries] == ["Deep", "Next &"]
    assert "bottom" in feed.entries[0].summary
    assert feed.entries[0].summary.count("<b>") < 300


def test_an_entry_without_id_and_link_keeps_its_key_when_its_text_changes() -> None:
    first, second = (
        keys(f"<item><title>Ferry opens</title><description>{n} minutes ago</description></item>") for n in (1, 2)
    )
    assert first == second


def test_entries_of_one_title_are_told_apart_and_the_same_again_is_not() -> None:
    item = "<item><title>Weather</title><description>{}</description></item>"
    assert len(set(keys(item.format("rain"), item.format("sun")))) == 2
    assert len(keys(item.format("rain"), item.format("rain"))) == 1
