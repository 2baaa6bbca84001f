"""The HTTP door beside bare aiohttp, in processor time of one run, and what bombs take of memory; prints JSON.

    python bench/fetch.py [--requests 3000] [--hosts 300]

A small server in another process answers every request with 5 kB; bombs are 300 MB of zeros, packed.
"""

import argparse
import asyncio
import gzip
import resource
import socket
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Awaitable, Callable
from ipaddress import ip_network
from pathlib import Path
from time import process_time

import aiohttp
import brotli
import orjson
from backports import zstd

from octavo.core.types import Refusal, Request, Response
from octavo.fetch.door import Door

_BOMB = b"\0" * 300_000_000
_PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda body: bytes(brotli.compress(body, quality=1)),
    "zstd": zstd.compress,
}
_SERVER = """
import asyncio, sys
from pathlib import Path

async def answer(reader, writer):
    try:
        while True:
            head = await reader.readuntil(b"\\r\\n\\r\\n")
            file = Path(sys.argv[1], head.split(b" ")[1].decode().strip("/"))
            body = file.read_bytes() if file.is_file() else b"x" * 5000
            coding = f"Content-Encoding: {file.name}\\r\\n" if file.is_file() else ""
            writer.write(f"HTTP/1.1 200 OK\\r\\n{coding}Content-Length: {len(body)}\\r\\n\\r\\n".encode() + body)
            await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        writer.close()

async def serve():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(serve())
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=3000)
    parser.add_argument("--hosts", type=int, default=300)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        for coding, pack in _PACKERS.items():
            Path(directory, coding).write_bytes(pack(_BOMB))
        server = subprocess.Popen([sys.executable, "-c", _SERVER, directory], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            port = int(server.stdout.readline())
            urls = [f"http://h{number % chosen.hosts}.localhost:{port}/" for number in range(chosen.requests)]
            bombs = [f"http://bombs.localhost:{port}/{coding}" for coding in _PACKERS]
            print(orjson.dumps(_measured(urls, bombs, Path(directory, "turns")), option=orjson.OPT_INDENT_2).decode())
        finally:
            server.kill()
            server.wait()


def _measured(urls: list[str], bombs: list[str], turns_file: Path) -> dict[str, object]:
    bare = _seconds(_bare, urls)
    door = _seconds(lambda urls: _through(urls, turns_file), urls)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answers = asyncio.run(_through(bombs, turns_file))
    assert all(isinstance(answer, Refusal) and answer.reason == "too-large" for answer in answers), answers
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {
        "requests": len(urls),
        "aiohttp_ms_each": round(1000 * bare / len(urls), 3),
        "door_ms_each": round(1000 * door / len(urls), 3),
        "ratio": round(door / bare, 2),
        "bombs_grow_peak_by_mb": round(grown / 1024, 1),
    }


def _seconds(fetch: Callable[[list[str]], Awaitable[object]], urls: list[str]) -> float:
    began = process_time()

    async def run() -> None:
        await fetch(urls)

    asyncio.run(run())
    return process_time() - began


async def _through(urls: list[str], turns_file: Path) -> list[Response | Refusal]:
    allowed = (ip_network("127.0.0.0/8"),)
    async with Door(allowed=allowed, page_pause_seconds=0, turns_file=turns_file) as door:
        return await asyncio.gather(*(door.get(Request(url)) for url in urls))


class _Loopback(aiohttp.ThreadedResolver):
    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[aiohttp.abc.ResolveResult]:
        return await super().resolve("127.0.0.1", port, family)


async def _bare(urls: list[str]) -> None:
    connector = aiohttp.TCPConnector(limit=64, resolver=_Loopback())
    async with aiohttp.ClientSession(connector=connector) as session:

        async def get(url: str) -> bytes:
            async with session.get(url) as answer:
                return await answer.read()

        await asyncio.gather(*map(get, urls))


main()
