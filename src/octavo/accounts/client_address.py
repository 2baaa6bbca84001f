"""Whose requests are counted together: the address that a request comes from, also behind proxies."""

from ipaddress import ip_address


def client_address(peer: str, forwarded: str, proxies_count: int) -> str:
    """Return the address of who asked; `peer` is who is connected, `forwarded` the header X-Forwarded-For.

    Every proxy adds the address that it was asked by at the header's end, so the part that is as far from the end as
    there are proxies was written by the outermost of them; all before it may be invented. With fewer parts than
    proxies the request has not come through all of them, and the connection itself is believed.
    """
    parts = [part.strip() for part in forwarded.split(",")]
    if 0 < proxies_count <= len(parts) and (named := _address(parts[-proxies_count])):
        return named
    return _address(peer) or "0.0.0.0"  # noqa: S104


def _address(text: str) -> str:
    """Return the address that `text` spells, with or without a port; "" where it spells none."""
    text = text.strip()
    bare = text[1:].partition("]")[0] if text.startswith("[") else text
    for one in (bare, text.rpartition(":")[0]):
        try:
            address = ip_address(one)
        except ValueError:
            continue
        mapped = getattr(address, "ipv4_mapped", None)
        return str(mapped or address)
    return ""
