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
