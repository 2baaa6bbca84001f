"""Anchors: the few shingles of a text that lead to it (winnowing: Schleimer, Wilkerson and Aiken 2003)."""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from octavo.dedupe.codes import Text
from octavo.dedupe.constants import ANCHOR_WINDOW
from octavo.dedupe.table import Anchors

_SHIFT = np.uint64(33)
_COMMON = np.uint32(1 << 31)


def anchors_of(text: Text, common: NDArray[np.bool_]) -> Anchors:
    """Return the anchors of a text, uint32 (n,), distinct: the least of every ANCHOR_WINDOW shingles on end.

    A stock phrase leads to the newest text that has it, hardly the right one; so where `common`, bool (n_shingles,),
    says that there are any, the least of the others are anchors too. The whole text is one more anchor.
    """
    order = (text.shingles >> _SHIFT).astype(np.uint32)
    found = [anchor_of_whole(text)]
    if len(order):
        found.append(_least(order))
    if common.any():
        found.append(_least(order | (common * _COMMON)) & ~_COMMON)
    return np.unique(np.concatenate(found))


def anchor_of_whole(text: Text) -> Anchors:
    """Return what leads to texts that are the same word for word, uint32 (1,)."""
    return np.array([crc32(text.codes.tobytes())], dtype=np.uint32)


def _least(order: Anchors) -> Anchors:
    least, width = order, 1
    while width < min(ANCHOR_WINDOW, len(order)):
        step = min(width, ANCHOR_WINDOW - width, len(least) - 1)
        least = np.minimum(least[:-step], least[step:])
        width += step
    return least
