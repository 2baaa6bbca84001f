"""Short texts as numbers, which take little room and are the same in every process."""

from collections.abc import Iterable
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]
"""Distinct codes, ascending."""


def code(text: str) -> int:
    """Return the number of a text, above 0."""
    return 1 + crc32(text.encode()) % 0x7FFFFFFE


def in_order(codes: Iterable[int]) -> Codes:
    """Return distinct codes as an array."""
    return np.array(sorted(codes), dtype=np.int32)
