"""Receiving letters over SMTP (RFC 5321), for Octavo's own address alone: it relays nothing."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiosmtpd.smtp import SMTP, Envelope, Session

from octavo.core.types import Refusal
from octavo.fetch import constants

Accepts = Callable[[str], bool]
"""Tells whether letters to an address are taken."""
Take = Callable[[bytes], Refusal | None]
"""Keeps a letter, or says why not; an error means that the sender should try again."""


@asynccontextmanager
async def receiving(listen: tuple[str, int], domain: str, accepts: Accepts, take: Take) -> AsyncIterator[int]:
    """Receive letters at host and port while the block lasts; yield the port, which the system chooses for 0.

    `take` runs in a thread, and a letter is confirmed when it has returned. Raises OSError where the port is taken.
    """
    handler = _Handler(accepts, take)
    server = await asyncio.get_running_loop().create_server(lambda: _connection(handler, domain), *listen)
    async with server:
        yield int(server.sockets[0].getsockname()[1])


class _Handler:
    def __init__(self, accepts: Accepts, take: Take) -> None:
        self._accepts = accepts
        self._take = take
        self.connections_count = 0

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if not self._accepts(address):
            return "550 5.1.1 there is no such address here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        sender = (envelope.mail_from or "").strip("<>")
        trace = f"Return-Path: <{sender}>\r\n".encode("utf-8", "replace")  # RFC 5321, 4.4: whoever delivers adds it
        try:
            refusal = await asyncio.to_thread(self._take, trace + content)
        except Exception:  # whatever it is, the letter is not stored, so the sender must keep it
            return "451 4.3.0 the letter could not be stored; try again later"
        return f"554 5.6.0 {refusal.detail}" if refusal else "250 2.0.0 OK"


class _Connection(SMTP):
    """One sender's connection, counted."""

    line_length_limit = constants.MAIL_LINE_BYTES

    def __init__(self, handler: _Handler, domain: str) -> None:
        super().__init__(
            handler,
            data_size_limit=constants.BODY_LIMIT_BYTES,
            enable_SMTPUTF8=True,
            hostname=domain,
            ident="Octavo",
            timeout=constants.MAIL_SECONDS,
            command_call_limit=constants.MAIL_COMMANDS_COUNT,
            loop=asyncio.get_running_loop(),
        )
        self._counting = handler

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._counting.connections_count += 1
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self._counting.connections_count -= 1
        super().connection_lost(error)


class _Busy(asyncio.Protocol):
    """Turns a connection away: there are enough."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.write(b"421 4.3.2 too busy; try again later\r\n")
        transport.close()


def _connection(handler: _Handler, domain: str) -> asyncio.Protocol:
    is_full = handler.connections_count >= constants.MAIL_CONNECTIONS_COUNT
    return _Busy() if is_full else _Connection(handler, domain)
