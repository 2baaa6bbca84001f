"""Anchor to the newest text that carries it, in flat arrays: eight bytes an anchor, all of a text's at once."""

import numpy as np
from numpy.typing import NDArray

Anchors = NDArray[np.uint32]
WAYS = 4
_FIRST_BITS = 12
_MOST_BITS = 23
_MULTIPLIER = np.uint32(0x9E3779B1)
_FULL = 0.7
_GROWN_AT_ONCE = 1 << 16
"""Buckets, so that growing takes no more memory than the new table."""


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
        keys, texts, self._put_count = self._keys, self._texts, 0
        self._bits += 1
        self._keys = np.zeros((1 << self._bits, WAYS), dtype=np.uint32)
        self._texts = np.zeros((1 << self._bits, WAYS), dtype=np.uint32)
        for start in range(0, len(keys), _GROWN_AT_ONCE):
            bucket, way = np.nonzero(texts[start : start + _GROWN_AT_ONCE])
            moving = keys[start + bucket, way]
            slots = self._slots(moving)
            self._keys[slots, way] = moving
            self._texts[slots, way] = texts[start + bucket, way]
            self._put_count += len(moving)
