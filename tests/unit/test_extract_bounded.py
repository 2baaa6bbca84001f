"""A page that could stall or starve the others is read apart, and answered with the reason where it does."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import psutil
import pytest

from octavo.core.types import Article, Entry, Refusal, Verdict
from octavo.extract import Extractor, extract
from octavo.extract.bounded import is_heavy
from octavo.extract.constants import APART_BYTES, APART_TAGS
from tests.unit.test_extract_crew import GOOD, ON_LINUX

URL = "https://courier.example/2031/sea-wall"
SCRIPT = f"<script>{'x' * APART_BYTES}</script>"
SLOW = "<ul><li>" * 250_000
LARGE = ("<div>a</div>" * 900_000).encode()


def read(extractor: Extractor, html: str | bytes, entry: Entry | None = None) -> Article | Refusal:
    body = html if isinstance(html, bytes) else html.encode()
    return extractor.extract(body, URL, {"content-type": "text/html; charset=utf-8"}, entry)


def readers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())]


@pytest.fixture
def extractor() -> Iterator[Extractor]:
    with Extractor() as extractor:
        yield extractor
    assert not readers()


def test_pages_like_real_ones_are_read_where_they_are_asked_for(extractor: Extractor) -> None:
    assert read(extractor, GOOD) == extract(GOOD, URL)
    assert not readers()


@pytest.mark.parametrize(
    ("body", "is_so"),
    [
        (b"<" * APART_TAGS, False),
        (b"<" * (APART_TAGS + 1), True),
        (b"x" * APART_BYTES, False),
        (b"x" * (APART_BYTES + 1), True),
    ],
)
def test_heavy_pages_have_more_tags_or_are_larger_than_real_ones(body: bytes, *, is_so: bool) -> None:
    assert is_heavy(body) == is_so


def test_a_heavy_page_gives_the_same_article(extractor: Extractor) -> None:
    entry = Entry(key="1", url=URL, title="Port Alder rebuilds", published=datetime(2031, 3, 9, tzinfo=UTC))
    assert read(extractor, SCRIPT + GOOD, entry) == extract(SCRIPT + GOOD, URL, entry=entry)
    (first,) = readers()
    assert read(extractor, SCRIPT + GOOD + GOOD) == extract(SCRIPT + GOOD + GOOD, URL)
    assert readers() == [first]


@ON_LINUX
def test_a_page_out_of_memory_is_refused_and_the_next_is_read(extractor: Extractor) -> None:
    refusal = read(extractor, LARGE)
    assert isinstance(refusal, Refusal)
    assert (refusal.stage, refusal.reason) == ("extract", "too-large")
    after = read(extractor, SCRIPT + GOOD)
    assert isinstance(after, Article)
    assert after.verdict is Verdict.ARTICLE


@ON_LINUX
def test_a_page_out_of_processor_time_is_refused_however_slow_the_clock() -> None:
    with Extractor(seconds=600.0, processor_seconds=0.0) as extractor:
        refusal = read(extractor, SLOW)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "too-slow"


def test_a_page_out_of_time_by_the_clock_is_refused_and_the_next_is_read() -> None:
    with Extractor(seconds=0.8) as extractor:
        assert isinstance(read(extractor, SCRIPT + GOOD), Article)
        refusal = read(extractor, SLOW)
        assert isinstance(refusal, Refusal)
        assert refusal.reason == "too-slow"
        assert not readers()
        assert isinstance(read(extractor, SCRIPT + GOOD), Article)


def test_a_reader_that_is_killed_is_told_and_replaced(extractor: Extractor) -> None:
    read(extractor, SCRIPT + GOOD)
    (reader,) = readers()
    threading.Timer(0.3, reader.kill).start()
    refusal = read(extractor, SLOW)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "reader-died"
    assert isinstance(read(extractor, SCRIPT + GOOD), Article)
