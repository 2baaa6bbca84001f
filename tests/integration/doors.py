"""Doors and answers as the tests of the door use them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_network

from octavo.core.types import Refusal, Request, Response
from octavo.fetch.door import Door

LOOPBACK = (ip_network("127.0.0.0/8"),)


@asynccontextmanager
async def opened(**options: object) -> AsyncIterator[Door]:
    """Open a door that may reach loopback and does not pause, but for `options`."""
    async with Door(**{"allowed": LOOPBACK, "page_pause_seconds": 0, **options}) as door:  # type: ignore[arg-type]
        yield door


def ask(*requests: Request, **options: object) -> list[Response | Refusal]:
    """Return the answers to `requests`, one after the other, through one door."""

    async def run() -> list[Response | Refusal]:
        async with opened(**options) as door:
            return [await door.get(request) for request in requests]

    return asyncio.run(run())


def get(url: str, **options: object) -> Response | Refusal:
    return ask(Request(url, **options))[0]  # type: ignore[arg-type]


def reason(answer: Response | Refusal) -> str:
    assert isinstance(answer, Refusal), answer
    return answer.reason


def body(answer: Response | Refusal) -> bytes:
    assert isinstance(answer, Response), answer
    return answer.body
