"""Anchor to the newest text that carries it, in flat arrays: twelve bytes a slot, all of an article's at once."""

import numpy as np
from numpy.typing import NDArray

_FIRST_BITS = 16
_MULTIPLIER = np.uint32(0x9E3779B1)


class AnchorTable:
    """A direct-mapped table that grows; where two anchors meet in a slot, the newer stays."""

    def __init__(self) -> None:
        self._bits = _FIRST_BITS
        self._keys = np.zeros(1 << self._bits, dtype=np.uint32)
        self._texts = np.zeros(1 << self._bits, dtype=np.uint32)
        self._put_count = 0

    def get(self, anchors: NDArray[np.uint32]) -> list[int]:
        """Return the text of each anchor, 0 where none is known."""
        slots = self._slots(anchors)
        texts: list[int] = np.where(self._keys[slots] == anchors, self._texts[slots], 0).tolist()
        return texts

    def put(self, anchors: NDArray[np.uint32], text: int) -> None:
        """Let each anchor lead to `text`, a number above 0."""
        self._put_count += len(anchors)
        if 2 * self._put_count > len(self._keys) and self._bits < 26:
            self._grow()
        slots = self._slots(anchors)
        self._keys[slots] = anchors
        self._texts[slots] = text

    def _slots(self, anchors: NDArray[np.uint32]) -> NDArray[np.uint32]:
        return (anchors * _MULTIPLIER) >> np.uint32(32 - self._bits)

    def _grow(self) -> None:
        used = self._texts > 0
        keys, texts = self._keys[used], self._texts[used]
        self._bits += 1
        self._keys = np.zeros(1 << self._bits, dtype=np.uint32)
        self._texts = np.zeros(1 << self._bits, dtype=np.uint32)
        slots = self._slots(keys)
        self._keys[slots] = keys
        self._texts[slots] = texts
        self._put_count = len(keys)
