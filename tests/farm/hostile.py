"""The hostile quarter: one host a fault, over raw sockets, with healthy feeds beside them."""

import asyncio
import ssl
from collections import Counter
from contextlib import suppress

import trustme

from tests.farm import hostile_bodies, hostile_wires
from tests.farm.beside import Beside
from tests.farm.certificates import contexts as contexts_of
from tests.farm.hostile_answers import Ask, Case, answer, head, raw
from tests.farm.hostile_bodies import healthy

_TLS_HELLO = b"\x16"
"""The first byte of whoever wants TLS, where a plain server stands."""
_NOTHING_ASKED = Ask("", "", {}, 0, 0)


class Hostile(Beside):
    """Serve every case at `http://<name>.localhost:<port>/feed`, and `healthy_count` good feeds at `h<number>`.

    A page of any of these hosts is missing. `polls` counts requests of feeds by host. With an `authority` the cases
    over TLS are there too; whoever trusts it believes the certificates that it vouches for.
    """

    def __init__(self, healthy_count: int = 0, authority: trustme.CA | None = None) -> None:
        super().__init__()
        self.healthy_count = healthy_count
        self.polls: Counter[str] = Counter()
        self.port = self.tls_port = 0
        self._authority = authority
        self._writers: set[asyncio.StreamWriter] = set()
        self._cases = {case.name: case for case in (*hostile_wires.CASES, *hostile_bodies.CASES)}

    @property
    def cases(self) -> dict[str, Case]:
        """Return the cases by the addresses of their feeds."""
        found = {}
        for case in self._cases.values():
            if case.over == "http":
                found[f"http://{case.name}.localhost:{self.port}/feed"] = case
            elif self._authority:
                port = self.port if case.over == "plain" else self.tls_port
                found[f"https://{case.name}.localhost:{port}/feed"] = case
        return found

    @property
    def healthy_urls(self) -> list[str]:
        return [f"http://h{number}.localhost:{self.port}/feed" for number in range(self.healthy_count)]

    async def _serve(self) -> None:
        self._loop.set_exception_handler(lambda loop, context: None)
        servers = [await asyncio.start_server(self._handle, "127.0.0.1", 0, backlog=1000)]
        self.port = servers[0].sockets[0].getsockname()[1]
        if self._authority:
            shown = self._shown(self._authority)
            servers.append(await asyncio.start_server(self._handle, "127.0.0.1", 0, ssl=shown))
            self.tls_port = servers[1].sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        for server in servers:
            server.close()
        for writer in self._writers:
            writer.transport.abort()
        mine = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in mine:
            task.cancel()
        await asyncio.gather(*mine, return_exceptions=True)
        await asyncio.sleep(0.1)

    def _shown(self, authority: trustme.CA) -> ssl.SSLContext:
        """Return what shows each host's own certificate to who asks for that host (RFC 6066, 3)."""
        kinds = {f"{case.name}.localhost": case.over for case in self._cases.values()}
        contexts = contexts_of(authority, kinds)

        def show(connection: ssl.SSLObject, host: str | None, _: ssl.SSLContext) -> None:
            connection.context = contexts[kinds[host or ""]]

        first = contexts["vouched-for"]
        first.sni_callback = show
        return first

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
            start = await reader.readexactly(1)
            if start == _TLS_HELLO:
                await raw(head("400 Bad Request", content_length="0"))(_NOTHING_ASKED, writer)
            else:
                request = (start + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                await self._answer(self._ask(request), writer)
        with suppress(ConnectionError, ssl.SSLError):
            writer.close()
            await writer.wait_closed()
        self._writers.discard(writer)

    def _ask(self, request: str) -> Ask:
        target = request.split(" ", 2)[1]
        headers = dict(line.lower().split(": ", 1) for line in request.split("\r\n")[1:] if ": " in line)
        name = headers["host"].partition(".")[0]
        if target == "/feed":
            self.polls[name] += 1
        return Ask(name, target, headers, self.port, self.polls[name])

    async def _answer(self, ask: Ask, writer: asyncio.StreamWriter) -> None:
        case = self._cases.get(ask.name)
        if case is not None and not ask.target.startswith("/page"):
            await case.send(ask, writer)
        elif case is None and ask.target == "/feed":
            await answer(healthy(int(ask.name[1:]), f"http://{ask.name}.localhost:{self.port}"))(ask, writer)
        else:
            await answer(b"no such page", status="404 Not Found")(ask, writer)
