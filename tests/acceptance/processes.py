"""The octavo command as a person runs it, in a process group of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

OCTAVO = (sys.executable, "-m", "octavo")
SETTINGS = {"OCTAVO_ALLOW_NETWORKS": "127.0.0.0/8", "OCTAVO_PAGE_PAUSE_SECONDS": "0"}
START_SECONDS = 90.0
RUN_SECONDS = 280.0
"""A command that makes a house takes 8 seconds of a processor, which is minutes where many want it."""


def environment(**settings: str) -> dict[str, str]:
    """Return this process's environment with only these settings of Octavo's."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("OCTAVO_")}
    return plain | SETTINGS | settings


def run(*arguments: str, data: Path | None = None, text: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    command = [*OCTAVO, *arguments, *(("--data", str(data)) if data else ())]
    return subprocess.run(
        command,
        input=text,
        capture_output=True,
        text=True,
        env=environment(**settings),
        check=False,
        timeout=RUN_SECONDS,
    )


def start(*arguments: str, log: Path | None = None, **settings: str) -> subprocess.Popen[str]:
    """Start a command in a process group of its own."""
    with (log or Path(os.devnull)).open("a") as out:
        return subprocess.Popen(
            [*OCTAVO, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            text=True,
            env=environment(**settings),
            start_new_session=True,
        )


def kill_group(process: subprocess.Popen[str]) -> None:
    """Kill every process of the group at once, without a chance to tidy up."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(data: Path, *options: str, **settings: str) -> Iterator[str]:
    """Run `octavo up` while the block lasts; yield its address."""
    port = free_port()
    log = data.with_name(f"{data.name}.log")
    process = start("up", "--data", str(data), "--port", str(port), *options, log=log, **settings)
    try:
        await_answer(f"http://127.0.0.1:{port}/healthz", process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            kill_group(process)
            raise


def await_answer(url: str, process: subprocess.Popen[str], log: Path) -> None:
    """Wait until `url` answers; fail with what the process said where it ends before that."""
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up:
        if process.poll() is not None:
            break
        try:
            urlopen(url, timeout=2).close()
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"octavo up did not answer: {log.read_text()}")
