"""The window that the database is folded in: articles that come late, and dates that no calendar goes beyond."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from octavo.config.settings import Settings
from octavo.core.types import Article
from tests.unit import happenings

WHEN = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)


def article(number: int, told: tuple[str, str], published: datetime) -> Article:
    return Article(
        url=f"https://paper-{number}.example/news",
        title=told[0],
        text=told[1],
        publisher=f"Paper {number}",
        published=published,
        language="en",
    )


def folded(articles: Sequence[Article]) -> list[int]:
    """Return the story of each, folded as one batch."""
    from django.db import transaction

    from octavo.pipeline.importing import keep_page
    from octavo.stories import store
    from octavo.stories.models import Membership

    ids = keep_page(articles)
    with transaction.atomic():
        store.fold(ids)
    stories = dict(Membership.objects.values_list("article_id", "story_id"))
    return [stories[identity] for identity in ids]


def test_what_comes_more_than_a_week_late_joins_its_story(house: Settings) -> None:
    first, second = happenings.QUAKE_NORTH
    others = [
        article(10 + day, told, WHEN + timedelta(days=day))
        for day, told in ((5, happenings.MATCH_ONE[0]), (10, happenings.UNRELATED), (12, happenings.MATCH_TWO[0]))
    ]
    story, *_ = folded([article(1, first, WHEN), *others])
    assert folded([article(2, second, WHEN + timedelta(hours=20))]) == [story]


def test_an_article_of_the_calendars_first_day_is_folded(house: Settings) -> None:
    odd = article(3, happenings.UNRELATED, datetime.min.replace(tzinfo=UTC))
    first, second = (article(number, told, WHEN) for number, told in enumerate(happenings.QUAKE_NORTH))
    alone, story, other = folded([odd, first, second])
    assert alone != story
    assert story == other
