"""Files that publishers keep compressed: sitemaps above all (sitemaps.org allows gzip)."""

import zlib

_GZIP = b"\x1f\x8b"


def unpacked(body: bytes, limit_bytes: int) -> bytes:
    """Return a gzip file's content, at most `limit_bytes` of it; anything else, and what is broken, as it is."""
    if not body.startswith(_GZIP):
        return body
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, limit_bytes)
    except zlib.error:
        return body
