"""What the hostile quarter's cases are made of."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ask:
    """One request as the server saw it."""

    name: str
    """The host's first label."""
    target: str
    headers: dict[str, str]
    """Names and values in lower case."""
    port: int
    polls_count: int
    """How often this host's feed was asked for, this time included."""


Send = Callable[[Ask, asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Case:
    """One fault and what must come of it."""

    name: str
    send: Send
    reason: str = ""
    """Why it is counted as failed, as `octavo status` has it; "" where it went well."""
    titles: tuple[str, ...] = ()
    """Of all entries that must arrive."""
    note: str = ""
    """A piece of what is said of it although entries arrive."""
    over: str = "http"
    """Or how TLS goes: one of `certificates.contexts`; or plain: HTTP where TLS is asked for."""


def head(status: str = "200 OK", **headers: str) -> bytes:
    """Return the head of an answer; an underscore in a header's name is a hyphen."""
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([f"HTTP/1.1 {status}", "connection: close", *lines, "", ""]).encode("latin-1")


def raw(*pieces: bytes) -> Send:
    """Send exactly these bytes, then close."""

    async def send(ask: Ask, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()

    return send


def answer(body: bytes, status: str = "200 OK", content_type: str = "application/xml") -> Send:
    """Send a whole and honest answer."""
    return raw(head(status, content_type=content_type, content_length=str(len(body))), body)


def forever(start: bytes, piece: bytes, pause_seconds: float = 0.0) -> Send:
    """Send `start`, then `piece` again and again."""

    async def send(ask: Ask, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause_seconds)

    return send


def reset(start: bytes = b"") -> Send:
    """Send `start`, then reset the connection."""

    async def send(ask: Ask, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.transport.abort()

    return send


def redirect(status: str, location: str, **headers: str) -> Send:
    """Redirect /feed to `location`, where {port} and {name} are filled in; anything else is the good feed."""

    async def send(ask: Ask, writer: asyncio.StreamWriter) -> None:
        if ask.target == "/feed":
            where = location.format(port=ask.port, name=ask.name)
            await raw(head(status, location=where, content_length="0", **headers))(ask, writer)
        else:
            await answer(GOOD)(ask, writer)

    return send


def rss(*items: str) -> bytes:
    """Return a feed with these items."""
    return f"<rss version='2.0'><channel><title>Post</title>{''.join(items)}</channel></rss>".encode()


def item(title: str, rest: str = "") -> str:
    return f"<item><title>{title}</title>{rest}</item>"


GOOD = rss(item("Ferry opens", "<guid>1</guid>"), item("Rain in Velmora", "<guid>2</guid>"))
GOOD_TITLES = ("Ferry opens", "Rain in Velmora")
