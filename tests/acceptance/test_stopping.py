"""Octavo stops cleanly, and leaves nothing behind when it cannot."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import psutil

from tests.acceptance.processes import await_answer, free_port, start

STOP_SECONDS = 30


def octavo(data: Path, port: int, log: Path) -> "subprocess.Popen[str]":
    process = start("up", "--demo", "--data", str(data), "--port", str(port), log=log)
    await_answer(f"http://127.0.0.1:{port}/healthz", process, log)
    return process


def await_end(processes: list[psutil.Process]) -> None:
    _, alive = psutil.wait_procs(processes, timeout=STOP_SECONDS)
    assert not alive, [process.cmdline() for process in alive]


def test_one_signal_ends_all_processes_though_a_browser_holds_on(tmp_path: Path) -> None:
    port = free_port()
    process = octavo(tmp_path / "house", port, tmp_path / "log")
    group = psutil.Process(process.pid).children(recursive=True)
    with socket.create_connection(("127.0.0.1", port)) as browser:
        browser.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert browser.recv(100)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(STOP_SECONDS) == 0
        assert time.monotonic() - began < STOP_SECONDS
    await_end(group)
    assert not (tmp_path / "house" / "postgres" / "postmaster.pid").exists()


def test_children_end_when_the_one_that_tends_them_is_killed(tmp_path: Path) -> None:
    process = octavo(tmp_path / "house", free_port(), tmp_path / "log")
    group = psutil.Process(process.pid).children(recursive=True)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    await_end(group)

    again = octavo(tmp_path / "house", free_port(), tmp_path / "log")
    again.send_signal(signal.SIGINT)
    assert again.wait(STOP_SECONDS) == 0
