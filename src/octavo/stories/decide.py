"""The decision: the log-odds that an article belongs to a story, and its reasons."""

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from octavo.core.types import Signal
from octavo.stories.constants import WHY_SIGNALS
from octavo.stories.signals import PLACE, Evidence, shown_as


@dataclass(frozen=True)
class Trees:
    """Boosted decision trees (Friedman 2001), all complete and of one depth, learned once from labelled sets.

    The children of node i are 2i + 1, where the signal is at most the bound, and 2i + 2.
    """

    signals: NDArray[np.int64]
    """Which signal each inner node asks for: (n_trees, 2**depth - 1)."""
    bounds: NDArray[np.float32]
    """As `signals`."""
    values: NDArray[np.float32]
    """Log-odds at every node, inner ones as the mean of their examples: (n_trees, 2**(depth + 1) - 1)."""

    def log_odds(self, evidence: Evidence) -> NDArray[np.float32]:
        """Return the log-odds of each story, float32 (n_stories,); above 0 is a join."""
        found: NDArray[np.float32] = self._leaves.take(self._reached(evidence)).sum(axis=1)
        return found

    def weights(self, evidence: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what each signal adds to the log-odds of one story, as its `evidence`: float32 (n_signals,).

        Each step on a path through a tree is credited to the signal that it asked for (Saabas 2014).
        """
        found = np.zeros_like(evidence)
        found[: self.credits.shape[1]] = self.credits.take(self._reached(evidence[None])[0], axis=0).sum(axis=0)
        return found

    @cached_property
    def credits(self) -> NDArray[np.float32]:
        """What each signal adds on the way to each leaf, tree by tree: float32 (n_trees * 2**depth, n_signals)."""
        trees, inner = np.arange(len(self.values))[:, None], self.signals.shape[1]
        leaves = np.arange(inner + 1)[None]
        found = np.zeros((len(self.values), inner + 1, int(self.signals.max()) + 1), dtype=np.float32)
        node = inner + leaves
        while node.any():
            parent = (node - 1) // 2
            found[trees, leaves, self.signals[trees, parent]] += self.values[trees, node] - self.values[trees, parent]
            node = parent
        return found.reshape(-1, found.shape[2])

    @cached_property
    def _leaves(self) -> NDArray[np.float32]:
        return self.values[:, self.signals.shape[1] :].ravel()

    @cached_property
    def _levels(self) -> list[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """The signals and bounds of all trees' nodes a level at a time: the children of node i are 2i and 2i + 1."""
        starts = [2**level - 1 for level in range(self.signals.shape[1].bit_length() + 1)]
        return [(self.signals[:, a:b].ravel(), self.bounds[:, a:b].ravel()) for a, b in pairwise(starts)]

    def _reached(self, evidence: Evidence) -> NDArray[np.int64]:
        """Go down the trees a level at a time; return the leaves reached: int64 (n_stories, n_trees)."""
        flat, offsets = evidence.ravel(), np.arange(len(evidence))[:, None] * evidence.shape[1]
        node = np.arange(len(self.signals))[None]
        for signals, bounds in self._levels:
            node = 2 * node + (flat.take(offsets + signals.take(node)) > bounds.take(node))
        return node


@dataclass(frozen=True, slots=True)
class Weights:
    """Logistic regression: each signal weighs the same whatever the others are."""

    linear: NDArray[np.float32]
    """float32 (n_signals,)."""
    bias: float

    def log_odds(self, evidence: Evidence) -> NDArray[np.float32]:
        """Return the log-odds of each pair, float32 (n_pairs,); above 0 says that the two are of one story."""
        found: NDArray[np.float32] = evidence @ self.linear + np.float32(self.bias)
        return found


@dataclass(frozen=True, slots=True)
class Judge:
    """Is an article of a story, or are two of one: weights that hold anywhere, and trees that see how signals meet."""

    linear: NDArray[np.float32]
    """Weight of each signal for headlines alone, full texts, across languages: float32 (3, n_signals)."""
    bias: NDArray[np.float32]
    """float32 (3,)."""
    trees: Trees
    """For what is of the article's own language, which is judged by both."""
    share: float
    """Of the trees, 0..1."""
    bar: NDArray[np.float32]
    """What must be passed for a join, by the same kinds as `bias`: float32 (3,)."""

    def log_odds(self, evidence: Evidence) -> NDArray[np.float32]:
        """Return the log-odds of each story, float32 (n_stories,); above 0 is a join."""
        mix = kinds_of(evidence)
        found: NDArray[np.float32] = ((evidence @ self.linear.T + self.bias) * mix).sum(axis=1)
        at_home = mix[:, 2] == 0
        if at_home.any():
            found[at_home] += np.float32(self.share) * (self.trees.log_odds(evidence[at_home]) - found[at_home])
        return found - mix @ self.bar

    def weights(self, evidence: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what each signal adds to the log-odds of one story: float32 (n_signals,), as its `evidence`."""
        mix = kinds_of(evidence[None])[0]
        found: NDArray[np.float32] = (mix @ self.linear) * evidence
        if mix[2] == 0:
            found += np.float32(self.share) * (self.trees.weights(evidence) - found)
        return found


def kinds_of(evidence: Evidence) -> NDArray[np.float32]:
    """Return how far each pair is of headlines alone, of full texts, across languages: float32 (n_stories, 3)."""
    foreign = evidence[:, PLACE["is_foreign"]]
    kinds = np.empty((len(evidence), 3), dtype=np.float32)
    kinds[:, 0] = evidence[:, PLACE["shortness"]] * (1.0 - foreign)
    kinds[:, 1] = 1.0 - kinds[:, 0] - foreign
    kinds[:, 2] = foreign
    return kinds


def strongest(names: tuple[str, ...], weights: NDArray[np.float32]) -> tuple[Signal, ...]:
    """Return what weighed most, under the names that people are shown."""
    shown, places = _shown(names)
    parts = zip(shown, np.bincount(places, weights).tolist(), strict=True)
    most = sorted(parts, key=lambda part: -abs(part[1]))[:WHY_SIGNALS]
    return tuple(Signal(name, round(value, 3)) for name, value in most if value)


@cache
def _shown(names: tuple[str, ...]) -> tuple[list[str], list[int]]:
    """Return the names that people are shown, and the place among these of each of `names`."""
    shown = list(dict.fromkeys(map(shown_as, names)))
    return shown, [shown.index(shown_as(name)) for name in names]
