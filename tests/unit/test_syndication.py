"""Lists written as feeds."""

from datetime import UTC, datetime

from octavo.core.types import ParsedFeed
from octavo.core.xml import recovered
from octavo.feeds import parse
from octavo.syndication.feeds import Channel, Item, rss


def test_characters_that_xml_forbids_are_left_out() -> None:
    said = "Fähre\uffff \ufffe\x0b\x00\ud800öffnet"
    url = "https://post.example/de/story/1"
    item = Item(url, url, said, said, "de", datetime(2031, 6, 24, tzinfo=UTC), (said,), tags=(said,))
    body = rss(Channel(said, "de", f"{url}.rss", url), [item])
    assert recovered(body)[1]
    feed = parse(body)
    assert isinstance(feed, ParsedFeed)
    assert {feed.title, *(entry.title for entry in feed.entries)} == {"Fähre öffnet"}
