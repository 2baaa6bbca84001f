"""Train the checker's linear models and write them as plain numbers.

    python bench/checker.py ../shared/data/ai/summedits_dev.jsonl.gz src/octavo/enrich/checking/model.json

Lines: `{"id", "domain", "source", "summary", "supported"}`. In training, and only there, an edited summary is compared
with the one that it was made from, to see which words were changed. Prints balanced accuracy on each domain by models
that never saw it. Needs scikit-learn, which Octavo itself does not: `uv run --with scikit-learn ...`.
"""

import difflib
import gzip
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np
from numpy.typing import NDArray

from octavo.core.vectors import local_embedder
from octavo.enrich.checking.check import SUPPORTED_BOUND, Checker
from octavo.enrich.checking.claims import claims
from octavo.enrich.checking.features import Measured, measure
from octavo.enrich.checking.model import OF_ODDS_COUNT, Linear, Model, claim_features, word_features

Matrix = NDArray[np.float32]
DIM = local_embedder().dim
LEAST_SCALE = 1e-6
WORD_C = 0.003
MEANING_WEIGHT = 8
"""Of a word's vector beside its standardised measures: how much of it the word models may use."""
ODDS_C, MEASURES_C = 0.3, 0.03
"""Of the two models of a claim whose mean is kept, by its words' odds alone and by their greatest measures too."""
UNCHANGED_SHARE = 0.3
"""Of unchanged words, those that training sees: there are ten for each changed one."""


@dataclass
class Example:
    domain: str
    source: int
    """The same for claims of one source."""
    supported: bool
    measured: Measured
    changed: NDArray[np.bool_]
    """(n_words,): the word is not in the summary that this one was made from."""


def read(path: Path) -> list[Example]:
    """Return the examples of a file, measured."""
    lines = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in lines:
        groups[re.sub(r"_(og|\d+)$", "", line["id"])].append(line)
    encode = Checker(local_embedder())._encode
    return [
        Example(line["domain"], at, line["supported"], measure(claims(line["summary"]), claims(line["source"]), encode),
                changed_words(line, group))
        for at, group in enumerate(groups.values())
        for line in group
    ]  # fmt: skip


def changed_words(line: dict[str, Any], group: list[dict[str, Any]]) -> NDArray[np.bool_]:
    """Return which words the line has other than the original of its group, or than its nearest supported one."""
    mine = [word.key for word in claims(line["summary"]).words]
    changed = np.zeros(len(mine), dtype=bool)
    originals = [one for one in group if one["id"].endswith("_og")] or [one for one in group if one["supported"]]
    others = [[word.key for word in claims(one["summary"]).words] for one in originals if one is not line]
    if not others or line["id"].endswith("_og"):
        return changed
    matchers = [difflib.SequenceMatcher(None, other, mine, autojunk=False) for other in others]
    for operation, _, _, start, end in max(matchers, key=lambda one: one.ratio()).get_opcodes():
        if operation != "equal":
            changed[start:end] = True
    return changed


def fitted(rows: Matrix, labels: NDArray[Any]) -> Linear:
    """Return a logistic regression of words, with its scaling folded into the weights; vectors are scaled alike."""
    from sklearn.linear_model import LogisticRegression

    count, mean_row = rows.shape[1] - DIM, rows.mean(axis=0)
    scale = np.concatenate([np.maximum(rows[:, :count].std(axis=0), LEAST_SCALE), np.full(DIM, 1 / MEANING_WEIGHT)])
    learned = LogisticRegression(C=WORD_C, max_iter=300, tol=1e-3).fit((rows - mean_row) / scale, labels)
    return _folded(learned.coef_[0], float(learned.intercept_[0]), mean_row, scale)


def _folded(weights: Matrix, bias: float, mean_row: Matrix, scale: Matrix) -> Linear:
    plain = weights / scale
    return Linear(plain.astype(np.float32), bias - float(plain @ mean_row))


