"""What a page lays side by side is made before anyone opens the page, and made anew only when its reports change."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from octavo.config import settings

if TYPE_CHECKING:
    from octavo.stories.models import Story

pytestmark = pytest.mark.xdist_group("web")

FERRY = (
    "Nine people were hurt when a ferry struck the pier of Port Almera on Monday, the harbour office said.",
    "Divers looked at the hull of the ferry until the evening.",
)
OTHER_FERRY = (
    "Twelve people were hurt when a ferry struck the pier of Port Almera on Monday, police said.",
    "The master of the ferry, Ines Marol, was questioned by the coast guard.",
)


@pytest.fixture
def told(house: settings.Settings) -> "Story":
    """Two reports of one event, which differ."""
    from tests.integration.newspaper import article, publisher, story

    hour = datetime.now(UTC) - timedelta(hours=2)
    return story(
        article(publisher("Tide Courier"), "Ferry strikes the pier", FERRY, moment=hour),
        article(publisher("Harbour Herald"), "Twelve hurt at the pier", OTHER_FERRY),
    )


def prepared() -> dict[tuple[int, str], datetime]:
    from octavo.enrich.models import Preparation

    return {(row.story_id, row.form): row.made for row in Preparation.objects.all()}


def enriched(*stories: "Story") -> None:
    from octavo.pipeline import queue
    from octavo.pipeline.jobs import enrich_stories

    queue.defer(enrich_stories, story_ids=[one.pk for one in stories])
    queue.work(until_empty=True)


def test_a_story_of_several_reports_is_prepared_with_its_enrichment(told: "Story") -> None:
    from octavo.editions.reading import story_page

    enriched(told)
    before = prepared()
    assert list(before) == [(told.pk, "reports")]
    page = story_page(told.pk, "en")
    assert page
    assert page.compared.reports_count == 2
    assert [len(sides) for sides in page.compared.differences] == [2]
    assert prepared() == before


def test_what_is_kept_is_what_would_be_made(told: "Story") -> None:
    from octavo.editions.reading import story_page
    from octavo.enrich.models import Preparation

    enriched(told)
    kept = story_page(told.pk, "en")
    Preparation.objects.all().delete()
    made = story_page(told.pk, "en")
    assert kept
    assert made
    assert (kept.compared, kept.timeline, kept.commitments) == (made.compared, made.timeline, made.commitments)


def test_a_report_that_changes_is_laid_beside_the_others_anew(told: "Story") -> None:
    from octavo.editions.reading import story_page
    from octavo.extract.models import Article

    enriched(told)
    before = prepared()
    Article.objects.filter(title="Twelve hurt at the pier").update(
        text="\n".join(OTHER_FERRY).replace("Twelve", "Nine")
    )
    page = story_page(told.pk, "en")
    assert page
    assert not page.compared.differences
    after = prepared()
    assert after.keys() == before.keys()
    assert after != before


def test_what_was_kept_in_another_form_is_made_anew(told: "Story") -> None:
    from octavo.editions.reading import story_page
    from octavo.enrich.models import Preparation

    enriched(told)
    page = story_page(told.pk, "en")
    Preparation.objects.filter(form="reports").update(result={"comparison": "of another time"})
    assert story_page(told.pk, "en") == page
    assert Preparation.objects.get(form="reports").result != {"comparison": "of another time"}


def test_a_thread_is_prepared_with_any_of_its_stories(told: "Story") -> None:
    from octavo.editions.reading import thread_page
    from tests.integration.newspaper import article, publisher, story

    first = story(
        article(
            publisher("Night Mail"),
            "A new pier for Port Almera",
            ("Port Almera opened its new pier on Saturday with a band and fireworks.",),
            moment=datetime.now(UTC) - timedelta(days=3),
        ),
        thread=told.thread,
    )
    enriched(told)
    before = prepared()
    assert set(before) == {(told.pk, "reports"), (told.pk, "step"), (first.pk, "promises")}
    page = thread_page(told.thread_id, "en")
    assert page
    assert page.steps[1].news
    assert prepared() == before


def test_a_single_report_waits_for_its_first_reader(house: settings.Settings) -> None:
    from tests.integration.newspaper import article, publisher, story

    enriched(story(article(publisher("Night Mail"), "The lamp is lit again")))
    assert prepared() == {}


def test_where_ai_is_off_nothing_is_prepared(told: "Story") -> None:
    settings.override(ai="off")
    try:
        enriched(told)
        assert prepared() == {}
    finally:
        settings.withdraw("ai")
