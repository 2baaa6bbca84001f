"""A text as the set of its runs of tokens, in hashes that are the same in every process."""

from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from octavo.core.text import tokens
from octavo.dedupe.constants import KEPT_SHINGLES, SHINGLE_TOKENS

Hashes = NDArray[np.uint64]
_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], dtype=np.uint64
)
_SCRAMBLE = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingles of one text."""

    length: int
    """Tokens of the text."""
    whole: int
    """Hash of the text in order: equal for texts that are equal after normalising."""
    step: int
    """Only hashes divisible by this power of two are kept."""
    hashes: NDArray[np.uint32]
    """Sorted, distinct."""
    numbers: frozenset[str] = frozenset()
    """The text's numbers, as written in digits."""


def shingles(text: str) -> Shingles:
    """Return the shingles of `text` (uint32 (n,), sorted); a long text keeps a uniform sample."""
    found = tokens(text)
    codes = np.fromiter(map(_code, found), dtype=np.uint64, count=len(found))
    runs = _runs(codes)
    hashes = np.unique((runs >> _HALF).astype(np.uint32))
    step = 1
    while len(hashes) > KEPT_SHINGLES:
        step *= 2
        hashes = hashes[hashes % step == 0]
    numbers = frozenset(token for token in found if token[0].isdigit())
    return Shingles(len(found), crc32(codes.tobytes()), step, hashes, numbers)


@lru_cache(maxsize=1 << 18)
def _code(token: str) -> int:
    return crc32(token.encode()) + 1


def _runs(codes: Hashes) -> Hashes:
    count = len(codes) - SHINGLE_TOKENS + 1
    if count <= 0:
        count, codes = 1, np.resize(codes, SHINGLE_TOKENS)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE_TOKENS):
        mixed = (mixed ^ codes[place : place + count]) * _MULTIPLIERS[place]
        mixed ^= mixed >> _HALF
    scrambled: Hashes = mixed * _SCRAMBLE
    return scrambled
