"""What was learned from labelled sets, as `bench/learn_fold.py` wrote it: see docs/decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import orjson

from octavo.stories.alone_signals import ALONE_SIGNALS
from octavo.stories.decide import Judge, Trees, Weights
from octavo.stories.pair_signals import PAIR_SIGNALS
from octavo.stories.signals import SIGNALS


@dataclass(frozen=True, slots=True)
class Learned:
    """The decisions that are learned."""

    stories: Judge
    """Is an article of a story."""
    pairs: Judge
    """Are two full texts of one story, by PAIR_SIGNALS, among others that might be nearer."""
    alone: Weights
    """Are two articles of one story, by ALONE_SIGNALS, of which nothing else is known."""


@cache
def learned(*, has_vectors: bool) -> Learned:
    """Return what was learned, with sentence vectors or without."""
    kept = orjson.loads(files("octavo.stories").joinpath("learned.json").read_bytes())
    return learned_of(kept["vectors" if has_vectors else "plain"])


def learned_of(kept: dict[str, Any]) -> Learned:
    """Read what was learned from its kept form."""
    stories, pairs = _judge(kept["stories"], SIGNALS), _judge(kept["pairs"], PAIR_SIGNALS)
    return Learned(stories, pairs, weights_of(kept["alone"]))


def weights_of(kept: dict[str, Any]) -> Weights:
    """Read what was learned of two articles alone from its kept form."""
    linear = [kept["weights"].get(name, 0.0) for name in ALONE_SIGNALS]
    return Weights(np.array(linear, dtype=np.float32), kept["bias"])


def _judge(kept: dict[str, Any], signals: Sequence[str]) -> Judge:
    linear = np.zeros((3, len(signals)), dtype=np.float32)
    for name, weights in kept["weights"].items():
        linear[:, signals.index(name)] = weights
    bias, bar = (np.array(kept[name], dtype=np.float32) for name in ("bias", "bar"))
    return Judge(linear, bias, _trees(kept["trees"], signals), kept["share"], bar)


def _trees(kept: dict[str, Any], signals: Sequence[str]) -> Trees:
    asks = np.array([signals.index(name) for name in kept["signals"]], dtype=np.int64)
    return Trees(
        signals=asks[np.array(kept["asks"], dtype=np.int64)],
        bounds=np.array(kept["bounds"], dtype=np.float32),
        values=np.array(kept["values"], dtype=np.float32),
    )
