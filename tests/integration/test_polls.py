"""What polls teach about feeds, seen over days."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import orjson
import pytest
from aiohttp import web

from octavo.config.settings import Settings
from octavo.core.errors import BadInput
from octavo.core.types import Refusal, Request, Response
from octavo.fetch import fetch_once
from tests.integration.sites import RawSite, Site

if TYPE_CHECKING:
    from octavo.sources.models import Feed

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
ITEM = "<item><title>Entry {0}</title><link>http://paper.localhost/{0}</link></item>"


def rss(*numbers: int, head: str = "") -> str:
    items = "".join(map(ITEM.format, numbers))
    return f'<rss version="2.0"><channel><title>The Elster Post</title>{head}{items}</channel></rss>'


@pytest.fixture
def feed(house: Settings, site: Site) -> "Feed":
    from octavo.sources.store import keep_publisher, subscribe

    publisher = keep_publisher("The Elster Post", site.url("/"))
    return subscribe(site.url("/rss"), publisher, NOW)[0]


def poll(feed: "Feed", now: datetime, answer: Response | Refusal | None = None) -> None:
    """Poll `feed` at `now`; with `answer`, as if that had come."""
    from octavo.pipeline import flow, polls
    from octavo.sources.store import feeds_of

    (row,) = feeds_of([feed.pk])
    answer = answer or fetch_once(*polls.requests([row]))
    flow.keep_polls([polls.poll(row, answer, now)], now)
    feed.refresh_from_db()


@pytest.mark.parametrize("length", [900, 1_001, 1_500])
def test_no_address_is_kept_in_part(feed: "Feed", site: Site, length: int) -> None:
    new = site.url("/").ljust(length, "x")
    site.say("/rss", status=301, Location=new)
    site.say(new.removeprefix(site.url("")), rss(1, head=f"<image><url>{new}</url></image>"))
    poll(feed, NOW)
    kept = new if length == 900 else ""
    assert (feed.moved_url, feed.publisher.icon_url) == (kept, kept)


def test_a_feed_that_moved_is_followed_once_that_has_held(feed: "Feed", site: Site) -> None:
    old, new = feed.url, site.url("/new")
    site.say("/rss", status=301, Location="/new")
    site.say("/new", rss(1))
    for days in (0, 1):
        poll(feed, NOW + timedelta(days=days))
        assert (feed.url, feed.moved_url, feed.moved_polls_count) == (old, new, days + 1)
    poll(feed, NOW + timedelta(days=2))
    assert (feed.url, feed.moved_url, feed.state) == (new, "", "active")
    assert feed.entries.count() == 1


def test_a_feed_that_moved_to_another_is_retired(feed: "Feed", site: Site) -> None:
    from octavo.sources.store import subscribe

    subscribe(site.url("/new"), feed.publisher, NOW)
    site.say("/rss", status=308, Location="/new")
    site.say("/new", rss(1))
    for days in range(3):
        poll(feed, NOW + timedelta(days=days))
    assert feed.state == "gone"
    assert "there already" in feed.plan_reason


def test_a_feed_that_comes_back_to_its_own_address_moves_nowhere(feed: "Feed", site: Site) -> None:
    async def answer(request: web.Request) -> web.Response:
        if "met" in request.cookies:
            return web.Response(text=rss(1))
        return web.Response(status=301, headers={"Location": "/rss", "Set-Cookie": "met=1"})

    site.pages["/rss"] = answer
    for days in range(4):
        poll(feed, NOW + timedelta(days=days))
    assert (feed.state, feed.moved_url, feed.errors_count) == ("active", "", 0)


@pytest.mark.parametrize("spelt", ["http://PAPER.localhost:{}/rss", "HTTP://paper.localhost:{}/rss#top"])
def test_an_address_that_is_spelt_in_another_way_is_the_same_feed(feed: "Feed", site: Site, spelt: str) -> None:
    from octavo.pipeline.feed_state import find_feed
    from octavo.pipeline.listing import keep_opml
    from octavo.sources.store import subscribe

    url = spelt.format(site.port)
    again, is_new = subscribe(url, feed.publisher, NOW)
    assert (again.pk, is_new) == (feed.pk, False)
    assert find_feed(url) == find_feed(url.partition("://")[2].partition("#")[0]) == feed
    imported = keep_opml(f'<opml><body><outline text="P" xmlUrl="{url}"/></body></opml>'.encode(), NOW)
    assert (imported.added, imported.known) == ([], {feed.pk})


def test_a_feed_that_is_gone_for_good_is_told_as_gone(feed: "Feed", site: Site) -> None:
    from octavo.pipeline.state import failing_feeds

    site.say("/rss", status=410)
    poll(feed, NOW)
    assert [(one["state"], one["error"]) for one in failing_feeds()] == [("gone", "the feed answered with status 410")]


@pytest.mark.parametrize("status", [302, 307])
def test_a_passing_redirect_moves_nothing(feed: "Feed", site: Site, status: int) -> None:
    site.say("/rss", status=status, Location="/new")
    site.say("/new", rss(1))
    for days in range(4):
        poll(feed, NOW + timedelta(days=days))
    assert (feed.url, feed.moved_url) == (site.url("/rss"), "")


def test_a_redirect_to_what_is_no_feed_moves_nothing(feed: "Feed", site: Site) -> None:
    site.say("/rss", status=301, Location="/parked")
    site.say("/parked", "<html><body>This domain is for sale</body></html>")
    for days in range(4):
        poll(feed, NOW + timedelta(days=days))
    assert (feed.url, feed.errors_count) == (site.url("/rss"), 4)


def test_what_a_feed_asks_for_is_remembered_when_nothing_changed(feed: "Feed", site: Site) -> None:
    head = "<ttl>180</ttl><skipHours><hour>15</hour></skipHours><skipDays><day>Friday</day></skipDays>"
    site.say("/rss", rss(1, head=head), ETag='"one"')
    poll(feed, NOW)
    assert (feed.ttl_seconds, feed.skip_hours, feed.skip_days) == (10_800, [15], [4])
    site.say("/rss", status=304)
    poll(feed, NOW + timedelta(days=1, hours=4))
    assert feed.last_status == 304
    assert feed.interval_seconds >= 9_000
    assert feed.plan_reason == "it asks for this pause"


def test_a_feed_that_was_never_read_cannot_be_unchanged(feed: "Feed", site: Site) -> None:
    site.say("/rss", status=304)
    poll(feed, NOW)
    assert (feed.errors_count, feed.last_error) == (1, "the feed answered with status 304")


def test_only_news_counts_as_a_change(feed: "Feed", site: Site) -> None:
    site.say("/rss", rss(1))
    poll(feed, NOW)
    assert (feed.changed, feed.quiet_polls_count) == (NOW, 0)
    for hours in (1, 2):
        poll(feed, NOW + timedelta(hours=hours))
    assert (feed.changed, feed.quiet_polls_count, feed.change_gap_seconds) == (NOW, 2, None)
    site.say("/rss", rss(1, 2))
    poll(feed, NOW + timedelta(hours=3))
    assert (feed.changed, feed.quiet_polls_count) == (NOW + timedelta(hours=3), 0)
    assert feed.change_gap_seconds == 3 * 3600


@pytest.mark.parametrize(
    "answer",
    [
        Response("http://paper.localhost/rss", 429, {"retry-after": "7200"}, b"", NOW),
        Response("http://paper.localhost/rss", 503, {"retry-after": "Wed, 04 Mar 2026 14:00:00 GMT"}, b"", NOW),
        Refusal("fetch", "host-rests", "the host asked to be left alone for a while", 7200),
    ],
)
def test_a_host_that_asks_to_wait_is_waited_for(feed: "Feed", answer: Response | Refusal) -> None:
    poll(feed, NOW, answer)
    assert feed.next_poll == NOW + timedelta(hours=2)
    assert feed.plan_reason == "the server asks to wait"
    assert feed.errors_count == 1


def test_an_entry_that_a_feed_takes_out_stays_and_is_not_doubled_when_it_is_back(feed: "Feed", site: Site) -> None:
    from octavo.extract.models import Article
    from octavo.feeds.models import Entry
    from octavo.pipeline.state import failing_feeds

    for days, numbers in enumerate(((1, 2, 3), (1, 3), (3, 4), (2, 3, 4))):
        site.say("/rss", rss(*numbers))
        poll(feed, NOW + timedelta(days=days))
        known = sorted({1, 2, 3} | set(numbers))
        assert sorted(Entry.objects.values_list("title", flat=True)) == [f"Entry {number}" for number in known]
        assert Article.objects.count() == len(known)
    assert failing_feeds() == []


def test_failures_make_the_pause_longer_and_a_good_poll_ends_that(feed: "Feed", site: Site) -> None:
    pauses = []
    for _ in range(4):
        poll(feed, NOW, Refusal("fetch", "timeout", "the host does not answer"))
        pauses.append(feed.interval_seconds)
    assert all(later > 1.5 * earlier for earlier, later in pairwise(pauses))
    assert (feed.last_error, feed.last_status) == ("the host does not answer", 0)
    site.say("/rss", rss(1))
    poll(feed, NOW)
    assert (feed.errors_count, feed.last_error, feed.last_status) == (0, "", 200)


def test_polling_asks_with_what_it_was_given(feed: "Feed", site: Site) -> None:
    from octavo.pipeline import polls

    site.say("/rss", rss(1), ETag='"one"', Last_Modified="Wed, 04 Mar 2026 10:00:00 GMT")
    poll(feed, NOW)
    (request,) = polls.requests([feed])
    close = (("Connection", "close"),)
    assert request == Request(site.url("/rss"), '"one"', "Wed, 04 Mar 2026 10:00:00 GMT", headers=close)
    assert [one.headers for one in polls.requests([feed, feed])] == [(), ()]


def test_all_of_it_is_shown_for_one_feed(feed: "Feed", site: Site, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from octavo.cli.feed_status import show

    site.say("/rss", status=301, Location="/new")
    site.say("/new", rss(1, 2, head="<ttl>90</ttl><skipDays><day>Sunday</day></skipDays>"))
    poll(feed, NOW)
    poll(feed, NOW, Refusal("fetch", "timeout", "the host does not answer"))
    shown = {}
    for identity in (feed.url, str(feed.pk), feed.url.removeprefix("http://")):
        show(identity, as_json=True)
        shown[identity] = orjson.loads(capfdbinary.readouterr().out)
    assert shown[feed.url] == shown[str(feed.pk)] == shown[feed.url.removeprefix("http://")]
    one = shown[feed.url]
    assert (one["id"], one["publisher"], one["entries_count"]) == (feed.pk, "The Elster Post", 2)
    assert (one["ttl_seconds"], one["skip_days"], one["moved_url"]) == (5400, [6], site.url("/new"))
    assert (one["errors_count"], one["last_error"], one["lease"]) == (1, "the host does not answer", None)
    assert one["reason"] == "failed once"
    assert one["refusals"][0]["reason"] == "timeout"
    show(feed.url, as_json=False)
    text = capfdbinary.readouterr().out.decode()
    for said in ("The Elster Post", "no polls on Sunday", "a pause of 1 h 30 min", "redirects to", "timeout"):
        assert said in text


@pytest.mark.parametrize("identity", ["https://nobody.example/rss", "99999999", "9" * 40, ""])
def test_a_feed_that_is_not_there_is_bad_input(house: Settings, identity: str) -> None:
    from octavo.cli.feed_status import show

    with pytest.raises(BadInput, match="there is no feed"):
        show(identity, as_json=False)


@pytest.mark.parametrize(
    "broken", [b"<item><title>Entry 3</title><li", b"<item><title>Entry 3</title><link>x</link></it"]
)
def test_entries_that_came_whole_before_a_feed_broke_off_are_kept_and_the_error_too(
    feed: "Feed", site: Site, broken: bytes
) -> None:
    from octavo.pipeline.models import Refused

    came = rss(1, 2).removesuffix("</channel></rss>").encode() + broken
    poll(feed, NOW, Refusal("fetch", "broken-body", "the answer broke off", body=came))
    assert sorted(feed.entries.values_list("title", flat=True)) == ["Entry 1", "Entry 2"]
    assert (feed.errors_count, feed.last_error, feed.etag) == (1, "the answer broke off", "")
    assert Refused.objects.get(stage="feeds").reason == "broken-body"
    site.say("/rss", rss(1, 2, 3))
    poll(feed, NOW + timedelta(hours=1))
    assert sorted(feed.entries.values_list("title", flat=True)) == ["Entry 1", "Entry 2", "Entry 3"]
    assert (feed.errors_count, feed.last_error) == (0, "")


SITEMAP = "<urlset><url><loc>https://paper.example/{0}</loc></url><url><loc>https://paper.example/{1}</loc></url>"
ATOM = """<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Post</a:title>
<a:entry><a:id>{0}</a:id><a:title>Entry {0}</a:title></a:entry><a:entry ><a:id>{1}</a:id></a:entry >"""
JSON = """{{"version":"https://jsonfeed.org/version/1","items":[{{"id":"{0}","title":"Entry"}},{{"id":"{1}","title":"B"}}"""


@pytest.mark.parametrize(
    "form", [SITEMAP, ATOM, JSON, rss(1, 2).replace("</channel></rss>", "").replace("Entry 2", "{0}{1}")]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_whole_entries_of_every_kind_are_kept_where_a_body_is_shorter_than_it_says(
    feed: "Feed", site: Site, form: str, encoding: str
) -> None:
    from octavo.pipeline.models import Refused

    if encoding == "utf-16" and form is JSON:
        encoding = "utf-8-sig"
    raw = RawSite()
    body = (form.format(1, 2) + "<url><loc>https://paper.ex").encode(encoding)
    raw.answers["/rss"] = b'HTTP/1.1 200 OK\r\nETag: "cut"\r\nContent-Length: %d\r\n\r\n' % (len(body) + 500) + body
    with raw.serving():
        feed.url = raw.url("/rss")
        feed.save()
        poll(feed, NOW)
    assert feed.entries.count() == 2
    assert (feed.errors_count, feed.etag) == (1, "")
    assert Refused.objects.get(stage="feeds").reason == "broken-body"


@pytest.mark.parametrize("came", [b"", b"\0" * 1_000_000, b"<rss><channel><title>The Elster", b"</item>" * 1_000])
def test_nothing_is_made_of_what_holds_no_whole_entry(feed: "Feed", came: bytes) -> None:
    poll(feed, NOW, Refusal("fetch", "too-large", "more than 10 MB", body=came))
    assert feed.entries.count() == 0
    assert feed.errors_count == 1
