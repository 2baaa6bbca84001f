"""Many pages on all cores: answers in the order of the questions, and no page that can stall the others.

Each worker is a process of its own that holds one page at a time; one that takes too long, too much memory or dies
is replaced, and its page answered with the reason.
"""

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait

import orjson

from octavo.core.errors import BadInput
from octavo.extract.constants import PAGE_PROCESSOR_SECONDS, PAGE_SECONDS, WAITING_COUNT
from octavo.extract.lines import article_line, failed_line, page_line
from octavo.extract.workers import READY, Worker, load

_context = multiprocessing.get_context()


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one line: `line` of JSON, or the `problem` that a person should know; or both."""

    number: int
    """The input's line, from 1."""
    line: bytes = b""
    problem: str = ""


class _Reader(Worker):
    """A worker, and the line that it reads."""

    number = 0
    given = b""


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
    load()
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
        self.idle: list[_Reader] = []
        self.busy: list[_Reader] = []
        self.waiting: deque[int] = deque()
        self.done: dict[int, Answer] = {}

    def work(self, given: Iterable[bytes]) -> Iterator[Answer]:
        for number, line in enumerate(given, start=1):
            if not line.strip():
                continue
            self.waiting.append(number)
            self._free_reader()
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

    def _free_reader(self) -> None:
        while not self.idle:
            if len(self.busy) < self.count:
                self.idle.append(_Reader(_context, _line, self.processor_seconds))
            else:
                self._collect()

    def _hand_out(self, number: int, line: bytes) -> None:
        reader = self.idle.pop()
        reader.number, reader.given = number, line
        reader.give(line, self.seconds)
        self.busy.append(reader)

    def _collect(self) -> None:
        """Wait until a reader answers, dies or runs out of time."""
        if not self.busy:
            return
        nearest = min(reader.deadline for reader in self.busy)
        ready = wait([reader.pipe for reader in self.busy], max(0.0, nearest - time.monotonic()))
        for reader in list(self.busy):
            if reader.pipe in ready or time.monotonic() >= reader.deadline:
                self._take(reader)

    def _take(self, reader: _Reader) -> None:
        self.busy.remove(reader)
        answer, state = reader.take()
        if state == READY:
            self.idle.append(reader)
        else:
            reader.send_away()
        line, problem = answer or _failed(reader.given, state)
        self.done[reader.number] = Answer(reader.number, line, problem)

    def dismiss(self) -> None:
        for reader in (*self.idle, *self.busy):
            reader.send_away()


def _line(given: bytes) -> tuple[bytes, str]:
    """Return the answer's line, and the problem to tell where it is none."""
    from octavo.extract.page import extract  # brings NumPy along

    try:
        key, url, html = page_line(given)
        return orjson.dumps(article_line(key, extract(html, url)), option=orjson.OPT_UTC_Z), ""
    except BadInput as error:
        return b"", str(error)


def _failed(given: bytes, reason: str) -> tuple[bytes, str]:
    key, url, _ = page_line(given)
    return orjson.dumps(failed_line(key, url, reason)), f"the page could not be read: {reason}"
