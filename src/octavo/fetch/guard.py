"""Which addresses may be reached.

The check stands where the socket is made, so it sees the address that is really connected to: literal addresses in any
spelling, each redirect, and names that resolve to something else the second time are all covered.
"""

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network
AddressInfo = tuple[int, int, int, str, tuple[str | int, ...]]

_NAT64 = IPv6Network("64:ff9b::/96")
_NEVER: tuple[Network, ...] = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # IETF protocol assignments, one cloud's metadata among them
            "192.88.99.0/24",  # 6to4 relays, withdrawn (RFC 7526)
            "168.63.129.16/32",  # metadata and DNS of one cloud, in public space
            "64:ff9b:1::/48",  # NAT64 for local use (RFC 8215): where it leads, only the network knows
            "2001::/32",  # Teredo (RFC 4380): carries any IPv4 address
            "3fff::/20",  # documentation (RFC 9637)
            "5f00::/16",  # segment routing (RFC 9602)
            "fec0::/10",  # site-local, withdrawn (RFC 3879)
        ),
    )
)
"""Out of bounds although `ipaddress` calls them global, or some of its versions do."""


class NotPublic(OSError):
    """The address is neither public nor in an allowed network."""

    WORDS = "is not a public address"

    def __init__(self, address: object) -> None:
        super().__init__(f"{address} {self.WORDS}")


def is_reachable(address: IPv4Address | IPv6Address, allowed: Iterable[Network] = ()) -> bool:
    """Tell whether `address` is public, or in one of the `allowed` networks."""
    allowed = tuple(allowed)
    if _is_in(address, allowed):
        return True
    inner = _embedded(address)
    if inner is not None:
        return is_reachable(inner, allowed)
    return address.is_global and not address.is_multicast and not address.is_reserved and not _is_in(address, _NEVER)


def _is_in(address: IPv4Address | IPv6Address, networks: Iterable[Network]) -> bool:
    return any(address.version == network.version and address in network for network in networks)


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one carries: mapped, 6to4, NAT64 (RFC 6052)."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _address(family: int, text: str) -> IPv4Address | IPv6Address:
    """Return an address; the system reads one of four numbers in a tenth of the time that `ipaddress` takes."""
    return IPv4Address(socket.inet_pton(family, text)) if family == socket.AF_INET else ip_address(text)


def socket_factory(allowed: tuple[Network, ...]) -> Callable[[AddressInfo], socket.socket]:
    """Return the maker of sockets that refuses, with NotPublic, to make one for an address out of bounds."""

    def make(info: AddressInfo) -> socket.socket:
        family, kind, protocol, _, peer = info
        address = _address(family, str(peer[0]).partition("%")[0])
        if not is_reachable(address, allowed):
            raise NotPublic(address)
        return socket.socket(family=family, type=kind, proto=protocol)

    return make
