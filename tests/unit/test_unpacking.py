"""Decompression that stops when it is told to."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import islice

import brotli
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from octavo.fetch.constants import PIECE_BYTES
from octavo.fetch.unpacking import Broken, unpacked


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("x-gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "raw deflate": ("deflate", raw_deflate),
    "br": ("br", partial(brotli.compress, quality=1)),
    "zstd": ("zstd", zstd.compress),
}
each_coding = pytest.mark.parametrize(("coding", "pack"), PACKERS.values(), ids=PACKERS)


def whole(body: bytes, coding: str) -> bytes:
    return b"".join(unpacked(body, coding))


@each_coding
@pytest.mark.parametrize("length", [0, 1, PIECE_BYTES, PIECE_BYTES + 1, 300_000])
def test_what_was_packed_comes_out_in_small_pieces(coding: str, pack: Callable[[bytes], bytes], length: int) -> None:
    body = bytes(number % 251 for number in range(length))
    pieces = list(unpacked(pack(body), coding))
    assert b"".join(pieces) == body
    assert all(len(piece) <= 2 * PIECE_BYTES for piece in pieces)


@each_coding
def test_text_comes_out_whole(coding: str, pack: Callable[[bytes], bytes]) -> None:
    body = b"".join(b"line %d of the paper\n" % number for number in range(30_000))
    assert whole(pack(body), coding) == body


@each_coding
def test_a_bomb_unfolds_only_as_far_as_it_is_read(coding: str, pack: Callable[[bytes], bytes]) -> None:
    bomb = pack(b"\0" * 100_000_000)
    tracemalloc.start()
    try:
        read = sum(map(len, islice(unpacked(bomb, coding), 20)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert 0 < read <= 40 * PIECE_BYTES
    assert peak < 20_000_000


@each_coding
def test_a_body_that_breaks_off_is_told_apart(coding: str, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(b"".join(b"line %d\n" % number for number in range(5_000)))
    with pytest.raises(Broken):
        whole(packed[: len(packed) // 2], coding)


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_what_is_not_packed_is_told_apart(coding: str) -> None:
    with pytest.raises(Broken):
        whole(b"<rss>not packed at all</rss>", coding)


@pytest.mark.parametrize("coding", ["", "identity", "none", "utf-8"])
def test_what_is_no_coding_changes_nothing(coding: str) -> None:
    assert whole(b"plain", coding) == b"plain"


def test_members_follow_one_another_and_padding_is_left_out() -> None:
    assert whole(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0padding", "gzip") == b"one two"
    assert whole(zstd.compress(b"one ") + zstd.compress(b"two"), "zstd") == b"one two"


def test_layers_are_taken_off_from_the_last() -> None:
    assert whole(brotli.compress(gzip.compress(b"within")), "gzip, br") == b"within"


def test_a_tower_of_layers_is_refused() -> None:
    with pytest.raises(Broken):
        whole(b"", "gzip, gzip, gzip, gzip")


@given(st.binary(max_size=400), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br"]))
def test_any_bytes_come_out_or_are_broken(body: bytes, coding: str) -> None:
    with suppress(Broken):
        whole(body, coding)
