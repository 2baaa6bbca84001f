"""The checker's learned part: two linear models of words and one of the whole claim, as plain numbers.

`bench/checker.py` makes `model.json` from labelled pairs: which words were changed, which changes are errors, and
what that says of the claim.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import orjson
from numpy.typing import NDArray

from octavo.enrich.checking.features import Measured

Matrix = NDArray[np.float32]
TOP_COUNT = 4
WORST_COUNT = 3
OF_ODDS_COUNT = TOP_COUNT + WORST_COUNT + 5
UNSEEN = -6.0
"""Log-odds of a word that is not there."""
CALM = -3.0


@dataclass(frozen=True, slots=True)
class Linear:
    weights: Matrix
    bias: float

    def of(self, rows: Matrix) -> Matrix:
        """Return log-odds, float32 (n_rows,)."""
        odds: Matrix = rows @ self.weights + self.bias
        return odds


@dataclass(frozen=True, slots=True)
class Model:
    changed: Linear
    """Of a word's measures and meaning: it is not as the source has it."""
    wrong: Linear
    """Of those of a changed word: the change is an error and no paraphrase."""
    supported: Linear
    """Of a claim's features: the source supports it."""

    def words(self, measured: Measured) -> Matrix:
        """Return how likely each word is an error, float32 (n_claim_words,)."""
        rows = word_features(measured)
        return _likely(self.changed.of(rows)) * _likely(self.wrong.of(rows))

    def score(self, measured: Measured) -> float:
        """Return how likely the source supports the whole claim, 0..1."""
        rows = word_features(measured)
        row = claim_features(self.changed.of(rows), self.wrong.of(rows), measured)
        return float(_likely(self.supported.of(row)))


def word_features(measured: Measured) -> Matrix:
    """Return float32 (n_claim_words, n_features + dim)."""
    return np.hstack([measured.rows, measured.meanings])


def claim_features(changed: Matrix, wrong: Matrix, measured: Measured) -> Matrix:
    """Return float32 (OF_ODDS_COUNT + n_features,) of a claim: of its words' log-odds, then their greatest measures."""
    suspect = np.clip(_likely(changed) * _likely(wrong), 1e-6, 1 - 1e-6)
    ordered = -np.sort(-suspect)
    absent = -np.sort(-wrong[~measured.exact])
    altered = _likely(changed)
    return np.array(
        [
            *_padded(np.log(ordered / (1 - ordered)), TOP_COUNT, UNSEEN),
            suspect.mean(),
            *_padded(absent, WORST_COUNT, CALM),
            (altered * wrong).sum() / altered.sum(),
            wrong.mean(),
            changed.mean(),
            wrong.max(),
            *measured.rows.max(axis=0),
        ],
        dtype=np.float32,
    )


def _padded(values: Matrix, count: int, filling: float) -> list[float]:
    return [*map(float, values[:count]), *[filling] * (count - len(values))]


def _likely(odds: Matrix) -> Matrix:
    likely: Matrix = (1 / (1 + np.exp(-np.clip(odds, -30, 30)))).astype(np.float32)
    return likely


@cache
def model() -> Model:
    """Return the trained model."""
    kept = orjson.loads((files(__package__) / "model.json").read_bytes())
    return Model(
        **{name: Linear(np.array(one["weights"], dtype=np.float32), one["bias"]) for name, one in kept.items()}
    )
