"""The one HTTP door: every outgoing request of Octavo goes through `Door.get`."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from octavo.core.clock import utc_now
from octavo.core.headers import retry_after_seconds
from octavo.core.holdable import holdable
from octavo.core.types import Refusal, Request, Response
from octavo.fetch import certificates, constants
from octavo.fetch.addresses import checked
from octavo.fetch.chain import Chain
from octavo.fetch.guard import Network, socket_factory
from octavo.fetch.reading import Reader
from octavo.fetch.refused import Refused, explained
from octavo.fetch.resolving import Resolver
from octavo.fetch.robots import Reservations, Robots
from octavo.fetch.surplus import Connector
from octavo.fetch.turns import Turns

Answer = Response | Refusal
Inside = Callable[[Request], Response | None]
"""Answers requests that never leave the process; None: not mine."""

Take = Callable[[Response | bytes], None]
"""Takes the head of an answer first, without a body, then the pieces of its body."""

_BUSY = (429, 503)


class Door:
    """Polite, guarded, limited HTTP. Use as an asynchronous context manager.

    Whatever goes wrong is a Refusal with a reason fit for counting: bad-address, not-public, unknown-host,
    refused-connection, tls, timeout, too-large, broken-body, broken-answer, broken-connection, too-many-redirects,
    not-a-page, robots, robots-unreachable, host-rests.
    """

    def __init__(
        self,
        *,
        allowed: tuple[Network, ...] = (),
        connections_count: int = 2,
        page_pause_seconds: float = 1.0,
        total_seconds: float = constants.TOTAL_SECONDS,
        inside: Inside | None = None,
        turns_file: Path | None = None,
        names: AbstractResolver | None = None,
    ) -> None:
        """Make a door; processes with the same `turns_file` take turns at hosts, `names` stands in for the resolver."""
        self._allowed = allowed
        self._names = names
        self._inside = inside
        self._total_seconds = total_seconds
        self._turns = Turns(connections_count, page_pause_seconds, turns_file)
        self._robots = Robots(self._well_known)
        self._reservations = Reservations(self._well_known)
        self._large = asyncio.Semaphore(constants.LARGE_COUNT)

    async def __aenter__(self) -> Self:
        connector = Connector(
            limit=0,
            ttl_dns_cache=constants.DNS_SECONDS,
            resolver=Resolver(self._allowed, self._names),
            socket_factory=socket_factory(self._allowed),
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=constants.CONNECT_SECONDS),
            headers={"User-Agent": constants.USER_AGENT, "Accept-Encoding": constants.ACCEPT_ENCODING},
            auto_decompress=False,
            max_line_size=constants.HEADER_LIMIT_BYTES,
            max_field_size=constants.HEADER_LIMIT_BYTES,
            trust_env=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()
        self._turns.close()

    async def get(self, request: Request) -> Answer:
        """Return what the address answers, of any status, after redirects; or why nothing came."""
        async with self.answer(request) as answer:
            return answer

    @asynccontextmanager
    async def answer(self, request: Request) -> AsyncIterator[Answer]:
        """Like `get`, for many at once: a large body counts against LARGE_COUNT until the block ends."""
        if known := self._inside(request) if self._inside else None:
            yield known
            return
        with Reader(self._large, request.limit_bytes, salvages=not request.is_page) as reader:
            answer = await self._follow(request, reader)
            if request.is_page and isinstance(answer, Response):
                answer = await self._with_reservation(answer)
            yield answer

    async def _well_known(self, url: str) -> Answer:
        """Read a file that sites keep for machines; what is beyond RFC 9309's limit is left unread."""
        with Reader(self._large, constants.ROBOTS_LIMIT_BYTES, cuts=True) as reader:
            return await self._follow(Request(url), reader)

    async def _with_reservation(self, page: Response) -> Response:
        """Let the site's tdmrep.json speak where the page's own headers do not."""
        if page.status != 200 or "tdm-reservation" in page.headers:
            return page
        return replace(page, headers={**await self._reservations.headers(page.url), **page.headers})

    async def _follow(self, request: Request, reader: Reader) -> Answer:
        chain = self._chain(request)
        try:
            for _ in range(constants.REDIRECTS_COUNT + 1):
                if answer := await self._ask(chain, reader):
                    return answer
        except Refused as refused:
            return refused.refusal if request.is_page else replace(refused.refusal, body=reader.came())
        return Refusal("fetch", "too-many-redirects", f"more than {constants.REDIRECTS_COUNT} redirects")

    def _chain(self, request: Request) -> Chain:
        return Chain(request, self._total_seconds if request.seconds is None else request.seconds)

    async def stream(self, request: Request, take: Take) -> Refusal | None:
        """Hand over the head of an answer, then its body piece by piece as it comes; return why it broke off, if so.

        A body that is packed, though nobody asked for that, comes whole and unpacked; redirects are answers.
        """
        chain = self._chain(request)
        try:
            address = checked(chain.url)
            async with self._turn(address, chain), self._request(address, chain) as answer:
                head = Response(chain.url, answer.status, _headers(answer), b"", utc_now())
                take(self._noted_rest(address, head) or head)
                async for piece in self._pieces(answer):
                    take(piece)
        except Refused as refused:
            return refused.refusal
        return None

    async def _pieces(self, answer: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
        if answer.headers.get("Content-Encoding"):
            with Reader(self._large) as reader:
                yield await reader.read(answer)
            return
        size_bytes = 0
        async for piece in answer.content.iter_any():
            size_bytes += len(piece)
            if size_bytes > constants.BODY_LIMIT_BYTES:
                raise Refused("too-large", "the answer does not end")
            yield piece

    async def _ask(self, chain: Chain, reader: Reader) -> Response | None:
        """Return the response at the chain's address; None where it redirects, which the chain then knows."""
        address = checked(chain.url)
        async with self._turn(address, chain) as timer:
            return self._noted_rest(address, await self._exchange(address, chain, reader.timed(timer)))

    @asynccontextmanager
    async def _turn(self, address: URL, chain: Chain) -> AsyncIterator[asyncio.Timeout]:
        """Wait for a turn at the host, then time what is done there; what goes wrong is raised as Refused."""
        pause_seconds = await self._allowed_pause(chain) if chain.request.is_page else 0.0
        async with self._turns.at(_host_of(address), is_page=chain.request.is_page, pause_seconds=pause_seconds):
            if rest := self._turns.rest_seconds(_site_of(address)):
                raise Refused("host-rests", "the host asked to be left alone for a while", rest)
            began = time.monotonic()
            try:
                async with asyncio.timeout(chain.seconds_left) as timer:
                    yield timer
            except (aiohttp.ClientError, OSError, ValueError) as error:
                raise Refused.of(explained(error)) from error
            finally:
                chain.seconds_left -= time.monotonic() - began

    async def _allowed_pause(self, chain: Chain) -> float:
        rules = await self._robots.of(chain.url)
        if rules.found is None:
            raise Refused("robots-unreachable", f"robots.txt cannot be read now, so no page is: {rules.problem}")
        if not rules.allow(chain.url):
            raise Refused("robots", "robots.txt asks not to read this page")
        return rules.pause_seconds

    async def _exchange(self, address: URL, chain: Chain, reader: Reader) -> Response | None:
        async with self._request(address, chain) as answer:
            if chain.redirect(answer):
                return None
            if chain.request.is_page and answer.content_type.startswith(constants.NO_PAGES):
                raise Refused("not-a-page", f"the address serves {answer.content_type}, which is no page")
            body = await (reader.read_page if chain.request.is_page else reader.read)(answer)
            return Response(chain.url, answer.status, _headers(answer), body, utc_now(), chain.permanent_url)

    def _request(self, address: URL, chain: Chain) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        return self._session.request(
            chain.method,
            address,
            headers=chain.headers(address),
            data=chain.content,
            allow_redirects=False,
            ssl=certificates.trusted() if address.scheme == "https" else True,
        )

    def _noted_rest(self, address: URL, answer: Response | None) -> Response | None:
        """Let what is served there rest where its answer asks for that; return the answer."""
        if answer and answer.status in _BUSY:
            seconds = retry_after_seconds(answer.headers.get("retry-after", ""), answer.fetched) or 0
            self._turns.rest(_site_of(address), seconds)
        return answer


def _host_of(address: URL) -> str:
    return (address.raw_host or "").rstrip(".")


def _site_of(address: URL) -> str:
    """Return the host, with its port where that is unusual: behind it is another service, with a load of its own."""
    host = _host_of(address)
    return host if address.is_default_port() else f"{host}:{address.port}"


def _headers(answer: aiohttp.ClientResponse) -> dict[str, str]:
    """Return headers by name in lower case; of several with one name, all in their order (RFC 9110, 5.2).

    Bytes that are no UTF-8, which aiohttp hands over as lone surrogates, are replaced.
    """
    headers: dict[str, str] = {}
    for name, value in answer.headers.items():
        name = name.lower()
        value = holdable(value)
        headers[name] = f"{headers[name]}, {value}" if name in headers and name in _LISTS else value
    return headers


_LISTS = frozenset({"cache-control", "link", "x-robots-tag", "content-encoding"})
"""Headers whose several lines mean one list."""
