"""Decompression in small pieces: whoever reads decides when it is enough, so a bomb never unfolds."""

import sys
import zlib
from collections.abc import Callable, Iterable, Iterator

import brotli

from octavo.fetch.constants import CODINGS_COUNT, PIECE_BYTES, ZSTD_WINDOW_LOG

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_ZSTD_OPTIONS = {zstd.DecompressionParameter.window_log_max.value: ZSTD_WINDOW_LOG}
_GZIP_BITS, _ZLIB_BITS, _RAW_BITS = 31, 15, -15
_GZIP_MAGIC = b"\x1f\x8b"
_BROTLI_BYTES = PIECE_BYTES // 4
"""brotli fills the blocks in which it passes its limit, and comes to up to twice PIECE_BYTES."""


class Broken(ValueError):
    """The body is not what its Content-Encoding says, or it breaks off."""


def unpacked(body: bytes, content_encoding: str) -> Iterator[bytes]:
    """Yield what `body` holds in pieces of about PIECE_BYTES, each made only when it is asked for.

    A coding that is not known is taken for a mistake of the server and left alone. Raises Broken.
    """
    codings = [coding.strip().lower() for coding in content_encoding.split(",")]
    known = [_UNPACKERS[coding] for coding in codings if coding in _UNPACKERS]
    if len(known) > CODINGS_COUNT:
        raise Broken("too many layers of compression")
    pieces: Iterator[bytes] = iter((body,))
    for unpack in reversed(known):
        pieces = unpack(pieces)
    try:
        yield from pieces
    except (zlib.error, brotli.error, zstd.ZstdError) as error:
        raise Broken(str(error)) from error


def _gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    return _inflated(pieces, _GZIP_BITS)


def _deflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack "deflate", which servers send with zlib's header (RFC 9110) or, by an old mistake, without."""
    for piece in pieces:
        has_header = len(piece) > 1 and piece[0] & 15 == 8 and (piece[0] << 8 | piece[1]) % 31 == 0
        yield from _inflated((piece, *pieces), _ZLIB_BITS if has_header else _RAW_BITS)


def _inflated(pieces: Iterable[bytes], bits: int) -> Iterator[bytes]:
    stream, began = zlib.decompressobj(bits), False
    for piece in pieces:
        left, made = piece, b""
        while left or len(made) == PIECE_BYTES:
            if stream.eof and not _begins_member(left, bits):
                return
            stream = zlib.decompressobj(bits) if stream.eof else stream
            made = stream.decompress(left, PIECE_BYTES)
            left, began = stream.unused_data if stream.eof else stream.unconsumed_tail, True
            yield made
    if began and not stream.eof:
        raise Broken("the compressed body breaks off")


def _begins_member(data: bytes, bits: int) -> bool:
    """Tell whether another gzip member follows; anything else after the end is padding."""
    return bits == _GZIP_BITS and data.startswith(_GZIP_MAGIC)


def _from_brotli(pieces: Iterable[bytes]) -> Iterator[bytes]:
    stream, began = brotli.Decompressor(), False
    for piece in pieces:
        left, made, began = piece, b"", began or bool(piece)
        while not stream.is_finished() and (left or made or not stream.can_accept_more_data()):
            made, left = stream.process(left, output_buffer_limit=_BROTLI_BYTES), b""
            yield made
    if began and not stream.is_finished():
        raise Broken("the compressed body breaks off")


def _from_zstd(pieces: Iterable[bytes]) -> Iterator[bytes]:
    stream, began = zstd.ZstdDecompressor(options=_ZSTD_OPTIONS), False
    for piece in pieces:
        left, began = piece, began or bool(piece)
        while left or not (stream.needs_input or stream.eof):
            stream = zstd.ZstdDecompressor(options=_ZSTD_OPTIONS) if stream.eof else stream
            yield stream.decompress(left, PIECE_BYTES)
            left = stream.unused_data if stream.eof else b""
    if began and not stream.eof:
        raise Broken("the compressed body breaks off")


_UNPACKERS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _from_brotli,
    "zstd": _from_zstd,
}
