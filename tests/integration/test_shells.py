"""Pages that are nothing without their scripts, on their way through the pipeline."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from octavo.config import settings
from octavo.config.settings import Settings
from octavo.fetch import close_door
from tests.browser.test_rendering import app_site
from tests.integration.sites import Site

pytestmark = pytest.mark.xdist_group("rendering")

RSS = (
    "<rss version='2.0'><channel><title>P</title><item><title>The bridge</title><link>{}</link></item></channel></rss>"
)


@pytest.fixture
def site() -> Iterator[Site]:
    with app_site() as site:
        yield site


@pytest.mark.parametrize(("switch", "sentences_count"), [("on", 16), ("off", 0)])
def test_shells_are_filled_where_the_operator_wants_it(
    house: Settings, site: Site, switch: str, sentences_count: int
) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline import flow, queue
    from octavo.pipeline.models import Refused
    from octavo.sources.store import keep_publisher, subscribe

    site.say("/rss", RSS.format(site.url("/shell")))
    subscribe(site.url("/rss"), keep_publisher("The Elster Post", site.url("/")), datetime.now(UTC))
    settings.override(render=switch)
    try:
        flow.poll_due_feeds(all_active=True)
        queue.work(["feeds", "pages"], until_empty=True)
    finally:
        settings.withdraw("render")
        close_door()
    texts = list(Article.objects.values_list("text", flat=True))
    assert [text.count("over the Elster") for text in texts] == ([sentences_count] if sentences_count else [])
    reasons = list(Refused.objects.filter(stage="extract").values_list("reason", flat=True))
    assert reasons == ([] if sentences_count else ["none"])
