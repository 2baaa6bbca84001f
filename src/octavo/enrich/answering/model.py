"""The learned part: two linear models as plain numbers, which bench/answers.py makes.

The first ranks all passages. The second reads the first few again, with what tells them from the rest, and says how
likely each answers: what makes one paragraph better than the next is not what makes it good enough.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from octavo.enrich.answering.constants import FINAL_COUNT
from octavo.enrich.answering.features import NAMES

Matrix = NDArray[np.float32]

FINAL_NAMES = (*NAMES, *(f"{name}_across" for name in NAMES), "rank", "best", "margin", "total")
"""What the second model reads: all again, and apart where question and passage are of two languages, where words and
sentences are less alike; and how the passage ranks."""
_SAME_LANGUAGE = NAMES.index("same_language")


@dataclass(frozen=True, slots=True)
class Linear:
    weights: Matrix
    bias: float

    def odds(self, rows: Matrix) -> Matrix:
        """Return log-odds, float32 (n_rows,)."""
        odds: Matrix = np.clip(rows @ self.weights + self.bias, -30, 30)
        return odds


@dataclass(frozen=True, slots=True)
class Model:
    rank: Linear
    """Of a passage's features: it answers."""
    answer: Linear
    """The same of the first few, with FINAL_NAMES."""
    bound: float
    """A question is answered whose best passage is at least so likely the answer, 0..1."""

    def likely(self, rows: Matrix) -> Matrix:
        """Return how likely each passage answers, 0..1: float32 (n,) of rows float32 (n, len(NAMES)).

        Passages that are not read again are never likelier than those that are.
        """
        odds = self.rank.odds(rows)
        first, final = finalists(rows, odds)
        judged = self.answer.odds(final)
        odds = np.minimum(odds, judged.min())
        odds[first] = judged
        likely: Matrix = (1 / (1 + np.exp(-odds))).astype(np.float32)
        return likely


def finalists(rows: NDArray[Any], odds: NDArray[Any]) -> tuple[NDArray[np.intp], NDArray[Any]]:
    """Return which passages rank first, and (n_first, len(FINAL_NAMES)) of them; of at least one passage."""
    first = np.argsort(-odds, kind="stable")[:FINAL_COUNT]
    best, last = odds[first[0]], odds[first[-1]]
    beside = np.tile([best, best - last, np.log(np.exp(odds).sum())], (len(first), 1))
    read = rows[first]
    across = read * (1 - read[:, [_SAME_LANGUAGE]])
    return first, np.c_[read, across, odds[first], beside].astype(rows.dtype)


def _linear(kept: Mapping[str, Any], names: tuple[str, ...]) -> Linear:
    return Linear(np.array([kept["weights"][name] for name in names], dtype=np.float32), kept["bias"])


@cache
def model() -> Model:
    """Return the trained model."""
    kept = orjson.loads((files(__package__) / "model.json").read_bytes())
    return Model(_linear(kept["rank"], NAMES), _linear(kept["answer"], FINAL_NAMES), kept["bound"])
