"""Which addresses may be reached.

The check stands where the socket is made, so it sees the address that is really connected to: literal addresses in any
spelling, each redirect, and names that resolve to something else the second time are all covered.
"""

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Network = IPv4Network | IPv6Network
AddressInfo = tuple[int, int, int, str, tuple[str | int, ...]]


class NotPublic(OSError):
    """The address is neither public nor in an allowed network."""


def is_reachable(address: IPv4Address | IPv6Address, allowed: Iterable[Network] = ()) -> bool:
    """Return whether `address` is public, or in one of the `allowed` networks."""
    if any(address.version == network.version and address in network for network in allowed):
        return True
    inner = _embedded(address)
    if inner is not None:
        return is_reachable(inner, allowed)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one carries: mapped, 6to4, NAT64 (RFC 6052)."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address in IPv6Network("64:ff9b::/96"):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def socket_factory(allowed: tuple[Network, ...]) -> Callable[[AddressInfo], socket.socket]:
    """Return the maker of sockets that refuses, with NotPublic, to make one for an address out of bounds."""

    def make(info: AddressInfo) -> socket.socket:
        family, kind, protocol, _, peer = info
        address = ip_address(str(peer[0]).partition("%")[0])
        if not is_reachable(address, allowed):
            raise NotPublic(f"{address} is not a public address")
        return socket.socket(family=family, type=kind, proto=protocol)

    return make
