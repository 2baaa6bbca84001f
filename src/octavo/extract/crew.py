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

from octavo.core.errors import BadInput
from octavo.extract.constants import PAGE_BYTES, PAGE_SECONDS, WAITING_COUNT
from octavo.extract.lines import article_line, failed_line, page_line

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


def answers(given: Iterable[bytes], *, seconds: float = PAGE_SECONDS, processes: int = 0) -> Iterator[Answer]:
    """Yield one answer for each non-empty line, in order, while the lines still come in.

    `seconds`: the time that one page may take; `processes`: 0 for one on each core.
    """
    crew = _Crew(seconds, processes or os.cpu_count() or 1)
    try:
        yield from crew.work(given)
    finally:
        crew.dismiss()


class _Crew:
    def __init__(self, seconds: float, count: int) -> None:
        self.seconds = seconds
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
        if not self.idle and len(self.busy) < self.count:
            self.idle.append(_hire())
        while not self.idle:
            self._collect()

    def _hand_out(self, number: int, line: bytes) -> None:
        worker = self.idle.pop()
        worker.number, worker.given = number, line
        worker.deadline = time.monotonic() + self.seconds
        self.busy.append(worker)
        with contextlib.suppress(BrokenPipeError):
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
            line, problem = worker.pipe.recv_bytes(), worker.pipe.recv_bytes()
        except (EOFError, OSError):
            self._give_up(worker, "reader-died")
            return
        self.busy.remove(worker)
        self.idle.append(worker)
        self.done[worker.number] = Answer(worker.number, line, problem.decode())

    def _give_up(self, worker: _Worker, reason: str) -> None:
        self.busy.remove(worker)
        _send_away(worker)
        self.idle.append(_hire())
        key, url, _ = page_line(worker.given)
        line = orjson.dumps(failed_line(key, url, reason))
        self.done[worker.number] = Answer(worker.number, line, f"the page could not be read: {reason}")

    def dismiss(self) -> None:
        for worker in (*self.idle, *self.busy):
            _send_away(worker)


def _hire() -> _Worker:
    ours, theirs = _context.Pipe()
    process = _context.Process(target=_serve, args=(theirs, ours), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _send_away(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _serve(pipe: Connection, other_end: Connection) -> None:
    other_end.close()
    _limit_memory()
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while True:
            line, problem = _answer(pipe.recv_bytes())
            pipe.send_bytes(line)
            pipe.send_bytes(problem.encode())


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (PAGE_BYTES, PAGE_BYTES))


def _answer(line: bytes) -> tuple[bytes, str]:
    from octavo.extract.page import extract

    try:
        key, url, html = page_line(line)
    except BadInput as error:
        return b"", str(error)
    try:
        return orjson.dumps(article_line(key, extract(html, url)), option=READABLE), ""
    except MemoryError:
        return orjson.dumps(failed_line(key, url, "too-large")), "the page could not be read: too-large"


READABLE = orjson.OPT_UTC_Z
