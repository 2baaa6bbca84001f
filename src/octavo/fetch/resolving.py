"""Names to addresses: the system's resolver, within the guard's bounds."""

import socket
from ipaddress import ip_address

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from octavo.fetch.guard import Network, NotPublic, is_reachable


class Resolver(AbstractResolver):
    """Resolve names, `localhost` and `*.localhost` to loopback on every system (RFC 6761).

    Addresses out of bounds are left out here, so that a name with a public one still works; the guard at the socket is
    what forbids. Raises NotPublic where none is left.
    """

    def __init__(self, allowed: tuple[Network, ...], names: AbstractResolver | None = None) -> None:
        self._allowed = allowed
        self._names = names or aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        name = host.rstrip(".").lower()
        is_local = name == "localhost" or name.endswith(".localhost")
        found = await self._names.resolve("127.0.0.1" if is_local else host, port, family)
        near = [one for one in found if is_reachable(ip_address(one["host"].partition("%")[0]), self._allowed)]
        if found and not near:
            raise NotPublic(found[0]["host"])
        return [{**one, "hostname": host} for one in near]

    async def close(self) -> None:
        await self._names.close()
