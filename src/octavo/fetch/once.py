"""Doors as this house's settings want them, and single fetches."""

import asyncio

from octavo import demo
from octavo.config import settings
from octavo.core.types import Refusal, Request, Response
from octavo.fetch.door import Door


def open_door() -> Door:
    """Return the door as this house's settings want it; the demo's publishers answer from within."""
    current = settings.current()
    return Door(
        allowed=current.allow_networks,
        connections_count=current.host_connections_count,
        page_pause_seconds=current.page_pause_seconds,
        inside=demo.answers(current.data),
    )


def fetch_once(request: Request) -> Response | Refusal:
    """Fetch one address and wait for it."""

    async def fetch() -> Response | Refusal:
        async with open_door() as door:
            return await door.get(request)

    return asyncio.run(fetch())
