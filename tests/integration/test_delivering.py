"""What feeds deliver is kept at once: findable before its page is read, never doubled, the whole text never fetched."""

from datetime import UTC, datetime, timedelta

import pytest

from octavo.config.settings import Settings
from octavo.core.types import Response

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
LONG = "<p>The new ferry line opened before winter, and tickets for pupils remain free for now.</p>" * 20


def item(number: int, text: str, guid: str = "", url: str = "") -> str:
    link = url or f"https://post.example/{number}"
    return (
        f"<item><title>Ferry {number}</title><link>{link}</link><guid>{guid or number}</guid>"
        f"<pubDate>Wed, 04 Mar 2026 0{number}:00:00 GMT</pubDate><enclosure url='{link}.jpg' type='image/jpeg'/>"
        f"<description><![CDATA[{text}]]></description></item>"
    )


def poll(name: str, *items: str, now: datetime = NOW, end: str = "</channel></rss>") -> None:
    """Keep these items as if the feed of `name` had answered with them."""
    from octavo.pipeline import flow, polls
    from octavo.pipeline.answers import understand
    from octavo.sources.store import feeds_of, keep_publisher, subscribe

    url = f"https://post.example/{name}.xml"
    feed, _ = subscribe(url, keep_publisher("The Elster Post", "https://post.example/"), now)
    (row,) = feeds_of([feed.pk])
    body = f"<rss version='2.0'><channel><title>The Elster Post</title>{''.join(items)}{end}".encode()
    answer = Response(url, 200, {"etag": '"one"'}, body, now)
    parsed = understand(answer, now, is_known=False)
    flow.keep_polls([polls.Poll(row, answer, parsed)], now)


def jobs(name: str) -> list[dict[str, list[int]]]:
    from procrastinate.contrib.django.models import ProcrastinateJob

    return list(ProcrastinateJob.objects.filter(task_name=name).values_list("args", flat=True))


def found(words: str) -> list[str]:
    """Return the verdicts of articles that a search for these words finds."""
    from octavo.extract.models import Article
    from octavo.search import parse_query
    from octavo.search.finding import find

    rows = Article.objects.filter(id__in=find(parse_query(words), Article.objects.all()).by_words)
    return list(rows.values_list("verdict", flat=True))


def test_a_teaser_is_found_at_once_and_its_page_is_to_be_read(house: Settings) -> None:
    from octavo.feeds.models import Entry

    poll("news", item(1, "<p>Short word of a ferry.</p>"))
    assert found("ferry") == ["stub"]
    assert len(jobs("read_pages")) == 1
    assert jobs("fold_articles") == []
    assert Entry.objects.get().state == Entry.State.WAITING


def test_a_whole_text_is_an_article_without_its_page(house: Settings) -> None:
    from octavo.feeds.models import Entry

    poll("news", item(1, LONG))
    assert found("pupils") == ["article"]
    assert jobs("read_pages") == []
    assert len(jobs("fold_articles")) == 1
    assert Entry.objects.get().state == Entry.State.READ


def test_a_text_that_breaks_off_is_not_whole(house: Settings) -> None:
    poll("news", item(1, LONG + "<p>And then […]</p>"))
    assert found("pupils") == ["stub"]


def test_a_teaser_elsewhere_leaves_the_whole_text(house: Settings) -> None:
    from octavo.extract.models import Article

    poll("news", item(1, LONG))
    poll("sport", item(1, "<p>Short.</p>"))
    assert Article.objects.get().verdict == "article"


def test_ids_that_change_at_each_poll_double_nothing(house: Settings) -> None:
    from octavo.feeds.models import Entry

    for round_ in range(3):
        poll(
            "news", *(item(n, "<p>Word.</p>", guid=f"{n}-{round_}") for n in (1, 2)), now=NOW + timedelta(hours=round_)
        )
    assert sorted(Entry.objects.values_list("title", flat=True)) == ["Ferry 1", "Ferry 2"]
    assert len(jobs("read_pages")) == 1


