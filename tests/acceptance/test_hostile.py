"""A hostile web beside a healthy one: what is good arrives, what is not is told, nothing grows or stalls."""

import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
import trustme

from tests.acceptance.processes import environment
from tests.farm.hostile import Hostile
from tests.farm.hostile_bodies import healthy_title

HEALTHY_COUNT = 500
PATIENCE_SECONDS = "4"
MEMORY_BYTES = 300 * 2**20
DAMAGED = "damaged"
"""The reason of a feed that was read, though not as it should be."""

SUBSCRIBE = """
import json, sys
from pathlib import Path
from octavo.config import boot
with boot.house(Path(sys.argv[1])):
    from octavo.core.clock import utc_now
    from octavo.sources.store import keep_publisher, subscribe
    for url in json.load(sys.stdin):
        subscribe(url, keep_publisher(url.split("/")[2], url), utc_now())
"""
ENTRIES = """
import json, sys
from pathlib import Path
from octavo.config import boot
with boot.house(Path(sys.argv[1])):
    from octavo.feeds.models import Entry
    print(json.dumps(list(Entry.objects.values_list("feed__url", "title", "url", "image"))))
"""
REASONS = """
import json, sys
from pathlib import Path
from octavo.config import boot
with boot.house(Path(sys.argv[1])):
    from octavo.pipeline.models import Refused
    print(json.dumps(list(Refused.objects.filter(stage="feeds").values_list("url", "reason"))))
"""


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """Serve the quarter, to commands that trust its authority."""
    authority, file = trustme.CA(), tmp_path_factory.mktemp("trusted") / "authority.pem"
    authority.cert_pem.write_to_path(file)
    with pytest.MonkeyPatch.context() as patch, Hostile(HEALTHY_COUNT, authority) as quarter:
        patch.setenv("SSL_CERT_FILE", str(file))
        yield quarter


@pytest.fixture(scope="module")
def house(quarter: Hostile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data directory of a house that subscribes to the whole quarter."""
    data = tmp_path_factory.mktemp("house")
    _octavo("-c", SUBSCRIBE, str(data), text=json.dumps([*quarter.cases, *quarter.healthy_urls]))
    return data


def _octavo(*arguments: str, text: str = "") -> str:
    settings = environment(OCTAVO_FETCH_SECONDS=PATIENCE_SECONDS)
    command = [sys.executable, *arguments]
    ended = subprocess.run(command, input=text, capture_output=True, text=True, env=settings, check=False, timeout=240)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@contextmanager
def _watched(largest: dict[int, int]) -> Iterator[None]:
    """Note the largest resident size, in bytes, of each process that this one starts meanwhile."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.1):
            for process in psutil.Process().children(recursive=True):
                with suppress(psutil.Error):
                    largest[process.pid] = max(largest.get(process.pid, 0), process.memory_info().rss)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _entries(house: Path) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for feed, title, url, image in json.loads(_octavo("-c", ENTRIES, str(house))):
        found.setdefault(feed, []).append((title, url, image))
    return found


def _reasons(house: Path) -> dict[str, str]:
    """Return the reasons under which feeds are counted as failed or damaged."""
    return dict(json.loads(_octavo("-c", REASONS, str(house))))


def _status(house: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_octavo("-m", "octavo", "status", "--json", "--data", str(house)))
    return found


@pytest.mark.timeout(400)
def test_a_hostile_quarter_harms_no_one(quarter: Hostile, house: Path) -> None:
    largest: dict[int, int] = {}
    with _watched(largest):
        _octavo("-m", "octavo", "refresh", "--data", str(house))
    assert max(largest.values()) < MEMORY_BYTES, largest
    sizes = sorted((round(size / 2**20) for size in largest.values()), reverse=True)
    sys.stdout.write(f"{len(quarter.cases)} feeds beside {HEALTHY_COUNT} healthy ones; processes in MB: {sizes}\n")

    entries, reasons = _entries(house), _reasons(house)
    told = {one["url"]: one["error"] for one in _status(house)["failing_feeds"]}
    for number, url in enumerate(quarter.healthy_urls):
        assert [title for title, _, _ in entries[url]] == [healthy_title(number)]
        assert url not in told
    faulty = {url: case for url, case in quarter.cases.items() if case.reason or case.note}
    counted = {case.name: reasons.get(url) for url, case in faulty.items()}
    assert counted == {case.name: case.reason or DAMAGED for case in faulty.values()}
    sys.stdout.write(f"{len(counted)} faults told: {dict(Counter(counted.values()).most_common())}\n")
    for url, case in quarter.cases.items():
        titles = sorted(title for title, _, _ in entries.get(url, ()))
        assert titles == sorted(case.titles), case.name
        assert told.get(url) or not (case.reason or case.note), case.name
        assert case.note in told.get(url, ""), (case.name, told.get(url))
        for _, link, image in entries.get(url, ()):
            assert all(not address or address.startswith("http") for address in (link, image)), case.name

    _octavo("-m", "octavo", "refresh", "--all", "--data", str(house))
    again = _entries(house)
    assert {url: sorted(rows) for url, rows in again.items()} == {url: sorted(rows) for url, rows in entries.items()}
    assert max(quarter.polls.values()) >= 2
