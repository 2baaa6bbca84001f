"""Anchor to the newest text that carries it, in flat arrays: eight bytes an anchor, all of a text's at once."""

import numpy as np
from numpy.typing import NDArray

Anchors = NDArray[np.uint32]
WAYS = 4
_FIRST_BITS = 12
_MOST_BITS = 23
_MULTIPLIER = np.uint32(0x9E3779B1)
_FULL = 0.7


class AnchorTable:
    """A hash table of buckets of WAYS; in a full bucket the newest anchor takes the oldest's place."""

    def __init__(self) -> None:
        self._bits = _FIRST_BITS
        self._keys = np.zeros((1 << self._bits, WAYS), dtype=np.uint32)
        self._texts = np.zeros((1 << self._bits, WAYS), dtype=np.uint32)
        self._put_count = 0

    def get(self, anchors: Anchors) -> NDArray[np.uint32]:
        """Return the texts that the known ones among the anchors lead to."""
        slots = self._slots(anchors)
        found: NDArray[np.uint32] = self._texts[slots][self._keys[slots] == anchors[:, None]]
        return found[found > 0]

    def put(self, anchors: Anchors, text: int) -> None:
        """Let each anchor lead to `text`, a number above 0."""
        self._put_count += len(anchors)
        if self._put_count > _FULL * self._keys.size and self._bits < _MOST_BITS:
            self._grow()
        slots = self._slots(anchors)
        texts = self._texts[slots]
        same = self._keys[slots] == anchors[:, None]
        ways = np.where(same.any(axis=1), same.argmax(axis=1), texts.argmin(axis=1))
        self._keys[slots, ways] = anchors
        self._texts[slots, ways] = text

    def _slots(self, anchors: Anchors) -> NDArray[np.uint32]:
        return (anchors * _MULTIPLIER) >> np.uint32(32 - self._bits)

    def _grow(self) -> None:
        """Double the buckets; each anchor keeps its way in one of the two that its bucket becomes."""
        keys, texts = self._keys, self._texts
        self._bits += 1
        places = np.arange(1 << self._bits, dtype=np.uint32)
        self._keys, self._texts = keys.repeat(2, axis=0), texts.repeat(2, axis=0)
        gone = ((self._keys * _MULTIPLIER) >> np.uint32(32 - self._bits)) != places[:, None]
        self._keys[gone] = 0
        self._texts[gone] = 0
        self._put_count = int(np.count_nonzero(self._texts))
