"""A page is asked for once, however many feeds and addresses lead there."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from octavo.config.settings import Settings
from tests.integration.sites import Site

if TYPE_CHECKING:
    from octavo.sources.models import Publisher

PARAGRAPHS = "".join(
    f"<p>On day {number} the keeper of the old lighthouse at Elster Point counted {number} ships in the fog, and wrote "
    "each of them down with her name, her port and the hour at which she was first heard.</p>"
    for number in range(2, 9)
)
HEADLINE = "Keeper counts ships in the fog"
PAGE = f"<html lang=en><title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>"


@pytest.fixture
def publisher(house: Settings, site: Site) -> "Publisher":
    from octavo.sources.store import keep_publisher

    return keep_publisher("The Elster Post", site.url("/"))


def _date(ago: timedelta) -> str:
    return f"<pubDate>{datetime.now(UTC) - ago:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"


def _say_feed(site: Site, path: str, *links: str, ago: timedelta | None = None) -> None:
    date = _date(ago) if ago else ""
    items = "".join(
        f"<item><guid>{path}{link}</guid><title>{HEADLINE}</title><link>{link}</link>{date}</item>" for link in links
    )
    site.say(path, f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>")


def _poll(site: Site, publisher: "Publisher", *paths: str) -> None:
    from octavo.pipeline import flow, queue
    from octavo.sources.store import subscribe

    for path in paths:
        subscribe(site.url(path), publisher, datetime.now(UTC))
    flow.poll_due_feeds(all_active=True)
    queue.work(["feeds", "pages"], until_empty=True)


def _states() -> set[str]:
    from octavo.feeds.models import Entry

    return set(Entry.objects.values_list("state", flat=True))


def test_two_feeds_of_one_round_lead_to_one_reading(publisher: "Publisher", site: Site) -> None:
    from octavo.extract.models import Article

    site.say("/a", PAGE)
    for number in range(12):
        site.say(f"/other/{number}", PAGE.replace("Elster Point", f"Elster Point {number}"))
    others = [site.url(f"/other/{number}") for number in range(12)]
    _say_feed(site, "/all.rss", site.url("/a"), *others)
    _say_feed(site, "/fog.rss", site.url("/a?utm_source=fog"), site.url("/a#ships"))
    _poll(site, publisher, "/all.rss", "/fog.rss")
    assert (site.asked["/a"], site.asked["/other/3"]) == (1, 1)
    assert Article.objects.filter(url=site.url("/a"), verdict="article").count() == 1
    assert _states() == {"read"}


def test_a_feed_that_comes_later_leads_to_no_second_reading(publisher: "Publisher", site: Site) -> None:
    site.say("/a", PAGE)
    _say_feed(site, "/all.rss", site.url("/a"), ago=timedelta(hours=1))
    _poll(site, publisher, "/all.rss")
    _say_feed(site, "/fog.rss", site.url("/a"), ago=timedelta(hours=1))
    _poll(site, publisher, "/fog.rss")
    assert site.asked["/a"] == 1
    assert _states() == {"read"}


@pytest.mark.parametrize("ago", [None, -timedelta(minutes=5)])
def test_a_page_of_which_something_new_is_said_is_read_again(
    publisher: "Publisher", site: Site, ago: timedelta | None
) -> None:
    site.say("/a", PAGE)
    _say_feed(site, "/all.rss", site.url("/a"), ago=timedelta(hours=1))
    _poll(site, publisher, "/all.rss")
    _say_feed(site, "/fog.rss", site.url("/a"), ago=ago)
    _poll(site, publisher, "/fog.rss")
    assert site.asked["/a"] == 2


def test_a_feed_that_names_its_page_again_has_it_read_again(publisher: "Publisher", site: Site) -> None:
    site.say("/a", PAGE)
    _say_feed(site, "/all.rss", site.url("/a"), ago=timedelta(hours=1))
    _poll(site, publisher, "/all.rss")
    site.say(
        "/all.rss",
        f"""<rss version='2.0'><channel><title>Post</title><item><guid>2</guid><title>More ships</title>
        <link>{site.url("/a")}</link>{_date(timedelta(minutes=9))}</item>
        </channel></rss>""",
    )
    _poll(site, publisher, "/all.rss")
    assert site.asked["/a"] == 2


def test_a_page_over_its_limits_is_refused_and_the_others_of_its_batch_arrive(
    publisher: "Publisher", site: Site
) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline.models import Refused
    from octavo.pipeline.state import state

    good = [f"/{number}" for number in range(3)]
    for path in good:
        site.say(path, PAGE.replace("Elster Point", f"Elster Point {path}"))
    site.say("/large", "<div>a</div>" * 800_000)
    _say_feed(site, "/all.rss", *map(site.url, ["/0", "/large", "/1", "/2"]))
    _poll(site, publisher, "/all.rss")
    read = Article.objects.filter(fetched__isnull=False, verdict="article")
    assert {row.url for row in read} == set(map(site.url, good))
    assert dict(Refused.objects.values_list("url", "reason")) == {site.url("/large"): "too-large"}
    assert state().refusals == {"extract: too-large": 1}
    assert _states() == {"read"}
    assert Article.objects.filter(url=site.url("/large"), title=HEADLINE, fetched=None).exists()
