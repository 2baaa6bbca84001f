"""Killed at any moment, Octavo ends where it would have ended."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.acceptance.processes import environment, kill_group, start
from tests.farm.server import Farm

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
KILLS_COUNT = 20
WITH_DATABASE_EVERY = 4
"""Every so many kills, the database's processes are killed too, as when the machine loses power."""

SUBSCRIBE = """
import json, sys
from pathlib import Path
from octavo.config import boot
with boot.house(Path(sys.argv[1])):
    from octavo.core.clock import utc_now
    from octavo.sources.store import keep_publisher, subscribe
    for name, home, feeds in json.load(sys.stdin):
        for feed in feeds:
            subscribe(feed, keep_publisher(name, home), utc_now())
"""
OUTCOME = """
import sys
from pathlib import Path
from octavo.config import boot
with boot.house(Path(sys.argv[1])):
    from tests.integration.houses import outcome
    found = outcome()
    print(sorted(found.articles.items()))
    print(sorted(found.copies.items()))
    print(sorted(map(sorted, found.stories)))
    print(sorted(map(sorted, found.threads)))
"""


@pytest.fixture(scope="module")
def farm() -> Iterator[Farm]:
    with Farm(NOW) as farm:
        yield farm


def python(script: str, data: Path, text: str = "") -> str:
    command = [sys.executable, "-c", script, str(data)]
    ended = subprocess.run(
        command, input=text, capture_output=True, text=True, env=environment(), check=True, timeout=120
    )
    return ended.stdout


def subscribed(farm: Farm, data: Path) -> None:
    rows = [(one.name, one.home_url, one.feed_urls) for one in farm.web.publishers]
    python(SUBSCRIBE, data, json.dumps(rows))


def refreshed(data: Path, log: Path) -> float:
    """Refresh to the end; return the seconds that it took."""
    began = time.monotonic()
    assert start("refresh", "--data", str(data), log=log).wait(120) == 0, log.read_text()
    return time.monotonic() - began


def kill_database(data: Path) -> None:
    pid_file = data / "postgres" / "postmaster.pid"
    if pid_file.exists():
        os.kill(int(pid_file.read_text().split()[0]), signal.SIGKILL)
        time.sleep(0.3)


@pytest.mark.timeout(600)
def test_twenty_kills_during_a_refresh_change_nothing(farm: Farm, tmp_path: Path) -> None:
    whole, killed, log = tmp_path / "whole", tmp_path / "killed", tmp_path / "log"
    subscribed(farm, whole)
    seconds = refreshed(whole, log)

    subscribed(farm, killed)
    dice = random.Random(8)
    for number in range(KILLS_COUNT):
        process = start("refresh", "--data", str(killed), log=log)
        with suppress(subprocess.TimeoutExpired):
            process.wait(dice.uniform(0.3, max(2.0, seconds * 0.6)))
        kill_group(process)
        if number % WITH_DATABASE_EVERY == 0:
            kill_database(killed)
    refreshed(killed, log)

    assert python(OUTCOME, killed) == python(OUTCOME, whole)
