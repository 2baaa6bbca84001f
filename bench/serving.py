"""The local servers of bench/refresh.py: one of files, at as many addresses as there are feeds, and a slow one."""

import asyncio
import hashlib
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 10.0
_NGINX = """
daemon off; pid {folder}/nginx.pid; error_log stderr error; worker_processes 1;
events {{ worker_connections 1024; }}
http {{
  access_log off; types {{ application/rss+xml xml; }}
  client_body_temp_path {folder}/n1; proxy_temp_path {folder}/n2; fastcgi_temp_path {folder}/n3;
  uwsgi_temp_path {folder}/n4; scgi_temp_path {folder}/n5;
  server {{ listen 0.0.0.0:{port}; root {folder}/site; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Server:
    kind: str
    port: int

    def address(self, number: int) -> str:
        """Return a feed's address; each has a host of its own on loopback."""
        return f"http://127.0.{1 + number // 250}.{1 + number % 250}:{self.port}/{number}.xml"


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve `folder`/site meanwhile, with nginx or, where that is absent, with Python."""
    port = _free_port()
    if shutil.which("nginx"):
        (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, port=port))
        folder.chmod(0o755)
        process = subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf")])
        kind = "nginx"
    else:
        print("nginx is not installed (Debian: apt-get install nginx-light); Python serves the feeds", file=sys.stderr)
        process = subprocess.Popen([sys.executable, __file__, str(folder / "site"), str(port)])
        kind = "python"
    try:
        _await(port)
        yield Server(kind, port)
    finally:
        process.terminate()
        process.wait()


@contextmanager
def slow(count: int, seconds: float) -> Iterator[list[str]]:
    """Serve `count` feeds of one entry, each at an address of its own, that answer after `seconds`."""
    loop, port = asyncio.new_event_loop(), _free_port()

    async def body(path: str) -> bytes:
        await asyncio.sleep(seconds)
        title = f"<title>Ferry {path}</title><link>https://post.example{path}</link>"
        return f"<rss><channel><title>Post</title><item>{title}</item></channel></rss>".encode()

    async def until_cancelled() -> None:
        with suppress(asyncio.CancelledError):
            await _serve(port, body)

    task = loop.create_task(until_cancelled())
    thread = threading.Thread(target=loop.run_until_complete, args=(task,), daemon=True)
    thread.start()
    _await(port)
    yield [Server("slow", port).address(number) for number in range(count)]
    loop.call_soon_threadsafe(task.cancel)
    thread.join()
    loop.close()


async def _serve(port: int, body: Callable[[str], Awaitable[bytes]]) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := (await reader.readuntil(b"\r\n\r\n")).decode("latin-1"):
                content = await body(request.split(" ", 2)[1])
                tag = hashlib.md5(content, usedforsecurity=False).hexdigest()
                if tag in request:
                    writer.write(f'HTTP/1.1 304 Not Modified\r\netag: "{tag}"\r\n\r\n'.encode())
                else:
                    head = f'HTTP/1.1 200 OK\r\netag: "{tag}"\r\ncontent-length: {len(content)}\r\n\r\n'
                    writer.write(head.encode() + content)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "0.0.0.0", port, backlog=1000)
    await server.serve_forever()


def _await(port: int) -> None:
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the local server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _file(path: str) -> bytes:
    return (Path(sys.argv[1]) / path.lstrip("/")).read_bytes()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[2]), _file))
