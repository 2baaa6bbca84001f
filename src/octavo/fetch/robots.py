"""What a site asks of machines: robots.txt (RFC 9309) and its reservation of text and data mining (TDMRep)."""

import asyncio
import re
import time
from codecs import BOM_UTF8
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import urlsplit

import orjson

from octavo.core.types import Refusal, Response
from octavo.fetch.constants import (
    CRAWL_DELAY_LONGEST_SECONDS,
    HOSTS_COUNT,
    RESERVATION_SECONDS,
    ROBOTS_AGAIN_SECONDS,
    ROBOTS_KEPT_BYTES,
    ROBOTS_NAME,
    ROBOTS_SECONDS,
)

if TYPE_CHECKING:
    from protego import Protego

Answer = Response | Refusal
Read = Callable[[str], Awaitable[Answer]]
T = TypeVar("T")
_WITH_VERSION = re.compile(
    rf"^([ \t]*user-?[ \t]?agent[ \t]*:[ \t]*{ROBOTS_NAME})[/ \t(][^\r\n]*", re.IGNORECASE | re.MULTILINE
)
"""How site owners copy a User-Agent from their logs; its name alone counts (RFC 9309, 2.2.1)."""


@dataclass(frozen=True, slots=True)
class _Known(Generic[T]):
    """What a site's file said."""

    value: T
    until: float
    size_bytes: int


class _PerSite(Generic[T]):
    """What one well-known file of each site says, asked once and believed for a while; within bounds of memory."""

    def __init__(self, path: str, read: Read, understand: Callable[[Answer], tuple[T, float]]) -> None:
        self._path, self._read, self._understand = path, read, understand
        self._known: OrderedDict[str, _Known[T]] = OrderedDict()
        self._asking: dict[str, asyncio.Lock] = {}
        self._size_bytes = 0

    async def of(self, url: str) -> T:
        """Return what the file of the site of `url` says."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}".lower()
        async with self._asking.setdefault(site, asyncio.Lock()):
            known = self._known.get(site)
            if known is None or known.until < time.monotonic():
                answer = await self._read(site + self._path)
                value, seconds = self._understand(answer)
                size_bytes = len(answer.body) if isinstance(answer, Response) else 0
                known = self._keep(site, _Known(value, time.monotonic() + seconds, size_bytes))
            self._known.move_to_end(site)
            return known.value

    def _keep(self, site: str, known: _Known[T]) -> _Known[T]:
        self._forget(site)
        while self._known and (len(self._known) >= HOSTS_COUNT or self._size_bytes > ROBOTS_KEPT_BYTES):
            oldest = next(iter(self._known))
            self._forget(oldest)
            self._asking.pop(oldest, None)
        self._known[site] = known
        self._size_bytes += known.size_bytes
        return known

    def _forget(self, site: str) -> None:
        if forgotten := self._known.pop(site, None):
            self._size_bytes -= forgotten.size_bytes


@dataclass(frozen=True, slots=True)
class Rules:
    """What robots.txt says; None where it could not be reached, which forbids all for now, with the reason."""

    found: "Protego | None"
    problem: str = ""

    def allow(self, url: str) -> bool:
        return self.found is not None and bool(self.found.can_fetch(url, ROBOTS_NAME))

    @property
    def pause_seconds(self) -> float:
        delay = self.found.crawl_delay(ROBOTS_NAME) if self.found else None
        return min(float(delay or 0.0), CRAWL_DELAY_LONGEST_SECONDS)


class Robots(_PerSite[Rules]):
    """The rules of sites."""

    def __init__(self, read: Read) -> None:
        super().__init__("/robots.txt", read, _rules)


def _rules(answer: Answer) -> tuple[Rules, float]:
    """Understand by status: missing means allowed, unreachable means refused for now (RFC 9309, 2.3.1)."""
    if isinstance(answer, Refusal):
        is_lost = answer.reason == "too-many-redirects"
        return (_parsed(b""), ROBOTS_SECONDS) if is_lost else (Rules(None, answer.detail), ROBOTS_AGAIN_SECONDS)
    if answer.status >= 500 or answer.status == 429:
        return Rules(None, f"its status is {answer.status}"), ROBOTS_AGAIN_SECONDS
    return _parsed(answer.body if answer.status < 300 else b""), ROBOTS_SECONDS


def _parsed(body: bytes) -> Rules:
    from protego import Protego  # feeds are polled without it

    return Rules(Protego.parse(_WITH_VERSION.sub(r"\1", body.decode("utf-8-sig", "replace"))))


class Reservations(_PerSite[Sequence[Mapping[str, object]]]):
    """What sites' /.well-known/tdmrep.json reserves (W3C community group's TDM Reservation Protocol)."""

    def __init__(self, read: Read) -> None:
        super().__init__("/.well-known/tdmrep.json", read, _reserved)

    async def headers(self, url: str) -> dict[str, str]:
        """Return the headers that would say of `url` what the file says; none where it says nothing."""
        path = urlsplit(url).path or "/"
        for rule in await self.of(url):
            if _matches(str(rule.get("location", "")), path):
                policy = rule.get("tdm-policy")
                stated = {"tdm-reservation": str(rule.get("tdm-reservation", ""))}
                return stated | ({"tdm-policy": policy} if isinstance(policy, str) else {})
        return {}


def _reserved(answer: Answer) -> tuple[Sequence[Mapping[str, object]], float]:
    if isinstance(answer, Refusal) or answer.status != 200:
        return (), RESERVATION_SECONDS
    try:
        rules = orjson.loads(answer.body.removeprefix(BOM_UTF8))
    except orjson.JSONDecodeError:
        return (), RESERVATION_SECONDS
    found = [rule for rule in (rules if isinstance(rules, list) else [rules]) if isinstance(rule, dict)]
    return found, RESERVATION_SECONDS


def _matches(location: str, path: str) -> bool:
    """Match as robots.txt does: from the start, `*` for anything, `$` for the end."""
    first, *rest = location.removesuffix("$").split("*")
    if not location or not path.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1] if location.endswith("$") else rest:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    last = rest[-1] if rest else ""
    return not location.endswith("$") or (
        path.endswith(last) and at <= len(path) - len(last) if rest else path == first
    )
