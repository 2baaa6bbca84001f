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
from octavo.enrich.checking.model import Linear, Model, claim_features

Matrix = NDArray[np.float32]
WORD_C, CLAIM_C = 0.001, 0.03
"""Unseen domains give .626 with words at .03, .632 to .634 from .003 to .0003: their models learn little by heart."""
UNCHANGED_SHARE = 0.3
"""Of unchanged words, those that training sees: there are ten for each changed one."""


@dataclass
class Example:
    domain: str
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
        Example(line["domain"], line["supported"], measure(claims(line["summary"]), claims(line["source"]), encode),
                changed_words(line, group))
        for group in groups.values()
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


def fitted(rows: Matrix, labels: NDArray[Any], strength: float, **options: Any) -> Linear:
    """Return a logistic regression with its scaling folded into the weights."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(rows)
    learned = LogisticRegression(C=strength, max_iter=300, tol=1e-3, **options).fit(scaler.transform(rows), labels)
    weights = learned.coef_[0] / scaler.scale_
    return Linear(weights.astype(np.float32), float(learned.intercept_[0] - weights @ scaler.mean_))


def word_models(examples: list[Example]) -> tuple[Linear, Linear]:
    """Return which words are changed, and which changed ones are errors."""
    rows = np.concatenate([one.measured.rows for one in examples])
    changed = np.concatenate([one.changed for one in examples])
    wrong = np.concatenate([np.full(len(one.changed), not one.supported) for one in examples])
    seen = changed | (np.random.default_rng(0).random(len(changed)) < UNCHANGED_SHARE)
    return (
        fitted(rows[seen], changed[seen], WORD_C),
        fitted(rows[changed], wrong[changed], WORD_C),
    )


def claim_rows(examples: list[Example], words: tuple[Linear, Linear]) -> Matrix:
    return np.stack(
        [claim_features(words[0].of(one.measured.rows), words[1].of(one.measured.rows), one.measured.exact)
         for one in examples]
    )  # fmt: skip


def train(by_domain: dict[str, list[Example]]) -> Model:
    """Return a model; its claim part learns from word models that never saw the claim's domain."""
    rows, labels = [], []
    for domain, examples in by_domain.items():
        words = word_models([one for name, others in by_domain.items() if name != domain for one in others])
        rows.append(claim_rows(examples, words))
        labels += [one.supported for one in examples]
    supported = fitted(np.concatenate(rows), np.array(labels), CLAIM_C, class_weight="balanced")
    return Model(*word_models([one for examples in by_domain.values() for one in examples]), supported)


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
