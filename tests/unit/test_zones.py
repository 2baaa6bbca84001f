"""Times that name no zone are those of the language's speakers, where these keep one time."""

from datetime import UTC, datetime, timedelta

import pytest

from octavo.core.languages import zone_of
from octavo.core.types import ParsedFeed
from octavo.extract import extract
from octavo.feeds import parse

HOURS = {
    "ko": 9,
    "ko-KR": 9,
    "ja": 9,
    "zh-TW": 8,
    "vi": 7,
    "th": 7,
    "hi": 5.5,
    "tr": 3,
    "en": 0,
    "es": 0,
    "ar": 0,
    "": 0,
}
NOON = datetime(2031, 6, 26, 12, 0, tzinfo=UTC)
ZONELESS = [
    "2031-06-26T12:00:00",
    "2031-06-26 12:00",
    "Thu, 26 Jun 2031 12:00:00",
    "2031.06.26 12:00",
    "2031년 6월 26일 12:00",
]
ZONED = ["2031-06-26T12:00:00Z", "Thu, 26 Jun 2031 12:00:00 GMT", "Thu, 26 Jun 2031 12:00:00 -0000"]
DAYS = ["2031-06-26", "2031-06-26 00:00:00", "26 Jun 2031"]
RSS = "<rss><channel><title>P</title><language>{0}</language><item><title>A</title><link>https://a.example/1</link>{2}<pubDate>{1}</pubDate></item></channel></rss>"
SENTENCES = "<p>등대지기는 안개 속에서 배를 세고 그 이름을 하나하나 공책에 적어 두었다고 말했다.</p>" * 9


def in_feed(language: str, date: str, more: str = "") -> datetime | None:
    feed = parse(RSS.format(language, date, more).encode(), "https://a.example/rss")
    assert isinstance(feed, ParsedFeed)
    return feed.entries[0].published


def on_page(language: str, head: str, body: str = "") -> datetime | None:
    article = f"<article><h1>등대지기</h1>{body}{SENTENCES}</article>"
    page = f"<html lang='{language}'><head><title>등대지기</title>{head}</head><body>{article}</body></html>"
    return extract(page, "https://a.example/1").published


@pytest.mark.parametrize("language", HOURS)
def test_times_in_feeds(language: str) -> None:
    there = NOON - timedelta(hours=HOURS[language])
    patient = "<geo:x>1</geo:x>"
    for more in ("", patient):
        assert {in_feed(language, date, more) for date in ZONELESS} == {there}
        assert {in_feed(language, date, more) for date in ZONED} == {NOON}
        assert {in_feed(language, date, more) for date in DAYS} == {NOON.replace(hour=0)}


def test_an_entry_speaks_for_itself() -> None:
    dublin_core = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
    assert in_feed("en", ZONELESS[0], f"<dc:language {dublin_core}>ja</dc:language>") == NOON - timedelta(hours=9)


@pytest.mark.parametrize("language", ["ko", "vi", "tr", "en", "es"])
def test_times_on_pages(language: str) -> None:
    there = NOON - timedelta(hours=HOURS[language])
    meta, linked = (
        "<meta property='article:published_time' content='{}'>",
        '<script type="application/ld+json">{}</script>',
    )
    for date in ZONELESS:
        assert on_page(language, meta.format(date)) == there
    told = '{"@type":"NewsArticle","datePublished":"%s"}'
    assert on_page(language, linked.format(told % ZONELESS[0])) == there
    assert on_page(language, "", f"<time datetime='{ZONELESS[1]}'>noon</time>") == there
    assert on_page(language, meta.format(ZONED[0])) == NOON
    assert on_page(language, meta.format("2031-06-26T12:00:00+09:00")) == NOON - timedelta(hours=9)
    assert on_page(language, meta.format("2031-06-26 12:00 KST")) == NOON - timedelta(hours=9)
    assert on_page(language, meta.format("2031-06-26 00:00 KST")) == NOON - timedelta(hours=21)
    assert on_page(language, meta.format(DAYS[0])) == NOON.replace(hour=0)


def test_a_time_in_words_is_that_of_the_language_that_the_text_speaks() -> None:
    assert on_page("", "", "<p>입력 2031.06.26. 12:00</p>") == NOON - timedelta(hours=9)


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt", "ar", "ru", "id", "", "xx", "und"])
def test_nothing_is_sure_of_languages_of_several_times(language: str) -> None:
    assert zone_of(language) is UTC
