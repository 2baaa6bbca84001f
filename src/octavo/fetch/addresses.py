"""Addresses as the door takes them: http(s), a host in its usual spelling, no name or password."""

import re
import socket
from urllib.parse import urljoin

from yarl import URL

from octavo.core.links import shown
from octavo.fetch.refused import Refused

_HOST = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._\-]*[A-Za-z0-9_.])?")
_NO_UTF8 = re.compile(r"[\udc80-\udcff]")
"""Bytes of a header that are no UTF-8, as aiohttp hands them over."""
_NUMBER = re.compile(r"\d+|0[xX][0-9A-Fa-f]*")


def checked(url: str) -> URL:
    """Return `url` parsed, or raise Refused.

    Hosts are taken after IDNA's mapping, so full-width and circled digits are plain ones by then. Spellings of an
    address that only some parsers read (decimal, octal, hexadecimal, short, with a dot at the end) are refused.
    """
    try:
        address = URL(url)
        host = address.raw_host or ""
        is_name = "xn--" not in host or bool(address.host)
    except (ValueError, IndexError):  # the latter for brackets where a name and a password may stand
        raise Refused("bad-address", f"{shown(url)[:200]} is no web address") from None
    if address.user is not None or address.password is not None:
        raise Refused("bad-address", "a name or password stands in the address, and Octavo sends none to anybody")
    if address.scheme not in ("http", "https"):
        raise Refused("bad-address", f"{shown(url)[:200]} is no web address")
    if _is_literal(host):
        return address
    if not is_name or not _HOST.fullmatch(host) or ".." in host:
        raise Refused("bad-address", f"{shown(url)[:200]} names no host")
    if _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        raise Refused("not-public", f"{host} is an odd spelling of an address")
    return address


def _is_literal(host: str) -> bool:
    try:
        if ":" in host:
            socket.inet_pton(socket.AF_INET6, host.partition("%")[0])
        else:
            socket.inet_pton(socket.AF_INET, host)
    except (OSError, ValueError):
        return False
    return True


def redirected(url: str, location: str) -> str:
    """Return the address that `url` redirects to, bytes that are no UTF-8 percent-encoded; "" where there is none."""
    location = _NO_UTF8.sub(lambda byte: f"%{ord(byte[0]) & 255:02X}", location.strip())
    try:
        return urljoin(url, location) if location else ""
    except ValueError:
        raise Refused("bad-address", f"redirects to {shown(location)[:200]}, which is no web address") from None
