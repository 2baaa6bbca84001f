"""The decision: the log-odds that an article belongs to a story, and its reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.core.types import Signal
from octavo.stories.constants import WHY_SIGNALS
from octavo.stories.signals import PLACE, Evidence, shown_as


@dataclass(frozen=True, slots=True)
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
        *_, (_, reached) = self._steps(evidence)
        found: NDArray[np.float32] = np.take(self.values, reached).sum(axis=1)
        return found

    def weights(self, evidence: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what each signal adds to the log-odds of one story, as its `evidence`: float32 (n_signals,).

        Each step on a path through a tree is credited to the signal that it asked for (Saabas 2014).
        """
        found = np.zeros_like(evidence)
        for asked, step in self.credits(evidence[None]):
            found += np.bincount(asked[0], weights=step[0], minlength=len(found)).astype(np.float32)
        return found

    def credits(self, evidence: Evidence) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Yield for each level the signals asked for and what each answer added: both (n_stories, n_trees)."""
        before: NDArray[np.int64] = np.arange(len(self.values))[None] * self.values.shape[1]
        for asked, reached in self._steps(evidence):
            yield asked, np.take(self.values, reached) - np.take(self.values, before)
            before = reached

    def _steps(self, evidence: Evidence) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """Go down the trees a level at a time; yield the signals asked for and the places in `values` reached.

        Both are int64 (n_stories, n_trees).
        """
        trees = np.arange(len(self.signals))
        inner, every = self.signals.shape[1], self.values.shape[1]
        offsets = np.arange(len(evidence))[:, None] * evidence.shape[1]
        node = np.zeros((len(evidence), len(trees)), dtype=np.int64)
        for _ in range(inner.bit_length()):
            at = trees * inner + node
            asked = np.take(self.signals, at)
            node = 2 * node + 1 + (np.take(evidence, offsets + asked) > np.take(self.bounds, at))
            yield asked, trees * every + node


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
    short = evidence[:, PLACE["shortness"]] * (1.0 - foreign)
    return np.stack([short, 1.0 - short - foreign, foreign], axis=1)


def strongest(names: Sequence[str], weights: NDArray[np.float32]) -> tuple[Signal, ...]:
    """Return what weighed most, under the names that people are shown."""
    parts: dict[str, float] = {}
    for name, weight in zip(names, weights.tolist(), strict=True):
        shown = shown_as(name)
        parts[shown] = parts.get(shown, 0.0) + weight
    most = sorted(parts.items(), key=lambda part: -abs(part[1]))[:WHY_SIGNALS]
    return tuple(Signal(name, round(value, 3)) for name, value in most if value)
