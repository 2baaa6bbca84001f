"""Integration tests stand in a real house: the embedded PostgreSQL, Django, the migrations."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from octavo.config import boot, settings
from octavo.fetch import close_door
from tests.firefox_models import lay
from tests.integration.sites import Site


@pytest.fixture(scope="session")
def session_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[settings.Settings]:
    directory: Path = tmp_path_factory.mktemp("house")
    for name in [name for name in os.environ if name.startswith(settings.PREFIX)]:
        del os.environ[name]
    settings.override(allow_networks="127.0.0.0/8", page_pause_seconds="0")
    with boot.house(directory) as current:
        yield current


def forget_hosts() -> None:
    """Close the door, and forget which hosts asked to be left alone: another test's server may get the same port."""
    close_door()
    (settings.current().data / "turns").unlink(missing_ok=True)


def emptied() -> None:
    """Take everything out of the open house."""
    from django.core.cache import cache
    from django.core.management import call_command
    from django.db import connection

    from octavo.stories import window

    call_command("flush", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
    cache.clear()
    window._open = None
    forget_hosts()


@pytest.fixture
def house(session_house: settings.Settings) -> settings.Settings:
    """An empty house."""
    emptied()
    return session_house


@pytest.fixture
def firefox(house: settings.Settings) -> Iterator[None]:
    """Lay models that translate between English and Portuguese into the house."""
    lay(house.data)
    yield
    shutil.rmtree(house.data / "translations")


@pytest.fixture
def site() -> Iterator[Site]:
    """A publisher's site, whose pages a test sets."""
    with Site().serving() as site:
        yield site
