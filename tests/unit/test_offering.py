"""Packages offer their machinery lazily: tables come without it."""

import os
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

PACKAGES = ("core.types", "dedupe", "demo", "editions", "enrich", "extract", "feeds", "fetch", "search", "stories")
LOADED = """
import sys
from octavo.config import boot
boot.set_up()
own = ("octavo.accounts.sent", "octavo.community.deciding", "octavo.community.store", "octavo.core.types.summing")
print([name for name in (*own, "aiohttp", "lxml", "numpy", "psutil", "selectolax") if name in sys.modules])
from octavo.fetch import fetch_each
from octavo.pipeline import flow, schedule
unread = ("octavo.core.linked", "octavo.core.text", "octavo.feeds.parsing", "octavo.sources.hosts")
print([name for name in (*unread, "numpy", "protego", "psutil", "selectolax") if name in sys.modules])
"""


@pytest.mark.parametrize("name", PACKAGES)
def test_what_a_package_offers_is_there_and_no_module_of_its_own(name: str) -> None:
    package = import_module(f"octavo.{name}")
    assert all(getattr(package, one) is not None for one in package.__all__)
    assert {one.name for one in pkgutil.iter_modules(package.__path__)}.isdisjoint(package.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        package.nothing  # noqa: B018


def test_tables_and_polls_without_news_come_without_machinery(tmp_path: Path) -> None:
    settings = {"OCTAVO_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "octavo.config.django_settings"}
    ended = subprocess.run(
        [sys.executable, "-c", LOADED], env={**os.environ, **settings}, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "[]\n[]\n"
