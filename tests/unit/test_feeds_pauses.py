"""The pauses that feeds ask for."""

import pytest

from octavo.core.types import ParsedFeed
from octavo.feeds import parse

RSS = (
    '<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>The Elster Post</title>'
    "{}<item><title>The bridge opens</title><link>https://post.example/1</link></item></channel></rss>"
)


def read(said: str) -> ParsedFeed:
    feed = parse(RSS.format(said).encode(), "https://post.example/rss", "application/rss+xml")
    assert isinstance(feed, ParsedFeed)
    return feed


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("<ttl>20</ttl>", 1_200),
        (f"<ttl>000000001{'9' * 5_000}</ttl>", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1_800),
        ("<sy:updatePeriod>\n\thourly\t</sy:updatePeriod><sy:updateFrequency>\n\t1\t</sy:updateFrequency>", 3_600),
        ("<sy:updatePeriod>weekly</sy:updatePeriod>", 604_800),
        ("<sy:updateFrequency>4</sy:updateFrequency>", 21_600),
        ("<ttl>20</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 1_200),
        ("<sy:updatePeriod>whenever</sy:updatePeriod>", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 3_600),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>999999</sy:updateFrequency>", None),
        ("", None),
    ],
)
def test_the_pause_between_polls(said: str, seconds: int | None) -> None:
    assert read(said).ttl_seconds == seconds


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("<skipDays><day>Saturday</day><day> sunday </day></skipDays>", (5, 6)),
        ("<skipDays><day>Someday</day></skipDays>", ()),
        (
            "<skipDays>"
            + "".join(f"<day>{day}</day>" for day in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
            + "</skipDays>",
            (),
        ),
        ("", ()),
    ],
)
def test_days_to_skip(said: str, days: tuple[int, ...]) -> None:
    assert read(said).skip_days == days
