"""Pages one after the other, none of which can stall or starve the others: what may be heavy is read apart."""

import multiprocessing
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from octavo.core.types import Article, Entry, Refusal
from octavo.extract.constants import APART_BYTES, APART_TAGS, PAGE_PROCESSOR_SECONDS, PAGE_SECONDS
from octavo.extract.page import extract
from octavo.extract.workers import DIED, READY, TOO_LARGE, TOO_SLOW, Worker, done

_DETAILS = {
    TOO_SLOW: "reading the page takes longer than a page may",
    TOO_LARGE: "reading the page takes more memory than a page may",
    DIED: "the process that read the page ended",
}
_Page = tuple[bytes, str, Mapping[str, str], Entry | None]
_context = multiprocessing.get_context("spawn")
"""Whoever extracts may have threads, which a fork would break."""


class Extractor:
    """`extract` within limits of time and memory; a context manager.

    Few pages are so heavy that they could come near the limits. These are read by a worker, hired for the first of them
    and sent away at the end.
    """

    def __init__(self, *, seconds: float = PAGE_SECONDS, processor_seconds: float = PAGE_PROCESSOR_SECONDS) -> None:
        """Let a heavy page take so long by the clock, and of a processor."""
        self._seconds = seconds
        self._processor_seconds = processor_seconds
        self._worker: Worker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._send_away()

    def extract(self, body: bytes, url: str, headers: Mapping[str, str], entry: Entry | None) -> Article | Refusal:
        """Return the article of a page like `extract`; or why not: too-slow, too-large, reader-died, unreadable: ..."""
        page = (body, url, headers, entry)
        article, state = self._apart(page) if is_heavy(body) else done(_extracted, page)
        return article or Refusal("extract", state, _DETAILS.get(state, "the page could not be read"))

    def _apart(self, page: _Page) -> tuple[Any, str]:
        self._worker = self._worker or Worker(_context, _extracted, self._processor_seconds)
        self._worker.give(page, self._seconds)
        article, state = self._worker.take()
        if state != READY:
            self._send_away()
        return article, state

    def _send_away(self) -> None:
        if self._worker:
            self._worker.send_away()
            self._worker = None


def is_heavy(body: bytes) -> bool:
    """Tell a page that may take more than a moment to read: one larger, or with more tags, than real ones are."""
    return len(body) > APART_BYTES or body.count(b"<") > APART_TAGS


def _extracted(page: _Page) -> Article:
    body, url, headers, entry = page
    return extract(body, url, headers=headers, entry=entry)
