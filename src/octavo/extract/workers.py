"""Processes that read pages, each one page at a time, within limits of time and memory that the kernel holds."""

import contextlib
import os
import signal
import time
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any

from selectolax.lexbor import SelectolaxError

from octavo.extract import limits
from octavo.extract.constants import ORPHAN_SECONDS, PAGE_BYTES, STARTING_SECONDS, WORKER_BYTES

READY, LEAVING = "ready", "leaving"
"""States of a worker after a page; any other is the reason for which it could not read the page."""
TOO_SLOW, TOO_LARGE, DIED = "too-slow", "too-large", "reader-died"

Work = Callable[[Any], Any]
"""What a worker does with a page; a module's function, and what it takes and gives can be pickled."""


class Worker:
    """A process that does its work on one page at a time; whoever hires it sends it away."""

    def __init__(self, context: BaseContext, work: Work, processor_seconds: float) -> None:
        self.pipe, theirs = Pipe()
        self._process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, self.pipe, work, processor_seconds), daemon=True
        )
        self._process.start()
        theirs.close()
        self._starting_seconds = STARTING_SECONDS
        self.deadline = float("inf")

    def give(self, page: Any, seconds: float) -> None:
        """Let it begin with `page`, to be read within `seconds` by the clock; the first may take longer."""
        self.deadline = time.monotonic() + seconds + self._starting_seconds
        self._starting_seconds = 0.0
        with contextlib.suppress(OSError):  # it died of the page; its end of the pipe tells
            self.pipe.send(page)

    def take(self) -> tuple[Any, str]:
        """Return what became of the page, and the worker's state; wait for that until its deadline."""
        if not self.pipe.poll(max(0.0, self.deadline - time.monotonic())):
            return None, TOO_SLOW
        try:
            answer, state = self.pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            return None, TOO_SLOW if limits.died_of_time(self._process.exitcode) else DIED
        return answer, state

    def send_away(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


def load() -> None:
    """Read a first page, which pays for what is loaded but once; forked workers then have it from the beginning.

    Each worker is to use one core: without this, NumPy makes threads for all of them, which do not survive a fork.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from octavo.extract.page import extract  # brings NumPy along

    extract("<p>The wall is rebuilt.</p>")


def _serve(pipe: Connection, other_end: Connection, work: Work, processor_seconds: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for whoever hired it
    other_end.close()
    employer = os.getppid()
    load()
    limits.limit_memory(PAGE_BYTES)
    made_of = limits.resident_bytes()
    with contextlib.suppress(EOFError, OSError, MemoryError):
        while _is_called(pipe, employer):
            given = pipe.recv()
            limits.limit_processor(processor_seconds)
            answer, state = done(work, given)
            if state == READY and limits.resident_bytes() - made_of > WORKER_BYTES:
                state = LEAVING
            pipe.send((answer, state))


def _is_called(pipe: Connection, employer: int) -> bool:
    """Wait for the next page; False once the process that hired this one is gone, however it went."""
    while not pipe.poll(ORPHAN_SECONDS):
        if os.getppid() != employer:
            return False
    return True


def done(work: Work, page: Any) -> tuple[Any, str]:
    """Return what the work makes of `page`, and the worker's state: READY, or why the page was not read."""
    try:
        return work(page), READY
    except (MemoryError, SelectolaxError):
        return None, TOO_LARGE
    except Exception as error:
        return None, f"unreadable: {type(error).__name__}"
