"""Small servers on loopback: one that answers as a test says, one that sends bytes as they are."""

import asyncio
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@contextmanager
def running_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """Run an event loop in a thread while the block lasts."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def wait_for(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run_coroutine_threadsafe(work, loop).result(10)


class Site:
    """A site whose pages a test sets: `pages` by path; counts what it was asked, and how much at once."""

    def __init__(self, port: int = 0) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: Counter[str] = Counter()
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        """Method, path, headers in lower case and body."""
        self.at_once = self.most_at_once = 0
        self.port = port

    def url(self, path: str, host: str = "paper.localhost") -> str:
        return f"http://{host}:{self.port}{path}"

    def say(self, path: str, text: str = "", status: int = 200, **headers: str) -> None:
        """Let `path` answer so; underscores in names of headers are dashes."""

        async def answer(_: web.Request) -> web.Response:
            return web.Response(
                text=text, status=status, headers={name.replace("_", "-"): value for name, value in headers.items()}
            )

        self.pages[path] = answer

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.asked[request.path] += 1
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.requests.append((request.method, request.path_qs, headers, await request.read()))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            page = self.pages.get(request.path)
            return await page(request) if page else web.Response(status=404, text="missing")
        finally:
            self.at_once -= 1

    @contextmanager
    def serving(self, host: str = "127.0.0.1") -> Iterator["Site"]:
        async def serve() -> web.AppRunner:
            app = web.Application()
            app.router.add_route("*", "/{path:.*}", self._answer)
            runner = web.AppRunner(app, shutdown_timeout=0.1)
            await runner.setup()
            await web.TCPSite(runner, host, self.port).start()
            self.port = int(runner.addresses[0][1])
            return runner

        with running_loop() as loop:
            runner = wait_for(loop, serve())
            try:
                yield self
            finally:
                wait_for(loop, runner.cleanup())


class RawSite:
    """Sends `answers` by path, byte for byte, then closes; without an answer it resets the connection."""

    def __init__(self) -> None:
        self.answers: dict[str, bytes] = {}
        self.then: dict[str, Callable[[asyncio.StreamWriter], Awaitable[None]]] = {}
        """What follows the bytes, by path."""
        self.port = 0

    def url(self, path: str) -> str:
        return f"http://raw.localhost:{self.port}{path}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split(b" ")[1].decode()
            if path not in self.answers:
                writer.transport.abort()
                return
            writer.write(self.answers[path])
            await writer.drain()
            if path in self.then:
                await self.then[path](writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    @contextmanager
    def serving(self) -> Iterator["RawSite"]:
        async def serve() -> asyncio.Server:
            return await asyncio.start_server(self._serve, "127.0.0.1", 0)

        async def close() -> None:
            server.close()
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        with running_loop() as loop:
            server = wait_for(loop, serve())
            self.port = server.sockets[0].getsockname()[1]
            try:
                yield self
            finally:
                wait_for(loop, close())
