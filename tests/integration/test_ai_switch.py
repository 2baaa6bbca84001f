"""`OCTAVO_AI=off`: no summary is made, and none that was made before is shown."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from octavo.config import settings

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def switched_off(house: settings.Settings) -> Iterator[None]:
    settings.override(ai="off")
    yield
    settings.withdraw("ai")


def page_of_a_story() -> str:
    from django.test import Client

    from tests.integration.newspaper import article, publisher, story

    made = story(article(publisher("Tide Courier"), "Old lighthouse shines again"))
    answer = Client(headers={"host": "localhost"}).get(f"/en/story/{made.pk}/old-lighthouse-shines-again")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_summary_is_shown(house: settings.Settings) -> None:
    assert 'class="summary"' in page_of_a_story()


def test_no_summary_is_shown_when_off(switched_off: None) -> None:
    assert 'class="summary"' not in page_of_a_story()


def test_no_summary_is_made_when_off_and_one_when_on_again(switched_off: None) -> None:
    from octavo.enrich.models import Enrichment
    from octavo.enrich.store import enrich
    from tests.integration.newspaper import article, publisher, story

    made = story(article(publisher("Tide Courier"), "Old lighthouse shines again"))
    enrich([made.pk], datetime.now(UTC))
    kept = Enrichment.objects.get(story=made)
    assert kept.summaries == {}
    assert kept.category
    settings.withdraw("ai")
    enrich([made.pk], datetime.now(UTC))
    assert Enrichment.objects.get(story=made).summaries["en"]["sentences"]
