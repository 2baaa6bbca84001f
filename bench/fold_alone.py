"""How two articles alone are judged: learned from labelled pairs, and tried in folds of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.fold_examples import Examples
from bench.fold_sets import FOLDS
from bench.fold_trees import line
from octavo.core.types import FoldInput
from octavo.core.vectors import Embedder
from octavo.stories.alone_signals import ALONE_SIGNALS
from octavo.stories.evaluate_pairs import figures
from octavo.stories.learned import weights_of
from octavo.stories.pairs import PairJudge

RIGHT, PENALTY = 1.5, 1.5
"""How much more a right pair counts, so that F1 is not lost to precision, and how small weights are held: F1 on pairs
not seen is within .004 of its best (.904) for 1.5 to 2 of the one and .5 to 2 of the other."""
SHUFFLES = 20
Pair = tuple[FoldInput, FoldInput, bool]


@dataclass(frozen=True, slots=True)
class AlonePairs:
    """Labelled pairs, of which those of one mould need no learning."""

    evidence: NDArray[np.float32]
    """float32 (n_pairs, len(ALONE_SIGNALS)), 0 for those of one mould."""
    right: NDArray[np.bool_]
    has_one_mould: NDArray[np.bool_]
    groups: NDArray[np.int64]
    """int64 (n_pairs,): the same for pairs that share articles, one with the next."""
    columns: dict[str, int]
    """The signals that are there."""

    @classmethod
    def of(cls, pairs: Sequence[Pair], embedder: Embedder | None) -> "AlonePairs":
        """Lay the articles of each pair side by side, by their words among those of all."""
        judge = PairJudge([one for pair in pairs for one in pair[:2]], embedder)
        found = [judge.evidence(one, other) for one, other, _ in pairs]
        nothing = np.zeros((1, len(ALONE_SIGNALS)), dtype=np.float32)
        return cls(
            np.concatenate([nothing if one is None else one for one in found]),
            np.array([right for *_, right in pairs]),
            np.array([one is None for one in found]),
            _groups(pairs),
            {name: place for place, name in enumerate(ALONE_SIGNALS) if embedder or name != "vector"},
        )

    def fitted(self, held_out: NDArray[np.bool_] | None = None) -> dict[str, Any]:
        """Return the decision as it is kept, learned from all or from those that are not `held_out`."""
        seen = ~self.has_one_mould if held_out is None else ~(self.has_one_mould | held_out)
        right = self.right[seen].astype(np.float32)
        weight = (1.0 + (RIGHT - 1.0) * right).astype(np.float32)
        learned, bias = line(
            Examples(self.evidence[seen], right, weight, np.zeros(len(right), dtype=np.int64)), self.columns, PENALTY
        )
        return {"weights": learned, "bias": bias}

    def in_folds(self) -> str:
        """Return precision, recall and F1 of pairs not seen, the mean of some shuffles and how far these spread."""
        each = [self._judged_unseen(folds) for folds in self._shuffles()]
        found = [figures(list(zip(judged.tolist(), self.right.tolist(), strict=True))) for judged in each]
        means = {name: round(float(np.mean([one[name] for one in found])), 3) for name in ("precision", "recall", "f1")}
        return f"{means}, F1 within {np.std([one['f1'] for one in found]):.3f}"

    def _judged_unseen(self, folds: NDArray[np.int64]) -> NDArray[np.bool_]:
        judged = np.zeros(len(folds), dtype=np.bool_)
        for fold in range(FOLDS):
            held_out = folds == fold
            judged[held_out] = weights_of(self.fitted(held_out)).log_odds(self.evidence[held_out]) > 0
        return judged & ~self.has_one_mould

    def _shuffles(self) -> Iterator[NDArray[np.int64]]:
        """Yield the fold of each pair, drawn by groups."""
        names, places = np.unique(self.groups, return_inverse=True)
        for seed in range(SHUFFLES):
            yield (np.random.default_rng(seed).permutation(len(names)) % FOLDS)[places]


def _groups(pairs: Sequence[Pair]) -> NDArray[np.int64]:
    firsts: dict[str, int] = {}
    groups = np.arange(len(pairs))
    for place, pair in enumerate(pairs):
        for article in pair[:2]:
            met = firsts.setdefault(article.title, place)
            groups[groups == groups[met]] = groups[place]
    return groups
