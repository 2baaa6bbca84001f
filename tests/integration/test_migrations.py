"""The tables are what the models say, and Django finds no fault with these."""

import pytest

from octavo.config.settings import Settings
from octavo.core.clock import utc_now

pytestmark = pytest.mark.xdist_group("web")


def test_migrations_bring_the_tables_to_the_models(house: Settings) -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_django_finds_no_fault_with_the_models(house: Settings) -> None:
    from django.core.management import call_command

    call_command("check", fail_level="WARNING")


def test_articles_and_entries_from_before_recordings_were_kept_stay(house: Settings) -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from octavo.extract.models import Article
    from octavo.feeds.models import Entry
    from octavo.sources.store import keep_publisher, subscribe

    now = utc_now()
    publisher = keep_publisher("The Elster Post", "https://post.example/")
    feed, _ = subscribe("https://post.example/rss", publisher, now)
    before = [("extract", "0001_initial"), ("feeds", "0002_entries_by_url")]
    latest = [one for one in MigrationExecutor(connection).loader.graph.leaf_nodes() if one[0] in ("extract", "feeds")]
    MigrationExecutor(connection).migrate(before)
    try:
        old = MigrationExecutor(connection).loader.project_state(before).apps
        old.get_model("extract", "Article").objects.create(
            url="https://post.example/1", publisher_id=publisher.pk, title="Fog", first_seen=now, moment=now
        )
        old.get_model("feeds", "Entry").objects.create(feed_id=feed.pk, key="1", title="Fog", first_seen=now)
    finally:
        MigrationExecutor(connection).migrate(latest)
    assert (Article.objects.get().title, Article.objects.get().media) == ("Fog", [])
    assert (Entry.objects.get().title, Entry.objects.get().media) == ("Fog", [])


def test_feeds_from_before_addresses_had_one_spelling_are_given_it_and_joined(house: Settings) -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from octavo.feeds.models import Entry
    from octavo.pipeline.models import Refused
    from octavo.sources.models import Feed, Outline
    from octavo.sources.store import keep_publisher

    now = utc_now()
    publisher = keep_publisher("The Elster Post", "https://post.example/")
    latest = [one for one in MigrationExecutor(connection).loader.graph.leaf_nodes() if one[0] == "sources"]
    MigrationExecutor(connection).migrate([("sources", "0005_feeds_updated_in_place")])
    try:
        alone, double, third, kept, mailed = (
            Feed.objects.create(publisher=publisher, url=url, next_poll=now, state=state)
            for url, state in [
                ("https://alone.example/안개", "active"),
                ("HTTPS://Post.example:443/rss", "active"),
                ("https://POST.example/rss", "active"),
                ("https://post.example/rss", "gone"),
                ("mail:Mornings.Post.example", "mailed"),
            ]
        )
        for feed, keys in [(double, "ab"), (third, "bc"), (kept, "b")]:
            for key in keys:
                Entry.objects.create(feed=feed, key=key, title=f"{key} of {feed.pk}", first_seen=now)
        folder, other = (Outline.objects.create(position=place, text=f"Folder {place}") for place in range(2))
        for parent, feed in [(folder, double), (other, double), (folder, kept)]:
            Outline.objects.create(parent=parent, feed=feed, position=0)
        Refused.objects.create(stage="extract", url="https://post.example/a", reason="stub", feed=double, happened=now)
    finally:
        MigrationExecutor(connection).migrate(latest)
    urls = {alone.pk: "https://alone.example/%EC%95%88%EA%B0%9C", kept.pk: kept.url, mailed.pk: mailed.url}
    assert dict(Feed.objects.values_list("pk", "url")) == urls
    assert Feed.objects.get(pk=kept.pk).state == "active"
    titles = [f"a of {double.pk}", f"b of {kept.pk}", f"c of {third.pk}"]
    assert sorted(Entry.objects.values_list("title", flat=True)) == titles
    assert set(Entry.objects.values_list("feed_id", flat=True)) == {kept.pk}
    places = Outline.objects.filter(feed=kept).values_list("parent__text", flat=True)
    assert sorted(places) == ["Folder 0", "Folder 1"]
    assert Refused.objects.get().feed_id == kept.pk