def test_one_address_for_all_entries_does_not_make_them_one(house: Settings) -> None:
    from octavo.feeds.models import Entry

    home = "https://post.example/home"
    poll("news", item(1, "<p>a</p>", url=home), item(2, "<p>b</p>", url=home))
    poll("news", item(2, "<p>b</p>", url=home), item(3, "<p>c</p>", url=home), now=NOW + timedelta(hours=1))
    assert sorted(Entry.objects.values_list("title", flat=True)) == ["Ferry 1", "Ferry 2", "Ferry 3"]


@pytest.mark.parametrize("text", [LONG, "<p>Short.</p>"])
def test_an_edit_replaces_and_is_read_again(house: Settings, text: str) -> None:
    from octavo.extract.models import Article
    from octavo.feeds.models import Entry

    poll("news", item(1, text))
    poll("news", item(1, text + "<p>Corrected: the line opens in spring.</p>"), now=NOW + timedelta(hours=1))
    assert Entry.objects.count() == 1
    assert "Corrected" in Article.objects.get().text
    assert len(jobs("read_pages")) + len(jobs("fold_articles")) == 2


def test_an_entry_without_an_address_is_kept_under_its_feed_and_key(house: Settings) -> None:
    from octavo.extract.models import Article

    for name in ("news", "sport"):
        poll(name, "<item><title>Ferry opens</title><description>It opens.</description></item>")
    assert Article.objects.count() == 2
    assert all(url.startswith("urn:octavo:") for url in Article.objects.values_list("url", flat=True))
    assert jobs("read_pages") == []


def test_a_feed_that_breaks_off_is_told_and_asked_for_whole_again(house: Settings) -> None:
    from octavo.pipeline.models import Refused
    from octavo.pipeline.state import failing_feeds
    from octavo.sources.models import Feed

    poll("news", item(1, "<p>Word.</p>"), end="<item><title>Cut")
    Refused.objects.get(stage="feeds", reason="damaged")
    assert "breaks off" in str(failing_feeds()[0]["error"])
    assert (Feed.objects.get().etag, Feed.objects.get().errors_count) == ("", 0)


def test_an_article_that_only_says_when_it_changed_sorts_by_that_and_stays_there(house: Settings) -> None:
    from django.db import transaction

    from octavo.core import types
    from octavo.extract.models import Article
    from octavo.extract.store import keep_delivered
    from octavo.sources.store import keep_publisher

    publisher = keep_publisher("The Elster Post", "https://post.example/")

    def keep(updated: datetime, title: str) -> datetime:
        article = types.Article("https://post.example/1", title, "", verdict=types.Verdict.STUB, updated=updated)
        with transaction.atomic():
            keep_delivered([(article, publisher.pk)], NOW)
        return Article.objects.get().moment

    first = datetime(2026, 3, 2, 6, tzinfo=UTC)
    assert keep(first, "Ferry") == first
    assert keep(first + timedelta(hours=3), "Ferry, corrected") == first
    assert Article.objects.get().title == "Ferry, corrected"
    assert keep(NOW + timedelta(days=9), "Ferry, corrected again") == first


def test_entries_that_cannot_be_kept_leave_the_feed_to_be_asked_for_whole_again(house: Settings) -> None:
    from django.db import connection

    from octavo.feeds.models import Entry
    from octavo.sources.models import Feed

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE feeds_entry ADD CONSTRAINT no_room CHECK (title <> 'Ferry 2')")
    try:
        poll("news", item(1, LONG), item(2, LONG))
        assert (Entry.objects.count(), Feed.objects.get().etag, jobs("fold_articles")) == (0, "", [])
        assert "cannot be stored" in Feed.objects.get().last_error
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE feeds_entry DROP CONSTRAINT no_room")
    poll("news", item(1, LONG), item(2, LONG))
    assert (Entry.objects.count(), Feed.objects.get().etag) == (2, '"one"')
