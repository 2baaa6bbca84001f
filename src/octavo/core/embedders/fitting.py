"""What another model calls alike, said as Octavo's own model says it.

Every model has its own idea of what two texts without anything in common are worth: .05 here, .75 there. All bounds of
Octavo were found with the vectors that it carries. So another's are moved to their middle, where unlike texts are worth
nothing, and given one part in common, which makes them worth what they are here; both are found once, over texts whose
events are known. Likenesses keep their order within what is common to all.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from octavo.core.vectors import Vectors


@dataclass(frozen=True, slots=True)
class Fit:
    """How a model's vectors become such as Octavo's bounds were made for."""

    middle: tuple[float, ...]
    """The mean of its vectors of many texts."""
    common: float
    """What two unlike texts are worth here, 0..1."""

    def fitted(self, vectors: Vectors, dim: int) -> Vectors:
        """Return float32 (n, dim), rows L2-normalised, of (n, fewer) raw ones."""
        moved = normalised(normalised(vectors) - np.asarray(self.middle, dtype=np.float32))
        out = np.zeros((len(vectors), dim), dtype=np.float32)
        out[:, : moved.shape[1]] = np.sqrt(1 - self.common) * moved
        out[:, -1] = np.sqrt(self.common)
        return normalised(out)


def fitted(raw: Vectors, own: Vectors, events: NDArray[Any]) -> Fit:
    """Return the fit of a model's vectors.

    raw: float32 (n, its dimensions), of texts of many events; own: float32 (n, dim), the same texts' by Octavo's model,
    rows L2-normalised; events: (n,), which event each text is of.
    """
    middle = normalised(raw).mean(0)
    common = float(unlike(own, events).mean())
    return Fit(tuple(float(one) for one in middle), min(max(common, 0.0), 0.99))


def unlike(vectors: Vectors, events: NDArray[Any]) -> Vectors:
    """Return the likenesses of all pairs of two events."""
    return _pairs(vectors, events[:, None] != events[None, :])


def alike(vectors: Vectors, events: NDArray[Any]) -> Vectors:
    """Return the likenesses of all pairs of one event."""
    return _pairs(vectors, events[:, None] == events[None, :])


def told_apart(vectors: Vectors, events: NDArray[Any]) -> float:
    """Return how often two texts of one event are nearer than two of different ones (area under the curve), 0..1."""
    near, far = alike(vectors, events), np.sort(unlike(vectors, events))
    below, upto = (np.searchsorted(far, near, side) for side in ("left", "right"))
    return float((below + upto).mean() / 2 / len(far))


def normalised(vectors: Vectors) -> Vectors:
    """Return the rows at length 1; one of nothing stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def _pairs(vectors: Vectors, chosen: NDArray[np.bool_]) -> Vectors:
    return np.asarray((vectors @ vectors.T)[np.triu(chosen, 1)], dtype=np.float32)
