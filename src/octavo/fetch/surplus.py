"""Answers longer than they say, as of servers that count characters for bytes: so much is taken, the rest left."""

from collections.abc import Callable
from functools import partial
from typing import Any

import aiohttp
from aiohttp.client_proto import ResponseHandler


class Connector(aiohttp.TCPConnector):
    """Makes connections over which a surplus does not cost the answer; it costs the connection."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        make: Callable[..., ResponseHandler] = _Handler
        self._factory = partial(make, loop=self._loop)


class _Handler(ResponseHandler):
    """Hands an answer's head on before what came with it: aiohttp forgets all of a read in which it meets a surplus.

    It also forgets to tell who reads a body that it does not understand the rest, which is told once that has taken
    what was understood.
    """

    def data_received(self, data: bytes) -> None:
        head, end, rest = data.partition(b"\r\n\r\n")
        super().data_received(head + end)
        if rest and self.exception() is None:
            super().data_received(rest)
        error, body = self.exception(), self._payload
        if error and body and not body.is_eof():
            self._loop.call_soon(body.set_exception, aiohttp.ClientPayloadError(str(error)))
