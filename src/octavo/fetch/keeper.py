"""The door that this process keeps open: its connections, its turns and what it knows of robots.txt outlive a batch.

The door lives on an event loop in one thread, from the first request until the process ends; any thread may fetch.
"""

import asyncio
import atexit
import os
import resource
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

import uvloop

from octavo import demo
from octavo.config import settings
from octavo.core.types import Refusal, Request, Response
from octavo.fetch import certificates as certificates  # before aiohttp
from octavo.fetch import constants, letter_pictures
from octavo.fetch.door import Door
from octavo.fetch.guard import Network

if TYPE_CHECKING:
    from octavo.fetch.rendering import Renderer

Answer = Response | Refusal
T = TypeVar("T")


def fetch_once(request: Request) -> Answer:
    """Fetch one address and wait for it."""
    return _kept().run(lambda door: door.get(request))


def fetch_all(requests: Sequence[Request]) -> list[Answer]:
    """Fetch several addresses at once; the answers stand in the order of `requests`."""

    async def fetch(door: Door) -> list[Answer]:
        return await asyncio.gather(*map(door.get, requests))

    return _kept().run(fetch)


def fetch_each(requests: Sequence[Request]) -> Iterator[tuple[int, Answer]]:
    """Fetch several addresses at once; yield each one's position in `requests` and answer as it arrives.

    Of large bodies only a few are held at a time: the next is read when an earlier one has been taken.
    """
    arrived: SimpleQueue[tuple[int, Answer | BaseException]] = SimpleQueue()
    kept, taken = _kept(), [asyncio.Event() for _ in requests]

    async def fetch(door: Door, position: int, request: Request) -> None:
        try:
            async with door.answer(request) as answer:
                arrived.put((position, answer))
                is_large = _is_large(answer)
                del answer
                if is_large:
                    await taken[position].wait()
        except BaseException as error:
            arrived.put((position, error))
            raise

    async def fetch_them(door: Door) -> None:
        await asyncio.gather(*(fetch(door, position, request) for position, request in enumerate(requests)))

    fetching = kept.start(fetch_them)
    try:
        for _ in requests:
            position, answer = arrived.get()
            if isinstance(answer, BaseException):
                raise answer
            yield position, answer
            is_large = _is_large(answer)
            del answer
            if is_large:
                kept.soon(taken[position].set)
    finally:
        fetching.cancel()


def _is_large(answer: Answer) -> bool:
    return len(answer.body) > constants.LARGE_BYTES


@contextmanager
def fetch_stream(request: Request) -> Iterator[Iterator[Response | bytes | Refusal]]:
    """Yield what comes of an answer as it comes: its head, the pieces of its body, and why it broke off, if it did.

    Where the block is left before the end, the request is cancelled and the connection closed.
    """
    arrived: SimpleQueue[Response | bytes | Refusal | None] = SimpleQueue()

    async def fetch(door: Door) -> None:
        ending: Refusal | None = Refusal("fetch", "broken-connection", "the request was given up")
        try:
            ending = await door.stream(request, arrived.put)
        finally:
            if ending:
                arrived.put(ending)
            arrived.put(None)

    fetching = _kept().start(fetch)
    try:
        yield iter(arrived.get, None)
    finally:
        fetching.cancel()


def render(page: Response) -> Answer:
    """Return `page` as a browser fills it, everything fetched through the door; or why it cannot be rendered."""
    kept = _kept()

    async def fill(door: Door) -> Answer:
        return await kept.renderer().render(door, page)

    return kept.run(fill)


def close_door() -> None:
    """Close the door that this process keeps open, if there is one; the next request opens another."""
    with _holding:
        if _keepers:
            _keepers.pop().close()


@dataclass(frozen=True, slots=True)
class _Wants:
    """What a door is made from."""

    allowed: tuple[Network, ...]
    connections_count: int
    page_pause_seconds: float
    total_seconds: float
    data: Path
    process: int
    """A fork has no thread of its parent's, so it opens its own door."""


class _Keeper:
    """One open door and the thread of its event loop."""

    def __init__(self, wants: _Wants) -> None:
        self.wants = wants
        _allow_open_files()
        self._loop = uvloop.new_event_loop()
        self._names = ThreadPoolExecutor(constants.CONNECTIONS_COUNT, thread_name_prefix="names")
        self._loop.set_default_executor(self._names)
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True, name="door")
        self._thread.start()
        self._door = Door(
            allowed=wants.allowed,
            connections_count=wants.connections_count,
            page_pause_seconds=wants.page_pause_seconds,
            total_seconds=wants.total_seconds,
            inside=_inside(wants.data),
            turns_file=wants.data / "turns",
        )
        self._renderer: Renderer | None = None
        self._started(self._door.__aenter__()).result()

    def renderer(self) -> "Renderer":
        """Return the renderer, made when the first page needs it; to be asked on the loop."""
        if self._renderer is None:
            from octavo.fetch.rendering import Renderer  # brings psutil along

            self._renderer = Renderer()
        return self._renderer

    def start(self, ask: Callable[[Door], Coroutine[Any, Any, T]]) -> "Future[T]":
        return self._started(ask(self._door))

    def run(self, ask: Callable[[Door], Coroutine[Any, Any, T]]) -> T:
        asked = self.start(ask)
        try:
            return asked.result()
        finally:
            asked.cancel()

    def soon(self, act: Callable[[], object]) -> None:
        self._loop.call_soon_threadsafe(act)

    def close(self) -> None:
        """Close the door and end its thread; in a fork, where there is no such thread, do nothing."""
        if self.wants.process != os.getpid():
            return
        if self._renderer is not None:
            self._started(self._renderer.close()).result()
        self._started(self._door.__aexit__(None, None, None)).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._names.shutdown(wait=False)
        self._loop.close()

    def _started(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        return asyncio.run_coroutine_threadsafe(work, self._loop)


def _allow_open_files() -> None:
    """Let this process hold more files open, as far as the system allows: connections wait open for a next request."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = constants.OPEN_FILES_COUNT if hard == resource.RLIM_INFINITY else min(constants.OPEN_FILES_COUNT, hard)
    if soft < wanted and soft != resource.RLIM_INFINITY:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _inside(data: Path) -> Callable[[Request], Response | None]:
    """Return what answers from within the house at `data`: the demo's publishers, and pictures of letters."""
    invented, pictured = demo.answers(data), letter_pictures.answers(data)
    return lambda request: invented(request) or pictured(request)


_holding = threading.Lock()
_keepers: list[_Keeper] = []
"""The one that is kept, or none."""


def _kept() -> _Keeper:
    """Return the keeper of the door that the settings want now."""
    current = settings.current()
    wants = _Wants(
        allowed=current.allow_networks,
        connections_count=current.host_connections_count,
        page_pause_seconds=current.page_pause_seconds,
        total_seconds=current.fetch_seconds,
        data=current.data,
        process=os.getpid(),
    )
    with _holding:
        if _keepers and _keepers[0].wants != wants:
            _keepers.pop().close()
        if not _keepers:
            _keepers.append(_Keeper(wants))
        return _keepers[0]


atexit.register(close_door)