def fitted_within(rows: Matrix, labels: NDArray[Any], examples: list[Example], strength: float) -> Linear:
    """Return a logistic regression of claims, learned from what tells those of one source apart.

    How far a summary strays from its source as a whole says more of the writer than of errors. The bound is set after
    that, where each domain weighs the same, and in it the supported as much as the others.
    """
    from sklearn.linear_model import LogisticRegression

    sources = np.array([one.source for one in examples])
    classes = [(one.domain, one.supported) for one in examples]
    weights = np.array([1 / classes.count(one) for one in classes])
    weights *= len(weights) / weights.sum()
    mean_row, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), LEAST_SCALE)
    plain = (rows - mean_row) / scale
    within = plain.copy()
    for source in set(sources.tolist()):
        within[sources == source] -= plain[sources == source].mean(axis=0)
    learned = LogisticRegression(C=strength, max_iter=500, tol=1e-3).fit(within, labels, sample_weight=weights)
    across = plain @ learned.coef_[0]
    bound = LogisticRegression(C=10).fit(across[:, None], labels, sample_weight=weights)
    return _folded(learned.coef_[0] * bound.coef_[0, 0], float(bound.intercept_[0]), mean_row, scale)


def word_models(examples: list[Example]) -> tuple[Linear, Linear]:
    """Return which words are changed, and which changed ones are errors."""
    rows = np.concatenate([word_features(one.measured) for one in examples])
    changed = np.concatenate([one.changed for one in examples])
    wrong = np.concatenate([np.full(len(one.changed), not one.supported) for one in examples])
    seen = changed | (np.random.default_rng(0).random(len(changed)) < UNCHANGED_SHARE)
    return fitted(rows[seen], changed[seen]), fitted(rows[changed], wrong[changed])


def claim_rows(examples: list[Example], words: tuple[Linear, Linear]) -> Matrix:
    rows = [word_features(one.measured) for one in examples]
    return np.stack(
        [claim_features(words[0].of(row), words[1].of(row), one.measured)
         for row, one in zip(rows, examples, strict=True)]
    )  # fmt: skip


def train(by_domain: dict[str, list[Example]]) -> Model:
    """Return a model; its claim part learns from word models that never saw the claim's domain."""
    parts = []
    for domain, examples in by_domain.items():
        words = word_models([one for name, others in by_domain.items() if name != domain for one in others])
        parts.append(claim_rows(examples, words))
    whole = [one for examples in by_domain.values() for one in examples]
    rows, labels = np.concatenate(parts), np.array([one.supported for one in whole])
    by_odds = fitted_within(rows[:, :OF_ODDS_COUNT], labels, whole, ODDS_C)
    by_all = fitted_within(rows, labels, whole, MEASURES_C)
    supported = Linear((by_all.weights / 2).astype(np.float32), (by_odds.bias + by_all.bias) / 2)
    supported.weights[:OF_ODDS_COUNT] += by_odds.weights / 2
    return Model(*word_models(whole), supported)


def balanced_accuracy(trained: Model, examples: list[Example]) -> float:
    """Return the mean of recall on supported and on unsupported claims."""
    verdicts = np.array([trained.score(one.measured) >= SUPPORTED_BOUND for one in examples])
    labels = np.array([one.supported for one in examples])
    return float((verdicts[labels].mean() + (~verdicts[~labels]).mean()) / 2)


def main(data: Path, target: Path) -> None:
    by_domain: defaultdict[str, list[Example]] = defaultdict(list)
    for example in read(data):
        by_domain[example.domain].append(example)
    held_out = {
        domain: balanced_accuracy(train({k: v for k, v in by_domain.items() if k != domain}), examples)
        for domain, examples in by_domain.items()
    }
    print(json.dumps({"held_out": held_out, "mean": mean(held_out.values())}, indent=2))
    trained = train(by_domain)
    parts = {"changed": trained.changed, "wrong": trained.wrong, "supported": trained.supported}
    kept = {
        name: {"bias": round(one.bias, 5), "weights": [round(float(weight), 5) for weight in one.weights]}
        for name, one in parts.items()
    }
    target.write_text(json.dumps(kept, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
