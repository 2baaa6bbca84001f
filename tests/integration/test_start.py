"""An empty house shows the demo, and real news takes its place."""

from datetime import UTC, datetime

import pytest

from octavo.config.settings import Settings
from octavo.core.errors import BadInput
from tests.farm.server import Farm


def test_the_demo_stands_in_and_goes_away_by_itself(house: Settings) -> None:
    from octavo.core.clock import utc_now
    from octavo.editions.reading import front
    from octavo.pipeline import start
    from octavo.sources.models import Publisher
    from octavo.stories.models import Story
    from tests.integration.houses import refresh, subscribe_to

    start.first_sources(house.data, demo=True)
    refresh()
    page = front("en", utc_now())
    assert page.is_demo
    assert page.lead is not None

    with Farm(datetime.now(UTC)) as farm:
        subscribe_to(farm)
        refresh()
    page = front("en", utc_now())
    assert not page.is_demo
    assert page.lead is not None
    assert not Publisher.objects.filter(is_demo=True).exists()
    assert not Story.objects.filter(memberships__isnull=True).exists()


def test_a_house_that_reads_something_gets_no_starter_pack(house: Settings) -> None:
    from octavo.core.clock import utc_now
    from octavo.pipeline import start
    from octavo.sources.models import Feed
    from octavo.sources.store import publisher_named, subscribe

    subscribe("https://gazette.example/feed", publisher_named("The Gazette"), utc_now())
    start.first_sources(house.data, demo=False)
    assert Feed.objects.count() == 1


def test_a_starter_pack_is_subscribed_once(house: Settings) -> None:
    from octavo.pipeline import start
    from octavo.sources import packs

    name, pack = next(iter(packs.load().items()))
    assert start.add_pack(name) == pack.feeds_count
    assert start.add_pack(name) == 0


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
