"""Pages on their way through the pipeline: tried again when their hosts say, kept with what they ask of machines."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from octavo.config.settings import Settings
from octavo.fetch import close_door
from tests.integration.sites import Site

RSS = (
    "<rss version='2.0'><channel><title>P</title><item><title>The bridge</title><link>{}</link></item></channel></rss>"
)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site().serving() as site:
        yield site
    close_door()


def read_once(site: Site) -> None:
    """Read the site's /page as a feed's only entry."""
    from octavo.pipeline import flow, queue
    from octavo.sources.store import keep_publisher, subscribe

    site.say("/rss", RSS.format(site.url("/page")))
    subscribe(site.url("/rss"), keep_publisher("The Elster Post", site.url("/")), datetime.now(UTC))
    flow.poll_due_feeds(all_active=True)
    queue.work(["feeds", "pages"], until_empty=True)


@pytest.mark.parametrize(
    ("headers", "least_seconds"), [({}, 110), ({"Retry_After": "900"}, 890), ({"Retry_After": "999999"}, 86_300)]
)
def test_a_host_that_is_busy_is_given_the_time_that_it_asks_for(
    house: Settings, site: Site, headers: dict[str, str], least_seconds: int
) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    site.say("/page", "", 503, **headers)
    read_once(site)
    (again,) = ProcrastinateJob.objects.filter(task_name="read_pages_again")
    assert again.scheduled_at is not None
    pause = again.scheduled_at - datetime.now(UTC)
    assert timedelta(seconds=least_seconds) <= pause <= timedelta(seconds=least_seconds * 1.1 + 110)


PAGE = f"""<html><head><title>The bridge opens</title>{{}}</head>
<body><article><h1>The bridge opens</h1><p>{"It opens on Monday, two years after the old one was closed. " * 20}</p>
</article></body></html>"""
RESERVED = '[{"location": "/", "tdm-reservation": 1}]'


@pytest.mark.parametrize(
    ("head", "headers", "file", "expected"),
    [
        ('<meta name="robots" content="noarchive, max-snippet:50">', {}, "", {"noarchive", "max-snippet:50"}),
        ("", {"X_Robots_Tag": "noai, noimageai"}, "", {"noai", "noimageai"}),
        ("", {"tdm_reservation": "1"}, "", {"tdm-reserved"}),
        ('<meta name="tdm-reservation" content="1">', {}, "", {"tdm-reserved"}),
        ("", {}, RESERVED, {"tdm-reserved"}),
        ("", {"tdm_reservation": "0"}, RESERVED, set()),
        ('<meta name="robots" content="index, follow">', {}, "", set()),
    ],
)
def test_what_a_page_asks_of_machines_is_kept_with_its_article(
    house: Settings, site: Site, head: str, headers: dict[str, str], file: str, expected: set[str]
) -> None:
    from octavo.extract.models import Article

    site.say("/page", PAGE.format(head), 200, Content_Type="text/html", **headers)
    if file:
        site.say("/.well-known/tdmrep.json", file)
    read_once(site)
    assert set(Article.objects.get().robots) == expected


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("audio/mpeg", "sound"),
        ("text/html", "%PDF-1.7 <p>"),
        ("application/octet-stream", "".join(map(chr, range(256))) * 20),
        ("text/html", RSS.format("http://post.example/") * 20),
        ("text/html", '{"text": "' + "It opens on Monday. " * 40 + '"}'),
    ],
)
def test_an_entry_that_links_to_no_page_is_kept_by_what_the_feed_says(
    house: Settings, site: Site, kind: str, body: str
) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline.models import Refused

    site.say("/page", body, 200, Content_Type=kind)
    read_once(site)
    article = Article.objects.get()
    assert (article.title, article.fetched, article.reasons) == ("The bridge", None, ["page-not-fetched: not-a-page"])
    assert Refused.objects.get().reason == "not-a-page"
