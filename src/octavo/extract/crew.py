"""Many pages on all cores: answers in the order of the questions, and no page that can stall the others.

Each worker is a process of its own that holds one page at a time; one that takes too long, too much memory or dies
is replaced, and its page answered with the reason.
"""

import contextlib
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait

import orjson
from selectolax.lexbor import SelectolaxError

from octavo.core.errors import BadInput
from octavo.extract import limits
from octavo.extract.constants import (
    ORPHAN_SECONDS,
    PAGE_BYTES,
    PAGE_PROCESSOR_SECONDS,
    PAGE_SECONDS,
    STARTING_SECONDS,
    WAITING_COUNT,
    WORKER_BYTES,
)
from octavo.extract.lines import article_line, failed_line, page_line

READY, LEAVING = "ready", "leaving"
"""States of a worker after a page; any other is the reason for which it could not read the page."""

_context = multiprocessing.get_context()


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one line: `line` of JSON, or the `problem` that a person should know; or both."""

    number: int
    """The input's line, from 1."""
    line: bytes = b""
    problem: str = ""


@dataclass(slots=True)
class _Worker:
    process: multiprocessing.process.BaseProcess
    pipe: Connection
    number: int = 0
    given: bytes = b""
    deadline: float = field(default=float("inf"))
    starting_seconds: float = STARTING_SECONDS
    """What the first page may take longer."""


def answers(
    given: Iterable[bytes],
    *,
    seconds: float = PAGE_SECONDS,
    processor_seconds: float = PAGE_PROCESSOR_SECONDS,
    processes: int = 0,
) -> Iterator[Answer]:
    """Yield one answer for each non-empty line, in order, while the lines still come in.

    `seconds`, `processor_seconds`: what one page may take, by the clock and of a processor; `processes`: 0 for one on
    each core.
    """
    _load()
    crew = _Crew(seconds, processor_seconds, processes or os.cpu_count() or 1)
    try:
        yield from crew.work(given)
    finally:
        crew.dismiss()


class _Crew:
    def __init__(self, seconds: float, processor_seconds: float, count: int) -> None:
        self.seconds = seconds
        self.processor_seconds = processor_seconds
        self.count = count
        self.idle: list[_Worker] = []
        self.busy: list[_Worker] = []
        self.waiting: deque[int] = deque()
        self.done: dict[int, Answer] = {}

    def work(self, given: Iterable[bytes]) -> Iterator[Answer]:
        for number, line in enumerate(given, start=1):
            if not line.strip():
                continue
            self.waiting.append(number)
            self._free_worker()
            self._hand_out(number, line)
            yield from self._ready()
            while len(self.waiting) > WAITING_COUNT:
                self._collect()
                yield from self._ready()
        while self.waiting:
            self._collect()
            yield from self._ready()

    def _ready(self) -> Iterator[Answer]:
        while self.waiting and self.waiting[0] in self.done:
            yield self.done.pop(self.waiting.popleft())

    def _free_worker(self) -> None:
        while not self.idle:
            if len(self.busy) < self.count:
                self.idle.append(_hire(self.processor_seconds))
            else:
                self._collect()

    def _hand_out(self, number: int, line: bytes) -> None:
        worker = self.idle.pop()
        worker.number, worker.given = number, line
        worker.deadline = time.monotonic() + self.seconds + worker.starting_seconds
        worker.starting_seconds = 0.0
        self.busy.append(worker)
        with contextlib.suppress(OSError):  # it died of the page; its end of the pipe tells
            worker.pipe.send_bytes(line)

    def _collect(self) -> None:
        """Wait until a worker answers, dies or runs out of time."""
        if not self.busy:
            return
        nearest = min(worker.deadline for worker in self.busy)
        ready = wait([worker.pipe for worker in self.busy], max(0.0, nearest - time.monotonic()))
        for worker in list(self.busy):
            if worker.pipe in ready:
                self._take(worker)
            elif time.monotonic() >= worker.deadline:
                self._give_up(worker, "too-slow")

    def _take(self, worker: _Worker) -> None:
        try:
            line, problem, state = (worker.pipe.recv_bytes().decode() for _ in range(3))
        except (EOFError, OSError):
            worker.process.join()
            self._give_up(worker, "too-slow" if limits.died_of_time(worker.process.exitcode) else "reader-died")
            return
        if state not in (READY, LEAVING):
            self._give_up(worker, state)
            return
        self.busy.remove(worker)
        self.done[worker.number] = Answer(worker.number, line.encode(), problem)
        if state == READY:
            self.idle.append(worker)
        else:
            _send_away(worker)

    def _give_up(self, worker: _Worker, reason: str) -> None:
        self.busy.remove(worker)
        _send_away(worker)
        key, url, _ = page_line(worker.given)
        line = orjson.dumps(failed_line(key, url, reason))
        self.done[worker.number] = Answer(worker.number, line, f"the page could not be read: {reason}")

    def dismiss(self) -> None:
        for worker in (*self.idle, *self.busy):
            _send_away(worker)


def _hire(processor_seconds: float) -> _Worker:
    ours, theirs = _context.Pipe()
    process = _context.Process(target=_serve, args=(theirs, ours, processor_seconds), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _send_away(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _load() -> None:
    """Read a first page, which pays for what is loaded but once; forked workers then have it from the beginning.

    Each worker is to use one core: without this, NumPy makes threads for all of them, which do not survive a fork.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _answer(b'{"html": "<p>The wall is rebuilt.</p>"}')


def _serve(pipe: Connection, other_end: Connection, processor_seconds: float) -> None:
    other_end.close()
    employer = os.getppid()
    _load()
    limits.limit_memory(PAGE_BYTES)
    made_of = limits.resident_bytes()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while _is_called(pipe, employer):
            given = pipe.recv_bytes()
            limits.limit_processor(processor_seconds)
            line, problem, state = _answer(given)
            if state == READY and limits.resident_bytes() - made_of > WORKER_BYTES:
                state = LEAVING
            for message in (line, problem.encode(), state.encode()):
                pipe.send_bytes(message)


def _is_called(pipe: Connection, employer: int) -> bool:
    """Wait for the next page; False once the process that hired this one is gone, however it went."""
    while not pipe.poll(ORPHAN_SECONDS):
        if os.getppid() != employer:
            return False
    return True


def _answer(given: bytes) -> tuple[bytes, str, str]:
    """Return the answer's line, the problem to tell, and the worker's state: READY, or why the page was not read."""
    from octavo.extract.page import extract

    try:
        key, url, html = page_line(given)
        return orjson.dumps(article_line(key, extract(html, url)), option=READABLE), "", READY
    except BadInput as error:
        return b"", str(error), READY
    except (MemoryError, SelectolaxError):
        return b"", "", "too-large"
    except Exception as error:
        return b"", "", f"unreadable: {type(error).__name__}"


READABLE = orjson.OPT_UTC_Z
