"""What was folded in an unlucky order is mended, and addresses live on."""

from datetime import UTC, datetime, timedelta

from octavo.config.settings import Settings
from octavo.core.types import Article

WHEN = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
TEXT = """The ferry Merrow left Port Sabel at dawn on Tuesday with forty crates of pears and a brass band on board.
By noon the band had learned the sea shanty of the first mate, and the pears had been sold twice over.
The harbour master of Cape Orrin said that he had never heard so many trombones in one fog."""


def article(number: int, title: str, text: str) -> Article:
    return Article(
        url=f"https://paper-{number}.example/pears",
        title=title,
        text=text,
        publisher=f"Paper {number}",
        published=WHEN + timedelta(hours=number),
        language="en",
    )


def test_two_stories_that_are_one_become_one_and_the_old_address_leads_on(house: Settings) -> None:
    from django.db import transaction

    from octavo.pipeline.importing import keep_page
    from octavo.stories import store
    from octavo.stories.models import Membership, MovedStory, Story, Thread

    ids = keep_page(
        [
            article(1, "Brass band and pears sail from Port Sabel", TEXT),
            article(2, "Brass band and pears sail from Port Sabel", TEXT),
            article(3, "Trombones in the fog: band sails with pears", TEXT),
        ]
    )
    for place, identity in enumerate(ids):
        story = Story.objects.create(thread=Thread.objects.create(), began=WHEN, latest=WHEN)
        Membership.objects.create(article_id=identity, story=story)
        if place == 0:
            first = story

    with transaction.atomic():
        touched = store.mend()

    assert touched == [first.pk]
    assert set(Membership.objects.values_list("story_id", flat=True)) == {first.pk}
    assert set(MovedStory.objects.values_list("story_id", flat=True)) == {first.pk}
    assert MovedStory.objects.count() == 2
    first.refresh_from_db()
    assert (first.articles_count, first.publishers_count, first.copies_count) == (3, 1, 2)

    with transaction.atomic():
        assert store.mend() == []
