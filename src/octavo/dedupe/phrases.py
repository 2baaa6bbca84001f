"""How common each shingle is among the texts of late: stock phrases lead to no copy."""

import numpy as np
from numpy.typing import NDArray

from octavo.dedupe.codes import Hashes
from octavo.dedupe.constants import COMMON_COUNT, COMMON_SHARE

_BITS = 24
_MOST = np.uint8(255)


class Phrases:
    """Counts in one byte a cell; many shingles share a cell, so all are halved before they blur."""

    def __init__(self) -> None:
        self._cells = np.zeros(1 << _BITS, dtype=np.uint8)
        self._texts_count = 0.0
        self._shingles_count = 0

    def learn(self, shingles: Hashes) -> None:
        """Count the shingles of one text, each once at most."""
        cells = self._cells_of(shingles)
        self._cells[cells] += self._cells[cells] < _MOST
        self._texts_count += 1
        self._shingles_count += len(shingles)
        if self._shingles_count > len(self._cells):
            self._cells >>= 1
            self._texts_count /= 2
            self._shingles_count //= 2

    def are_common(self, shingles: Hashes) -> NDArray[np.bool_]:
        """Return which of the shingles are stock phrases, bool (n,)."""
        found: NDArray[np.bool_] = self._cells[self._cells_of(shingles)] > self._bound()
        return found

    def _bound(self) -> int:
        return min(int(_MOST) - 1, int(COMMON_COUNT + COMMON_SHARE * self._texts_count))

    @staticmethod
    def _cells_of(shingles: Hashes) -> NDArray[np.intp]:
        return (shingles >> np.uint64(64 - _BITS)).astype(np.intp)
