"""The embedded server starts again whatever its last one left."""

import subprocess
import sys
from pathlib import Path

KILLED_AND_NOT_WAITED_FOR = """
import ctypes, os, signal, sys, time
from pathlib import Path

import psutil

from octavo.config.embedded import server

PR_SET_CHILD_SUBREAPER = 36
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
data = Path(sys.argv[1])
with server(data):
    number = int((data / "postgres" / "postmaster.pid").read_text().split()[0])
    os.kill(number, signal.SIGKILL)
    while psutil.Process(number).status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.01)
with server(data) as address:
    print(address)
"""
"""This process takes in its orphans and waits for none, as the first process of a container may."""


def test_a_server_starts_though_the_killed_one_was_never_waited_for(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", KILLED_AND_NOT_WAITED_FOR, str(tmp_path)], capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("postgresql://")
