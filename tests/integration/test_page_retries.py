"""When pages that could not be read are tried again."""

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


@pytest.mark.parametrize(
    ("headers", "least_seconds"), [({}, 110), ({"Retry_After": "900"}, 890), ({"Retry_After": "999999"}, 86_300)]
)
def test_a_host_that_is_busy_is_given_the_time_that_it_asks_for(
    house: Settings, site: Site, headers: dict[str, str], least_seconds: int
) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    from octavo.pipeline import flow, queue
    from octavo.sources.store import keep_publisher, subscribe

    site.say("/page", "", 503, **headers)
    site.say("/rss", RSS.format(site.url("/page")))
    subscribe(site.url("/rss"), keep_publisher("The Elster Post", site.url("/")), datetime.now(UTC))
    flow.poll_due_feeds(all_active=True)
    queue.work(["feeds", "pages"], until_empty=True)
    (again,) = ProcrastinateJob.objects.filter(task_name="read_pages_again")
    assert again.scheduled_at is not None
    pause = again.scheduled_at - datetime.now(UTC)
    assert timedelta(seconds=least_seconds) <= pause <= timedelta(seconds=least_seconds * 1.1 + 110)
