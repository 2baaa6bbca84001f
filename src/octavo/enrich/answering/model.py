"""The learned part: one linear model of a passage's features, as plain numbers that bench/answers.py makes."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import orjson
from numpy.typing import NDArray

from octavo.enrich.answering.features import NAMES

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    weights: Matrix
    bias: float
    bound: float
    """A question is answered whose best passage is at least so likely the answer, 0..1."""

    def likely(self, rows: Matrix) -> Matrix:
        """Return how likely each passage answers, 0..1: float32 (n,) of rows float32 (n, len(NAMES))."""
        odds = np.clip(rows @ self.weights + self.bias, -30, 30)
        likely: Matrix = (1 / (1 + np.exp(-odds))).astype(np.float32)
        return likely


@cache
def model() -> Model:
    """Return the trained model."""
    kept = orjson.loads((files(__package__) / "model.json").read_bytes())
    weights = np.array([kept["weights"][name] for name in NAMES], dtype=np.float32)
    return Model(weights, kept["bias"], kept["bound"])
