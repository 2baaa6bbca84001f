"""The demo web over real HTTP on loopback, with counters and faults that a test switches on."""

import asyncio
from collections import Counter
from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from aiohttp import web

from octavo.core.types import Request, Response
from octavo.demo import Web
from tests.farm.beside import Beside


@dataclass(frozen=True, slots=True)
class Fault:
    """How a path misbehaves: it waits, then resets the connection, redirects, or answers with `status`."""

    delay_seconds: float = 0.0
    status: int = 0
    retry_after: str = ""
    redirect: str = ""
    reset: bool = False


class Farm(Beside):
    """Serve `Web(now)` at `http://<host with .localhost for .example>:<port>/` while the `with` block lasts.

    `hits` counts requests by (host, path), `most_at_once` holds each host's highest number of requests in flight;
    hosts are the publishers' own (`harbour-courier.example`). `faults` maps a published URL to its fault.
    """

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.now = now
        self.port = 0
        self.web = Web(now)
        self.hits: Counter[tuple[str, str]] = Counter()
        self.most_at_once: Counter[str] = Counter()
        self.faults: MutableMapping[str, Fault] = {}
        self._in_flight: Counter[str] = Counter()

    def address(self, host: str) -> str:
        """Return the scheme and authority under which `host` is served here."""
        return f"http://{host.removesuffix('.example')}.localhost:{self.port}"

    def url(self, published: str) -> str:
        """Return where the page published at `https://<host>/<path>` is served here."""
        parts = urlsplit(published)
        return self.address(parts.netloc) + published.removeprefix(f"{parts.scheme}://{parts.netloc}")

    def published(self, url: str) -> str:
        """Return the address that a page served here was published at; the inverse of `url`."""
        parts = urlsplit(url)
        host = (parts.hostname or "").removesuffix(".localhost")
        return f"https://{host}.example" + url.removeprefix(f"{parts.scheme}://{parts.netloc}")

    async def _serve(self) -> None:
        runner = web.ServerRunner(web.Server(self._handle), shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = int(runner.addresses[0][1])
        self.web = Web(self.now, self.address)
        self._ready.set()
        await self._stop.wait()
        await runner.cleanup()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        host = request.host.partition(":")[0].removesuffix(".localhost") + ".example"
        self.hits[host, request.path] += 1
        self._in_flight[host] += 1
        self.most_at_once[host] = max(self.most_at_once[host], self._in_flight[host])
        try:
            return await self._answer(request, f"https://{host}{request.path_qs}")
        finally:
            self._in_flight[host] -= 1

    async def _answer(self, request: web.BaseRequest, published: str) -> web.StreamResponse:
        fault = self.faults.get(published)
        if fault:
            await asyncio.sleep(fault.delay_seconds)
            if fault.reset and request.transport:
                request.transport.abort()
                return web.Response()
            if fault.redirect:
                return web.Response(status=302, headers={"location": fault.redirect})
            if fault.status:
                return web.Response(status=fault.status, headers=_retry_after(fault))
        asked = Request(
            self.url(published), request.headers.get("if-none-match", ""), request.headers.get("if-modified-since", "")
        )
        return _sent(await asyncio.to_thread(self.web.respond, asked))


def _retry_after(fault: Fault) -> dict[str, str]:
    return {"retry-after": fault.retry_after} if fault.retry_after else {}


def _sent(answer: Response | None) -> web.Response:
    if answer is None:
        return web.Response(status=421, text="no such publisher")
    return web.Response(status=answer.status, headers=dict(answer.headers), body=answer.body)
