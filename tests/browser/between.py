"""Something between the browser and the house that loses answers on their way back, as trains and tunnels do."""

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

DROPPED = frozenset({"connection", "transfer-encoding", "content-length", "keep-alive"})


class Between:
    """Passes requests on to a house, and loses what it is told to lose after the house has done it."""

    def __init__(self) -> None:
        self.losing: set[str] = set()
        """Names of acts: the next answer to each is lost."""
        self.versions: dict[str, bytes] = {}
        """What is served at a path instead of what the house says."""
        self.acts: list[list[dict[str, Any]]] = []
        """Each request of acts, as it was sent."""
        self.address = ""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Say nothing: a browser without a network hangs up in the middle of answers."""


@contextmanager
def between(site: str) -> Iterator[Between]:
    """Stand before the house at `site` while the block lasts."""
    state = Between()
    host, port = urlsplit(site).hostname or "", urlsplit(site).port or 80

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._pass()

        def do_POST(self) -> None:
            self._pass()

        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            own = f"http://{self.headers['Host']}"
            headers = {name: value for name, value in self.headers.items() if name.lower() not in DROPPED}
            headers |= {"Host": f"{host}:{port}"}
            if headers.get("Origin") == own:
                headers["Origin"] = site
            house = http.client.HTTPConnection(host, port, timeout=60)
            house.request(self.command, self.path, body or None, headers)
            answer = house.getresponse()
            content = answer.read()
            house.close()
            if self.path == "/acts":
                acts = json.loads(body)
                state.acts.append(acts)
                lost = state.losing.intersection(one["act"] for one in acts)
                state.losing -= lost
                if lost:
                    self._break_off(answer.status)
                    return
            content = state.versions.get(self.path, content)
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in DROPPED and not (
                    self.path in state.versions and name.lower().startswith("content-e")
                ):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        def _break_off(self, status: int) -> None:
            """Begin an answer and hang up: a browser asks again by itself where nothing at all came."""
            self.send_response(status)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"[")
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
