"""Reading bodies within their limits, before decompression and after."""

import asyncio
import re
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

import aiohttp

from octavo.fetch.constants import BODY_LIMIT_BYTES, LARGE_BYTES, PIECE_BYTES
from octavo.fetch.refused import Refused
from octavo.fetch.unpacking import Broken, unpacked

_PAGE_END = re.compile(rb"</html\s*>\s*\Z", re.IGNORECASE)


class Reader:
    """Reads one body: bounded, and large ones only a few at a time in the process.

    A context manager that keeps the room for a large body until the block ends.
    """

    def __init__(
        self, large: asyncio.Semaphore, limit_bytes: int | None = None, *, cuts: bool = False, salvages: bool = False
    ) -> None:
        """Make a reader.

        One that `cuts` leaves out what is beyond the limit; one that `salvages` reads up to the limit although the body
        says that it is larger, for what of it is whole.
        """
        self._large = large
        self._limit_bytes = BODY_LIMIT_BYTES if limit_bytes is None else limit_bytes
        self._cuts, self._salvages = cuts, salvages
        self._has_room = False
        self._packed, self._coding = bytearray(), ""
        self._timer: asyncio.Timeout | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._has_room:
            self._large.release()

    def timed(self, timer: asyncio.Timeout) -> Self:
        """Let the time spent waiting for room not count."""
        self._timer = timer
        return self

    async def read(self, answer: aiohttp.ClientResponse) -> bytes:
        """Return the whole body, unpacked. Raises Refused where it is too large, Broken where it breaks off."""
        self._coding = answer.headers.get("Content-Encoding", "")
        self._packed = packed = bytearray()
        if not self._cuts and not self._salvages and (answer.content_length or 0) > self._limit_bytes:
            raise self._too_large()
        async for piece in answer.content.iter_chunked(PIECE_BYTES):
            packed += piece
            if len(packed) > self._limit_bytes:
                break
            await self._make_room(len(packed))
        is_cut = len(packed) > self._limit_bytes
        if is_cut and not self._cuts:
            raise self._too_large()
        if not self._coding:
            return bytes(packed[: self._limit_bytes])
        return await self._unpacked(bytes(packed), self._coding, is_cut=is_cut)

    async def read_page(self, answer: aiohttp.ClientResponse) -> bytes:
        """Return like `read` a page's body; one that ends as pages do is whole, however much more was promised."""
        try:
            return await self.read(answer)
        except aiohttp.ClientPayloadError:
            if not _PAGE_END.search(body := self.came()):
                raise
            return body

    def came(self) -> bytes:
        """Return what has come so far, unpacked as far as it goes."""
        body = bytearray()
        with suppress(Broken):
            for piece in unpacked(bytes(self._packed), self._coding):
                body += piece
                if len(body) > self._limit_bytes:
                    break
        return bytes(body[: self._limit_bytes])

    async def _unpacked(self, packed: bytes, coding: str, *, is_cut: bool) -> bytes:
        body = bytearray()
        try:
            for piece in unpacked(packed, coding):
                body += piece
                if len(body) > self._limit_bytes:
                    break
                await self._make_room(len(packed) + len(body))
        except Broken:
            if not is_cut:
                raise
        if len(body) > self._limit_bytes and not self._cuts:
            raise self._too_large()
        return bytes(body[: self._limit_bytes])

    async def _make_room(self, size_bytes: int) -> None:
        if self._has_room or size_bytes <= LARGE_BYTES:
            return
        began, ends = time.monotonic(), self._timer.when() if self._timer else None
        if self._timer and ends:
            self._timer.reschedule(None)
        await self._large.acquire()
        self._has_room = True
        if self._timer and ends:
            self._timer.reschedule(ends + time.monotonic() - began)

    def _too_large(self) -> Refused:
        return Refused("too-large", f"more than {self._limit_bytes // 1024 // 1024} MB")
