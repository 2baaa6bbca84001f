"""An empty house shows the demo, and real news takes its place."""

from datetime import UTC, datetime

import pytest

from octavo.config.settings import Settings
from octavo.core.errors import BadInput
from tests.farm.server import Farm


def test_the_demo_stands_in_and_goes_away_by_itself(house: Settings) -> None:
    from octavo.accounts.models import User
    from octavo.community.models import Comment
    from octavo.core.clock import utc_now
    from octavo.editions.reading import front, plain_edition
    from octavo.pipeline import start
    from octavo.sources.models import Publisher
    from octavo.stories.models import Story
    from tests.integration.houses import refresh, subscribe_to

    start.first_sources(house.data, demo=True)
    refresh()
    page = front(plain_edition("en"), "en", utc_now())
    assert page.is_demo
    assert page.lead is not None
    assert Comment.objects.filter(state="shown", parent__isnull=False).exists()
    assert {len(row.text) > 20 for row in Comment.objects.all()} == {True}

    with Farm(datetime.now(UTC)) as farm:
        subscribe_to(farm)
        refresh()
    page = front(plain_edition("en"), "en", utc_now())
    assert not page.is_demo
    assert page.lead is not None
    assert not Publisher.objects.filter(is_demo=True).exists()
    assert not Story.objects.filter(memberships__isnull=True).exists()
    assert not Comment.objects.exists()
    assert not User.objects.exists()


def test_a_house_that_reads_something_gets_no_starter_pack(house: Settings) -> None:
    from octavo.core.clock import utc_now
    from octavo.pipeline import start
    from octavo.sources.models import Feed
    from octavo.sources.store import publisher_named, subscribe

    subscribe("https://gazette.example/feed", publisher_named("The Gazette"), utc_now())
    assert start.first_sources(house.data, demo=False) is None
    assert Feed.objects.count() == 1


def test_a_starter_pack_is_subscribed_once(house: Settings) -> None:
    from octavo.pipeline import start
    from octavo.sources import packs
    from octavo.sources.models import Feed, Publisher

    pack = packs.load("kenya")
    assert start.add_pack(pack) == pack.feeds_count == Feed.objects.count()
    assert start.add_pack(pack) == 0
    kept = Publisher.objects.get(slug="taifa-leo")
    assert (kept.name, kept.country, kept.languages) == ("Taifa Leo", "KE", ["sw"])
    assert kept.feeds.get().title == "Taifa Leo · news"


def test_editions_on_one_host_are_publishers_of_their_own(house: Settings) -> None:
    from octavo.pipeline import start
    from octavo.sources import packs
    from octavo.sources.models import Publisher

    editions = ("korea/bbc-korean", "united-kingdom/bbc", "kenya/bbc-swahili")
    for reference in editions:
        start.add_pack(packs.pick(reference))
    kept = Publisher.objects.filter(slug__in=["bbc-korean", "bbc", "bbc-swahili"])
    assert {tuple(publisher.languages) for publisher in kept} == {("ko",), ("en",), ("sw",)}
    assert all(publisher.feeds.exists() for publisher in kept)


def test_a_first_start_subscribes_a_few_dozen_feeds_of_a_pack(house: Settings) -> None:
    from octavo.pipeline import start
    from octavo.sources.models import Feed

    pack = start.first_sources(house.data, demo=False)
    real = Feed.objects.filter(publisher__is_demo=False)
    assert pack is not None
    assert 8 <= real.count() == pack.feeds_count <= 60
    assert real.count() == real.values("publisher").distinct().count()


def test_the_demo_is_not_mixed_into_a_real_newspaper(house: Settings) -> None:
    from octavo.pipeline import start
    from octavo.sources.models import Publisher
    from octavo.sources.store import publisher_named

    publisher_named("The Gazette")
    with pytest.raises(BadInput, match="real newspaper"):
        start.first_sources(house.data, demo=True)
    assert Publisher.objects.count() == 1


def test_a_house_that_showed_the_demo_alone_still_gets_its_starter_pack(house: Settings) -> None:
    from octavo.pipeline import start
    from octavo.sources.models import Publisher

    start.first_sources(house.data, demo=True)
    assert not Publisher.objects.filter(is_demo=False).exists()
    start.first_sources(house.data, demo=False)
    assert Publisher.objects.filter(is_demo=False).exists()
