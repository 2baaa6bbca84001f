"""Who may ask which host when: few requests at a time, a pause between pages, rest where the host asks for it.

The places at a host are shared by all processes of a house: each is a byte of one file, held by a lock of the operating
system (fcntl(2)), which frees it when its process ends, however it ends; so does the pause after its last page. How
long a host asks to be left alone is written into the same file, for all of them.
"""

import asyncio
import fcntl
import os
import struct
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from xxhash import xxh3_64_intdigest

from octavo.fetch import constants

_PAGE_PLACE = 255
"""Whoever holds this place of a host may ask for its next page."""
_REST = struct.Struct("<Qd")
"""A host's hash, and until when it rests, in seconds since 1970."""


class HousePlaces:
    """Numbered places at hosts; without a file that can be locked, those of this process alone."""

    def __init__(self, file: Path | None) -> None:
        self._file: int | None = None
        self._held: set[int] = set()
        if file is not None:
            with suppress(OSError):
                self._file = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)

    async def take(self, host: str, first: int, count: int) -> int:
        """Wait for one of the places `first`, ..., `first + count - 1` at `host`; return which, for `give_back`."""
        start = (xxh3_64_intdigest(host.encode()) >> 9 << 8) + first
        while True:
            for place in range(start, start + count):
                if place not in self._held and self._lock(place, fcntl.LOCK_EX | fcntl.LOCK_NB):
                    self._held.add(place)
                    return place
            await asyncio.sleep(constants.HOUSE_POLL_SECONDS)

    def note_rest(self, host: str, until: float) -> None:
        """Let all processes know that `host` rests until that time, in seconds since 1970."""
        if self._file is not None:
            hash_, offset = _rest_slot(host)
            with suppress(OSError):
                os.pwrite(self._file, _REST.pack(hash_, until), offset)

    def rests_until(self, host: str) -> float:
        """Return until when `host` rests, as far as any process has noted; 0.0 where none did."""
        hash_, offset = _rest_slot(host)
        try:
            noted = os.pread(self._file, _REST.size, offset) if self._file is not None else b""
        except OSError:
            return 0.0
        whose, until = _REST.unpack(noted) if len(noted) == _REST.size else (0, 0.0)
        return until if whose == hash_ else 0.0

    def give_back(self, place: int) -> None:
        self._held.discard(place)
        self._lock(place, fcntl.LOCK_UN)

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _lock(self, place: int, how: int) -> bool:
        if self._file is None:
            return True
        try:
            fcntl.lockf(self._file, how, 1, place)
        except BlockingIOError:
            return False
        except OSError:
            self.close()
        return True


def _rest_slot(host: str) -> tuple[int, int]:
    """Return a host's hash and where its rest stands in the file; a later rest of another host may take the place."""
    hash_ = xxh3_64_intdigest(host.encode())
    return hash_, hash_ % constants.RESTS_COUNT * _REST.size


@dataclass
class _Host:
    """This process's doings at one host."""

    free: asyncio.Semaphore
    page_turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    users_count: int = 0
    rests_until: float = 0.0


class Turns:
    """Who may ask which host when."""

    def __init__(self, connections_count: int, pause_seconds: float, file: Path | None = None) -> None:
        self._connections_count = min(connections_count, _PAGE_PLACE)
        self._pause_seconds = pause_seconds
        self._places = HousePlaces(file)
        self._all = asyncio.Semaphore(constants.CONNECTIONS_COUNT)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def at(self, host: str, *, is_page: bool, pause_seconds: float = 0.0) -> AsyncIterator[None]:
        """Hold one of the host's few places, after the pause that pages keep: the usual one or `pause_seconds`."""
        known = self._host(host)
        known.users_count += 1
        pause_seconds = max(self._pause_seconds, pause_seconds)
        try:
            page_place = await self._page_turn(host, known) if is_page else None
            try:
                place = await self._place(host, known)
            finally:
                if page_place is not None:
                    self._end_page_turn(known, page_place, pause_seconds)
            try:
                yield
            finally:
                self._places.give_back(place)
                self._all.release()
                known.free.release()
        finally:
            known.users_count -= 1

    def rest(self, host: str, seconds: float) -> None:
        """Leave `host` alone for `seconds`, as it asks."""
        if seconds <= self.rest_seconds(host):
            return
        until = time.time() + min(seconds, constants.REST_LONGEST_SECONDS)
        self._host(host).rests_until = until
        self._places.note_rest(host, until)

    def rest_seconds(self, host: str) -> float:
        """Return how long `host` still asks to be left alone; 0.0 where it does not."""
        known = self._hosts.get(host)
        until = max(known.rests_until if known else 0.0, self._places.rests_until(host))
        return min(max(0.0, until - time.time()), constants.REST_LONGEST_SECONDS)

    def close(self) -> None:
        self._places.close()

    async def _place(self, host: str, known: _Host) -> int:
        """Wait for one of the host's places, in this process and in the house."""
        await known.free.acquire()
        try:
            await self._all.acquire()
            try:
                return await self._places.take(host, 0, self._connections_count)
            except BaseException:
                self._all.release()
                raise
        except BaseException:
            known.free.release()
            raise

    async def _page_turn(self, host: str, known: _Host) -> int:
        await known.page_turn.acquire()
        try:
            return await self._places.take(host, _PAGE_PLACE, 1)
        except BaseException:
            known.page_turn.release()
            raise

    def _end_page_turn(self, known: _Host, place: int, in_seconds: float) -> None:
        """Let the next page's turn come `in_seconds`, counted from when this one's request begins."""

        def end() -> None:
            self._places.give_back(place)
            known.page_turn.release()

        asyncio.get_running_loop().call_later(in_seconds, end)

    def _host(self, host: str) -> _Host:
        if host not in self._hosts:
            if len(self._hosts) >= constants.HOSTS_COUNT:
                self._forget_idle()
            self._hosts[host] = _Host(asyncio.Semaphore(self._connections_count))
        return self._hosts[host]

    def _forget_idle(self) -> None:
        now = time.time()
        for name, known in list(self._hosts.items()):
            if not known.users_count and not known.page_turn.locked() and known.rests_until < now:
                del self._hosts[name]
