"""The one HTTP door: every outgoing request of Octavo goes through `Door.get`."""

import asyncio
import ssl
import zlib
from collections.abc import Callable
from ipaddress import ip_address
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from octavo.core.clock import utc_now
from octavo.core.types import Refusal, Request, Response
from octavo.fetch import constants
from octavo.fetch.guard import Network, NotPublic, socket_factory
from octavo.fetch.politeness import Answer, Robots, Turns

Inside = Callable[[Request], Response | None]
"""Answers requests that never leave the process; None: not mine."""


class Door:
    """Polite, guarded, limited HTTP. Use as an asynchronous context manager.

    Whatever goes wrong is a Refusal with a reason fit for counting: bad-address, not-public, unknown-host,
    refused-connection, tls, timeout, too-large, broken-body, too-many-redirects, robots.
    """

    def __init__(
        self,
        *,
        allowed: tuple[Network, ...] = (),
        connections_count: int = 2,
        page_pause_seconds: float = 1.0,
        inside: Inside | None = None,
    ) -> None:
        self._allowed = allowed
        self._inside = inside
        self._turns = Turns(connections_count, page_pause_seconds)
        self._robots = Robots(lambda url: self._follow(Request(url)))

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            limit=constants.CONNECTIONS_COUNT,
            resolver=_Resolver(),
            socket_factory=socket_factory(self._allowed),
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=constants.CONNECT_SECONDS),
            headers={"User-Agent": constants.USER_AGENT},
            trust_env=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def get(self, request: Request) -> Answer:
        """Return what the address answers, of any status, after redirects; or why nothing came."""
        if self._inside is not None and (known := self._inside(request)) is not None:
            return known
        if request.is_page and not await self._robots.allow(request.url):
            return Refusal("fetch", "robots", "robots.txt asks not to read this page")
        return await self._follow(request)

    async def _follow(self, request: Request) -> Answer:
        url = request.url
        try:
            async with asyncio.timeout(constants.TOTAL_SECONDS):
                for _ in range(constants.REDIRECTS_COUNT + 1):
                    answer = await self._ask(url, request)
                    if isinstance(answer, Response):
                        return answer
                    url = urljoin(url, answer)
        except TimeoutError:
            return Refusal("fetch", "timeout", f"no whole answer within {constants.TOTAL_SECONDS:.0f} seconds")
        except _Refused as refused:
            return refused.refusal
        return Refusal("fetch", "too-many-redirects", f"more than {constants.REDIRECTS_COUNT} redirects")

    async def _ask(self, url: str, request: Request) -> Response | str:
        """Return the response, or the address that it redirects to."""
        address = _checked(url)
        async with self._turns.at(address.host or "", is_page=request.is_page):
            try:
                async with self._session.get(address, headers=_headers(request), allow_redirects=False) as answer:
                    if answer.status in (301, 302, 303, 307, 308) and "Location" in answer.headers:
                        return str(answer.headers["Location"])
                    body = await _body(answer)
                    headers = {name.lower(): value for name, value in answer.headers.items()}
                    return Response(url, answer.status, headers, body, utc_now())
            except (aiohttp.ClientError, OSError, ssl.SSLError, zlib.error, ValueError) as error:
                raise _Refused(_explained(error)) from error


class _Refused(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


class _Resolver(AbstractResolver):
    """The system's resolver, but for `*.localhost`, which is loopback by RFC 6761 on every system."""

    def __init__(self) -> None:
        self._system = aiohttp.ThreadedResolver()

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        if host == "localhost" or host.endswith(".localhost"):
            host_info = await self._system.resolve("127.0.0.1", port, family)  # type: ignore[arg-type]
            return [{**found, "hostname": host} for found in host_info]
        return await self._system.resolve(host, port, family)  # type: ignore[arg-type]

    async def close(self) -> None:
        await self._system.close()


def _checked(url: str) -> URL:
    """Return the parsed address, or raise for one that is not http(s), names no host or spells an address oddly."""
    try:
        address = URL(url)
    except ValueError:
        raise _Refused(Refusal("fetch", "bad-address", f"{url[:200]} is no web address")) from None
    if address.scheme not in ("http", "https") or not address.host or address.user or address.password:
        raise _Refused(Refusal("fetch", "bad-address", f"{url[:200]} is no web address"))
    last = address.host.rstrip(".").rpartition(".")[2]
    if (last.isdigit() or last.lower().startswith("0x")) and not _is_plain_address(address.host):
        raise _Refused(Refusal("fetch", "not-public", f"{address.host} is an odd spelling of an address"))
    return address


def _is_plain_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _headers(request: Request) -> dict[str, str]:
    headers = {"Accept": constants.ACCEPT_PAGE if request.is_page else constants.ACCEPT_FEED}
    if request.etag:
        headers["If-None-Match"] = request.etag
    if request.last_modified:
        headers["If-Modified-Since"] = request.last_modified
    return headers


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in answer.content.iter_chunked(65536):
        body += chunk
        if len(body) > constants.BODY_LIMIT_BYTES:
            limit = constants.BODY_LIMIT_BYTES // 1024 // 1024
            raise _Refused(Refusal("fetch", "too-large", f"more than {limit} MB"))
    return bytes(body)


def _explained(error: Exception) -> Refusal:
    causes = [error, error.__cause__, getattr(error, "os_error", None)]
    if any(isinstance(cause, NotPublic) for cause in causes):
        return Refusal("fetch", "not-public", "the address is not public; OCTAVO_ALLOW_NETWORKS can allow it")
    for kinds, reason, detail in _REASONS:
        if isinstance(error, kinds):
            return Refusal("fetch", reason, detail)
    return Refusal("fetch", "broken-answer", f"the answer is not understood: {str(error)[:200]}")


_REASONS: tuple[tuple[tuple[type[Exception], ...], str, str], ...] = (
    ((aiohttp.ClientConnectorDNSError,), "unknown-host", "no host of this name is known, or there is no network"),
    ((aiohttp.ClientSSLError, ssl.SSLError), "tls", "the connection is not safe: its certificate is not valid"),
    ((aiohttp.ConnectionTimeoutError, aiohttp.SocketTimeoutError), "timeout", "the host does not answer"),
    ((aiohttp.ClientConnectorError,), "refused-connection", "the host refuses the connection"),
    ((aiohttp.ClientPayloadError, zlib.error), "broken-body", "the answer broke off or cannot be unpacked"),
    (
        (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, ConnectionError),
        "broken-connection",
        "the host closed the connection",
    ),
)
