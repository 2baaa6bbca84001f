"""Fitting: boosted trees by LightGBM, and weights that may not work against their signal's meaning by scipy."""

from collections.abc import Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bench.fold_examples import Examples
from octavo.stories.decide import kinds_of
from octavo.stories.signals import PLACE

DEPTH = 4
MASS = 20_000
"""What the weights of all examples sum to: the bounds on leaves below are in this measure."""
AGAINST = frozenset({"days", "span", "cohesion", "vector_cohesion", "lacked_names", "lacked_numbers"})
"""Signals of which more may only speak against a join."""
EITHER = frozenset({"ahead", "size", "article_length", "story_length", "shortness", "is_foreign"})
"""Signals that may speak either way; of all others more may only speak for a join."""


def gathered(sets: Mapping[str, Examples], shares: Mapping[str, float], right_weight: float) -> Examples:
    """Put the sets together, each weighing what `shares` says, and right joins `right_weight` times as much."""
    weights = []
    for name, one in sets.items():
        weight = one.weight * (1.0 + one.right * (right_weight - 1.0))
        weights.append(weight / weight.sum() * shares[name])
    weight = np.concatenate(weights)
    found = list(sets.values())
    return Examples(
        np.concatenate([one.evidence for one in found]),
        np.concatenate([one.right for one in found]),
        (weight / weight.sum() * MASS).astype(np.float32),
        np.concatenate([one.folds for one in found]),
    )


def trees(examples: Examples, columns: Mapping[str, int], *, count: int, rate: float) -> dict[str, Any]:
    """Return boosted trees over these columns of the evidence, in the form that `stories.learned` reads."""
    names = list(columns)
    chosen = examples.evidence[:, [columns[name] for name in names]]
    options = {
        "objective": "cross_entropy",
        "learning_rate": rate,
        "num_leaves": 2**DEPTH,
        "max_depth": DEPTH,
        "min_sum_hessian_in_leaf": 5.0,
        "min_data_in_leaf": 30,
        "feature_fraction": 0.5,
        "bagging_fraction": 0.7,
        "bagging_freq": 1,
        "lambda_l2": 10.0,
        "monotone_constraints": [direction(name) for name in names],
        "monotone_constraints_method": "intermediate",
        "seed": 1,
        "num_threads": 1,
        "deterministic": True,
        "force_row_wise": True,
        "verbose": -1,
    }
    fitted = lightgbm.train(options, lightgbm.Dataset(chosen, examples.right, weight=examples.weight), count)
    return _exported(fitted.dump_model(), names)


def direction(name: str) -> int:
    """Return 1 for a signal of which more may only speak for a join, -1 against, 0 either way."""
    return -1 if name in AGAINST else 0 if name in EITHER else 1


def _exported(model: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    inner, every = 2**DEPTH - 1, 2 ** (DEPTH + 1) - 1
    asks: list[list[int]] = []
    bounds: list[list[float]] = []
    values: list[list[float]] = []
    for tree in model["tree_info"]:
        asks.append([0] * inner)
        bounds.append([3e38] * inner)
        values.append([0.0] * every)
        _fill(tree["tree_structure"], 0, asks[-1], bounds[-1], values[-1])
    return {"signals": list(names), "asks": asks, "bounds": bounds, "values": values}


def _fill(node: dict[str, Any], place: int, asks: list[int], bounds: list[float], values: list[float]) -> None:
    """Lay a tree out as a complete one; a leaf above the last level is carried down to it."""
    left, right = 2 * place + 1, 2 * place + 2
    is_inner = "split_index" in node
    values[place] = round(node["internal_value" if is_inner else "leaf_value"], 5)
    if is_inner:
        asks[place] = node["split_feature"]
        bounds[place] = round(float(np.float32(node["threshold"])), 5)
    if right < len(values):
        _fill(node["left_child"] if is_inner else node, left, asks, bounds, values)
        _fill(node["right_child"] if is_inner else node, right, asks, bounds, values)


def weights(
    examples: Examples, columns: Mapping[str, int], given: Mapping[str, Sequence[float]], penalty: float
) -> tuple[dict[str, list[float]], list[float]]:
    """Return a weight of each column, and a bias, for headlines alone, full texts, and across languages.

    Logistic regression whose weights keep the sign that their signal's meaning asks for, beside those that are given.
    """
    names = list(columns)
    chosen = examples.evidence[:, list(columns.values())].astype(np.float64)
    scale = np.maximum(chosen.std(axis=0), 1e-6)
    kinds = kinds_of(examples.evidence).astype(np.float64)
    known = sum((examples.evidence[:, PLACE[name]] * (kinds @ np.array(one)) for name, one in given.items()), start=0.0)
    inputs = np.concatenate([kind[:, None] * np.c_[chosen / scale, np.ones(len(chosen))] for kind in kinds.T], axis=1)
    found = _fitted(inputs, examples, [*names, ""] * 3, penalty, known).reshape(3, -1)
    learned = {name: _rounded(row) for name, row in zip(names, (found[:, :-1] / scale).T, strict=True)}
    return {**learned, **{name: list(one) for name, one in given.items()}}, _rounded(found[:, -1])


def line(examples: Examples, columns: Mapping[str, int], penalty: float) -> tuple[dict[str, float], float]:
    """Return one weight of each column, and a bias: such a regression for all pairs alike."""
    names = list(columns)
    chosen = examples.evidence[:, list(columns.values())].astype(np.float64)
    scale = np.maximum(chosen.std(axis=0), 1e-6)
    found = _fitted(np.c_[chosen / scale, np.ones(len(chosen))], examples, [*names, ""], penalty)
    return dict(zip(names, _rounded(found[:-1] / scale), strict=True)), round(float(found[-1]), 4)


def _fitted(
    inputs: NDArray[np.float64], examples: Examples, names: Sequence[str], penalty: float, known: Any = 0.0
) -> NDArray[np.float64]:
    """Return the weight of each column of the inputs, of these names; a bias has none and is not held small."""
    sizes = np.array([penalty if name else 0.0 for name in names])
    share = examples.weight.astype(np.float64)

    def loss(found: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        log_odds = inputs @ found + known
        wrong = 1.0 / (1.0 + np.exp(-log_odds)) - examples.right
        cost = share @ (np.logaddexp(0.0, log_odds) - examples.right * log_odds) + sizes @ found**2
        return float(cost), inputs.T @ (share * wrong) + 2.0 * sizes * found

    bounds = [_bound(direction(name)) if name else (None, None) for name in names]
    found: NDArray[np.float64] = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds).x
    return found


def _rounded(values: NDArray[np.float64]) -> list[float]:
    return [round(float(value), 4) for value in values]


def _bound(sign: int) -> tuple[float | None, float | None]:
    return (0.0 if sign > 0 else None, 0.0 if sign < 0 else None)
