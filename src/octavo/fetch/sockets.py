"""Connections other than HTTP's, through the same guard."""

import socket

from octavo.fetch.guard import Network, socket_factory

_ADDRESSES_COUNT = 4
"""Of a host's addresses that are tried: each may take all the time that a connection may."""


def connected(host: str, port: int, allowed: tuple[Network, ...], timeout_seconds: float) -> socket.socket:
    """Return a socket connected to the first of the host's first few addresses that answers.

    Raises NotPublic where an address is out of bounds, OSError where none answers.
    """
    make = socket_factory(allowed)
    failure: OSError = OSError(f"{host} has no address")
    for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[:_ADDRESSES_COUNT]:
        made = make(info)  # type: ignore[arg-type]
        try:
            made.settimeout(timeout_seconds)
            made.connect(info[4])
        except OSError as error:
            made.close()
            failure = error
        else:
            return made
    raise failure
