"""Courtesy to hosts: few requests at a time, a pause between pages, robots.txt."""

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from protego import Protego

from octavo.core.types import Refusal, Response
from octavo.fetch.constants import ROBOTS_NAME, ROBOTS_SECONDS

Answer = Response | Refusal


class Turns:
    """Who may ask which host when."""

    def __init__(self, connections_count: int, pause_seconds: float) -> None:
        self._pause_seconds = pause_seconds
        self._free = defaultdict[str, asyncio.Semaphore](lambda: asyncio.Semaphore(connections_count))
        self._next_page: dict[str, float] = {}

    @asynccontextmanager
    async def at(self, host: str, *, is_page: bool) -> AsyncIterator[None]:
        """Hold one of the host's few places, after the pause that pages keep."""
        async with self._free[host]:
            if is_page:
                await self._pause(host)
            yield

    async def _pause(self, host: str) -> None:
        now = time.monotonic()
        turn = max(now, self._next_page.get(host, 0.0))
        self._next_page[host] = turn + self._pause_seconds
        await asyncio.sleep(turn - now)


class Robots:
    """robots.txt by RFC 9309: missing means allowed, unreachable means refused for now."""

    def __init__(self, get: Callable[[str], Awaitable[Answer]]) -> None:
        self._get = get
        self._known: dict[str, tuple[float, Protego | None]] = {}
        self._asking = defaultdict[str, asyncio.Lock](asyncio.Lock)

    async def allow(self, url: str) -> bool:
        """Return whether the host lets Octavo read `url`."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._asking[site]:
            read, rules = self._known.get(site, (float("-inf"), None))
            if time.monotonic() - read > ROBOTS_SECONDS:
                rules = _rules(await self._get(f"{site}/robots.txt"))
                self._known[site] = (time.monotonic(), rules)
        return rules is not None and bool(rules.can_fetch(url, ROBOTS_NAME))


def _rules(answer: Answer) -> Protego | None:
    if isinstance(answer, Refusal) or answer.status >= 500 or answer.status == 429:
        return None
    if answer.status >= 400:
        return Protego.parse("")
    return Protego.parse(answer.body[:512_000].decode("utf-8", "replace"))
