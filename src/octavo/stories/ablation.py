"""What each signal is worth: the decisions with its say taken out."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from octavo.stories.decide import Judge, Trees
from octavo.stories.learned import Learned
from octavo.stories.pair_signals import PAIR_SIGNALS
from octavo.stories.signals import shown_as

ABLATED = ("terms", "title", "entities", "vector", "time", "numbers", "places")


def without(signal: str, decisions: Learned) -> Learned:
    """Return the decisions of folding without the say of the signals that people are shown as `signal`."""
    silent = np.array([shown_as(name) == signal for name in PAIR_SIGNALS])
    return replace(decisions, stories=_judge(decisions.stories, silent), pairs=_judge(decisions.pairs, silent))


def _judge(judge: Judge, silent: NDArray[np.bool_]) -> Judge:
    linear = np.where(silent[: judge.linear.shape[1]], np.float32(0.0), judge.linear)
    return replace(judge, linear=linear, trees=_deaf(judge.trees, silent))


def _deaf(trees: Trees, silent: NDArray[np.bool_]) -> Trees:
    """Return trees from whose outcome goes what some signals added to it; silent: bool (n_signals,)."""
    said = (trees.credits * silent[: trees.credits.shape[1]]).sum(axis=1)
    inner, values = trees.signals.shape[1], trees.values.copy()
    values[:, inner:] -= said.reshape(len(values), -1)
    return replace(trees, values=values)
