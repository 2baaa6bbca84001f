"""Posting to story, in flat arrays: eight bytes a slot, all of an article's at once."""

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint32]
Rows = NDArray[np.int64]
_FIRST_BITS = 14
_MOST_BITS = 26
_FULL = 0.5


class PostingTable:
    """A direct-mapped table that grows; where two keys meet in a slot, the newer stays."""

    def __init__(self) -> None:
        self._bits = _FIRST_BITS
        self._keys = np.zeros(1 << self._bits, dtype=np.uint32)
        self._rows = np.full(1 << self._bits, -1, dtype=np.int32)
        self._put_count = 0

    def get(self, keys: Keys) -> Rows:
        """Return the row that each key leads to, -1 where none is known; keys are well mixed."""
        slots = keys >> np.uint32(32 - self._bits)
        return np.where(self._keys[slots] == keys, self._rows[slots], -1).astype(np.int64)

    def put(self, keys: Keys, row: int) -> None:
        """Let each key lead to `row`."""
        self._put_count += len(keys)
        if self._put_count > _FULL * len(self._keys) and self._bits < _MOST_BITS:
            self._grow()
        slots = keys >> np.uint32(32 - self._bits)
        self._keys[slots] = keys
        self._rows[slots] = row

    def _grow(self) -> None:
        used = self._rows >= 0
        keys, rows = self._keys[used], self._rows[used]
        self._bits += 1
        self._keys = np.zeros(1 << self._bits, dtype=np.uint32)
        self._rows = np.full(1 << self._bits, -1, dtype=np.int32)
        slots = keys >> np.uint32(32 - self._bits)
        self._keys[slots], self._rows[slots] = keys, rows
        self._put_count = len(keys)
