"""The tables are what the models say, and Django finds no fault with these."""

import pytest

from octavo.config.settings import Settings

pytestmark = pytest.mark.xdist_group("web")


def test_migrations_bring_the_tables_to_the_models(house: Settings) -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_django_finds_no_fault_with_the_models(house: Settings) -> None:
    from django.core.management import call_command

    call_command("check", fail_level="WARNING")
