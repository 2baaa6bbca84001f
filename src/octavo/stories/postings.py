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
        self._slots = np.zeros((1 << self._bits, 2), dtype=np.uint32)
        """Key and row, counted from 1; side by side, so that looking for both reaches into memory once."""
        self._put_count = 0

    def get(self, keys: Keys) -> Rows:
        """Return the row that each key leads to, -1 where none is known; keys are well mixed."""
        found = self._slots.take(self._at(keys), axis=0)
        return np.where(found[:, 0] == keys, found[:, 1].astype(np.int64) - 1, -1)

    def put(self, keys: Keys, row: int) -> None:
        """Let each key lead to `row`."""
        self._put_count += len(keys)
        if self._put_count > _FULL * len(self._slots) and self._bits < _MOST_BITS:
            self._grow()
        at = self._at(keys)
        self._slots[at, 0], self._slots[at, 1] = keys, row + 1

    def _at(self, keys: Keys) -> NDArray[np.intp]:
        return (keys >> np.uint32(32 - self._bits)).astype(np.intp)

    def _grow(self) -> None:
        kept = self._slots[self._slots[:, 1] > 0]
        self._bits += 1
        self._slots = np.zeros((1 << self._bits, 2), dtype=np.uint32)
        self._slots[self._at(kept[:, 0])] = kept
        self._put_count = len(kept)
