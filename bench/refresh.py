"""A first refresh of many feeds, and a second with nothing new, beside `reader` from PyPI; prints JSON.

    python bench/refresh.py [--feeds 1000] [--fold]

Both read the same feeds of 25 entries from one local server: nginx where it is installed (Debian: `apt-get install
nginx-light`), else Python's. Counted are the processor seconds of all processes, PostgreSQL's included, from the
start of each command. `megabytes` is the largest resident size of a single process of the command, `megabytes_together`
the most that all its processes and PostgreSQL's took at one moment, each page that they share counted once (PSS, looked
at twenty times a second; uv, which starts `reader`, is left out). An unchanged refresh is measured three times, and the
middle one counts, for both: PostgreSQL tidies up after the first refresh when its minute comes. `--fold` folds what
came, which is counted apart.
Both keep their compiled modules, as installed programs do, whatever PYTHONDONTWRITEBYTECODE says.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.feeds import rss  # noqa: E402 - a script beside it
from bench.memory import Peak, with_children  # noqa: E402
from bench.serving import serving, slow  # noqa: E402

UNCHANGED_COUNT = 3
SLOW_COUNT = 200
SLOW_SECONDS = 0.2
PARAGRAPHS = (0, 2, 5, 12)
"""Of the feeds: a quarter gives headlines with a summary, the others more and more of the text."""
HERE = Path(__file__).resolve().parent
PEER = (
    shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv"),
    "run",
    "--quiet",
    "--script",
    f"{HERE / 'peer_reader.py'}",
)
OURS = (sys.executable, str(HERE / "refresh_house.py"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--fold", action="store_true")
    arguments = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="bench-refresh-") as name:
        folder = Path(name)
        print(json.dumps(_figures(folder, arguments.feeds, fold=arguments.fold), indent=2))


def _figures(folder: Path, feeds_count: int, *, fold: bool) -> dict[str, Any]:
    _write_feeds(folder / "site", feeds_count)
    with serving(folder) as server:
        addresses = folder / "addresses"
        addresses.write_text("\n".join(server.address(number) for number in range(feeds_count)))
        theirs = _reader(folder, addresses)
        ours = _octavo(folder, addresses, fold=fold)
    ratios = {
        "first_refresh_ratio": round(_seconds(theirs, "first", "index") / _seconds(ours, "first"), 2),
        "unchanged_refresh_ratio": round(_seconds(theirs, "unchanged") / _seconds(ours, "unchanged"), 2),
    }
    return {"server": server.kind, "feeds": feeds_count, "reader": theirs, "octavo": ours, **ratios}


def _seconds(measured: dict[str, Any], *acts: str) -> float:
    return sum(float(measured[act]["seconds"]) for act in acts)


def _write_feeds(site: Path, feeds_count: int) -> None:
    site.mkdir(mode=0o755)
    random.seed(11)
    for number in range(feeds_count):
        paragraphs = PARAGRAPHS[number % len(PARAGRAPHS)]
        (site / f"{number}.xml").write_bytes(rss(paragraphs, f"https://post-{number}.example"))


def _reader(folder: Path, addresses: Path) -> dict[str, Any]:
    database = str(folder / "reader.sqlite")
    _measured(*PEER, database, "add", str(addresses))
    acts = {"first": "update", "index": "index"}
    found = {name: _measured(*PEER, database, act) for name, act in acts.items()}
    return found | {"unchanged": _unchanged(*PEER, database, "update")}


def _octavo(folder: Path, addresses: Path, *, fold: bool) -> dict[str, Any]:
    data = str(folder / "house")
    os.environ["OCTAVO_ALLOW_NETWORKS"] = "127.0.0.0/8"
    with _database_of(folder / "house"):
        _measured(*OURS, data, "add", str(addresses))
        found = {"first": _measured(*OURS, data, "poll"), "unchanged": _unchanged(*OURS, data, "poll")}
        with slow(SLOW_COUNT, SLOW_SECONDS) as urls:
            addresses.write_text("\n".join(urls))
            _measured(*OURS, data, "add", str(addresses))
            found["slow_feeds"] = _measured(*OURS, data, "poll-new")
        if fold:
            found["fold"] = _measured(*OURS, data, "fold")
    return found


def _unchanged(*command: str) -> dict[str, Any]:
    """Run a command that finds nothing new a few times; return what it took in the middle."""
    taken = sorted((_measured(*command) for _ in range(UNCHANGED_COUNT)), key=lambda one: float(one["seconds"]))
    return taken[UNCHANGED_COUNT // 2]


def _measured(*command: str) -> dict[str, Any]:
    """Run a command; return its processor seconds with the database's, its wall seconds, and its peaks of memory."""
    before, began, peak = _database_seconds(), time.monotonic(), Peak()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    with peak.watching(partial(_working, psutil.Process(process.pid))):
        said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    database = _database_seconds() - before
    return {
        "seconds": round(used.ru_utime + used.ru_stime + database, 2),
        "database_seconds": round(database, 2),
        "wall_seconds": round(time.monotonic() - began, 2),
        "megabytes": round(used.ru_maxrss / 1024),
        "megabytes_together": round(peak.megabytes),
        "said": said.strip(),
    }


def _working(command: psutil.Process) -> list[psutil.Process]:
    """Return the processes that work now: the command's and the database's."""
    started = command.children() if command.name() == "uv" else [command]
    return [process for one in (*started, *_postmaster) for process in with_children(one)]


_postmaster: list[psutil.Process] = []


@contextmanager
def _database_of(data: Path) -> Iterator[None]:
    """Keep the database of a fresh house running meanwhile, as under `octavo up`."""
    process = subprocess.Popen([*OURS, str(data), "keep"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin
    assert process.stdout
    process.stdout.readline()
    _postmaster.append(psutil.Process(int((data / "postgres" / "postmaster.pid").read_text().split()[0])))
    try:
        yield
    finally:
        _postmaster.clear()
        process.stdin.close()
        process.wait()


def _database_seconds() -> float:
    """Return the processor seconds of the database's processes, those that have ended included."""
    total = 0.0
    for one in _postmaster:
        times = one.cpu_times()
        total += times.user + times.system + times.children_user + times.children_system
        total += sum(child.cpu_times().user + child.cpu_times().system for child in one.children(recursive=True))
    return total


if __name__ == "__main__":
    main()
