"""What cannot be stored is refused alone: whatever comes beside it is kept."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

import pytest

from octavo.config.settings import Settings
from octavo.core.types import Article, Entry, ParsedFeed, Request, Response, Verdict
from octavo.fetch import fetch_once
from tests.integration.sites import RawSite, Site

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
ITEM = "<item><title>Entry {0}</title><link>{1}</link><guid>{0}</guid></item>"
RARE = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(1_900))
"""Characters that no index can pack."""


def rss(*links: str) -> bytes:
    items = "".join(ITEM.format(number, link) for number, link in enumerate(links))
    return f'<rss version="2.0"><channel><title>The Elster Post</title>{items}</channel></rss>'.encode()


@pytest.fixture
def raw() -> Iterator[RawSite]:
    with RawSite().serving() as site:
        yield site


def subscribed(*urls: str) -> list[int]:
    from octavo.sources.store import publisher_named, subscribe

    return [subscribe(url, publisher_named("The Elster Post"), NOW)[0].pk for url in urls]


@pytest.mark.parametrize(
    ("header", "link"),
    [
        (b'ETag: "caf\xe9"', "https://post.example/strike"),
        (b"Last-Modified: demain \xe0 midi", "https://post.example/strike"),
        (b"X: y", "https://post.example/?q=" + 1_500 * "|"),
        (b"X: y", f"https://post.example/{RARE}"),
    ],
)
def test_an_odd_answer_costs_no_other_feed_anything(house: Settings, raw: RawSite, header: bytes, link: str) -> None:
    from octavo.feeds.models import Entry as Row
    from octavo.pipeline import flow

    for path, extra, one in (("/odd", header, link), ("/sound", b"X: y", "https://post.example/harbour")):
        body = rss(one, f"{one.partition('/strike')[0][:30]}/second{path}")
        raw.answers[path] = b"HTTP/1.1 200 OK\r\n" + extra + b"\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    flow.poll_feeds(subscribed(raw.url("/odd"), raw.url("/sound")))
    assert Row.objects.filter(feed__url=raw.url("/sound")).count() == 2
    assert Row.objects.filter(feed__url=raw.url("/odd")).count() == 2


def test_what_only_the_database_refuses_is_told_of_its_feed_alone(house: Settings) -> None:
    from octavo.feeds.models import Entry as Row
    from octavo.pipeline import flow, polls
    from octavo.pipeline.models import Refused
    from octavo.sources.store import feeds_of

    ids = subscribed("https://odd.example/rss", "https://sound.example/rss")
    titles = {"https://odd.example/rss": "a \x00 within", "https://sound.example/rss": "Ferry line opens"}
    batch = [
        polls.Poll(
            feed, Response(feed.url, 200, {}, b"", NOW), ParsedFeed("rss", entries=(Entry("1", "", titles[feed.url]),))
        )
        for feed in feeds_of(ids)
    ]
    flow.keep_polls(batch, NOW)
    assert [row.title for row in Row.objects.all()] == ["Ferry line opens"]
    assert list(Refused.objects.values_list("stage", "reason", "url")) == [
        ("feeds", "unkept", "https://odd.example/rss")
    ]
    odd, sound = sorted(feeds_of(ids), key=lambda feed: feed.url)
    assert (odd.errors_count, sound.errors_count) == (1, 0)
    assert "cannot be stored" in odd.last_error
    assert odd.next_poll > NOW


@pytest.mark.parametrize(
    ("robots", "head"),
    [
        ("noarchive, \udce9", ""),
        ("all", '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferries \\ud83d"}</script>'),
        ("all", f'<link rel="canonical" href="http://paper.localhost/{RARE}">'),
        ("all", '<meta property="article:published_time" content="0001-01-01T00:00:00Z">'),
        ("all", '<meta property="article:published_time" content="9999-12-31T23:59:59-12:00">'),
    ],
)
def test_an_odd_page_costs_no_other_page_anything(house: Settings, site: Site, robots: str, head: str) -> None:
    from octavo.extract.models import Article as Row
    from octavo.feeds.models import Entry as EntryRow
    from octavo.pipeline import flow, queue
    from octavo.stories.models import Membership

    text = "".join(f"<p>The council of Port Elster said on day {day} that ferries run again.</p>" for day in range(9))
    html = "text/html; charset=utf-8"
    odd = f"<html><head>{head}</head><h1>Ferries are back</h1><article>{text}</article>"
    site.say("/odd", odd, Content_Type=html, X_Robots_Tag=robots)
    site.say("/sound", f"<html><h1>The bridge stays shut</h1><article>{text}</article>", Content_Type=html)
    site.say("/rss", rss(site.url("/odd"), site.url("/sound")).decode())
    flow.poll_feeds(subscribed(site.url("/rss")))
    queue.work(until_empty=True)
    assert not EntryRow.objects.filter(state="waiting").exists()
    assert Row.objects.count() == Membership.objects.count() == 2
    assert queue.failed_count() == 0


def test_an_article_that_cannot_be_stored_is_refused_with_its_reason(
    house: Settings, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from octavo.extract import bounded
    from octavo.feeds.models import Entry as EntryRow
    from octavo.pipeline import flow
    from octavo.pipeline.models import Refused

    def extract(body: bytes, url: str, **_: object) -> Article:
        text = "half an \ud83d" if url.endswith("/odd") else "whole"
        return Article(url=url, title="Ferries", text=text, verdict=Verdict.ARTICLE)

    monkeypatch.setattr(bounded, "extract", extract)
    for path in ("/odd", "/sound"):
        site.say(path, "<html>")
    site.say("/rss", rss(site.url("/odd"), site.url("/sound")).decode())
    flow.poll_feeds(subscribed(site.url("/rss")))
    flow.read_pages(list(EntryRow.objects.values_list("id", flat=True)), 1)
    states = dict(EntryRow.objects.values_list("url", "state"))
    assert states == {site.url("/odd"): "refused", site.url("/sound"): "read"}
    assert Refused.objects.filter(stage="extract", url=site.url("/odd"), reason="unkept").exists()


def test_an_article_that_another_worker_is_just_keeping_is_no_refusal(house: Settings, site: Site) -> None:
    from django.db import connection, transaction

    from octavo.extract.models import Article as Row
    from octavo.feeds.models import Entry as EntryRow
    from octavo.pipeline import flow
    from octavo.pipeline.models import Refused
    from octavo.sources.store import publisher_named

    text = "".join(f"<p>The council of Port Elster said on day {day} that ferries run again.</p>" for day in range(9))
    site.say("/page", f"<html><h1>Ferries are back</h1><article>{text}</article>", Content_Type="text/html")
    site.say("/rss", rss(site.url("/page")).decode())
    flow.poll_feeds(subscribed(site.url("/rss")))
    Row.objects.all().delete()
    has_begun = Event()

    def keep_slowly() -> None:
        with transaction.atomic():
            Row.objects.create(url=site.url("/page"), publisher=publisher_named("B"), first_seen=NOW, moment=NOW)
            has_begun.set()
            time.sleep(2)
        connection.close()

    other = Thread(target=keep_slowly)
    other.start()
    has_begun.wait()
    flow.read_pages(list(EntryRow.objects.values_list("id", flat=True)), 1)
    other.join()
    assert (EntryRow.objects.get().state, Refused.objects.count()) == ("read", 0)
    assert Row.objects.get().title == "Ferries are back"


def test_a_clock_that_was_set_back_or_far_ahead_stops_no_feed(house: Settings, site: Site) -> None:
    from octavo.pipeline import flow, polls
    from octavo.sources.models import Feed
    from octavo.sources.store import feeds_of, take_due

    (id_,) = subscribed(site.url("/rss"))
    for hours, links in ((0, 1), (1, 2), (-5, 3)):
        site.say("/rss", rss(*(f"https://post.example/{number}" for number in range(links))).decode())
        (feed,) = feeds_of([id_])
        now = NOW + timedelta(hours=hours)
        flow.keep_polls([polls.poll(feed, fetch_once(Request(feed.url)), now)], now)
    (feed,) = feeds_of([id_])
    assert feed.entries.count() == 3
    Feed.objects.update(next_poll=NOW + timedelta(days=3_650))
    assert take_due(NOW, 10) == [id_]


def test_a_job_that_failed_is_tried_again(house: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.core.clock import utc_now
    from octavo.pipeline import flow, queue
    from octavo.pipeline.jobs import fold_articles

    asked: list[list[int]] = []

    def failing_once(article_ids: list[int]) -> None:
        asked.append(article_ids)
        if len(asked) == 1:
            raise ConnectionError("the database was away")

    monkeypatch.setattr(flow, "fold_articles", failing_once)
    queue.defer(fold_articles, article_ids=[7])
    queue.work(until_empty=True)
    assert (len(asked), queue.failed_count(), queue.waiting_count()) == (1, 1, 0)
    assert queue.try_again(utc_now()) == 0, "its pause is not over"
    assert queue.try_again(utc_now() + timedelta(seconds=queue.AGAIN_SECONDS[0] + 5)) == 1
    queue.work(until_empty=True)
    assert asked == [[7], [7]]
    assert (queue.failed_count(), queue.waiting_count()) == (0, 0)


def test_a_job_that_fails_for_good_is_given_up(house: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    from octavo.core.clock import utc_now
    from octavo.pipeline import flow, queue
    from octavo.pipeline.jobs import fold_articles

    tries: list[int] = []

    def failing(article_ids: list[int]) -> None:
        tries.append(1)
        raise ValueError("never")

    monkeypatch.setattr(flow, "fold_articles", failing)
    queue.defer(fold_articles, article_ids=[7])
    queue.work(until_empty=True)
    while queue.try_again(utc_now(), at_once=True):
        queue.work(until_empty=True)
    assert len(tries) == 1 + len(queue.AGAIN_SECONDS)
    assert queue.failed_count() == 0
    assert ProcrastinateJob.objects.filter(status="failed").count() == 1
    monkeypatch.setattr(queue, "GIVEN_UP_HOURS", 0)
    queue.forget_given_up()
    assert not ProcrastinateJob.objects.filter(status="failed").exists()
