"""Train the model that picks the passage which answers a question, and write it as plain numbers.

    python bench/answers.py tests/data/questions.jsonl src/octavo/enrich/answering/model.json

Prints, for five folds by question and for folds by the story that is asked about, the shares of right passages and
right refusals by models that never saw the question (or the story).
"""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from octavo.core.vectors import local_embedder
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.constants import ANSWERS_COUNT
from octavo.enrich.answering.evaluate import Question, demo_articles, holds, read_questions
from octavo.enrich.answering.features import NAMES, candidates
from octavo.enrich.answering.questions import read_question

Matrix = NDArray[np.float64]
RIDGE = 1.0
STEPS_COUNT = 30
FOLDS_COUNT, ROUNDS_COUNT = 5, 6


@dataclass
class Example:
    question: Question
    rows: Matrix
    right: NDArray[np.bool_]

    @property
    def is_answerable(self) -> bool:
        return "answer" in self.question


def measured(questions: Sequence[Question]) -> list[Example]:
    """Return the questions with their candidates."""
    archive = Archive(demo_articles(), local_embedder())
    out = []
    for question in questions:
        found, rows = candidates(archive, read_question(question["question"], question["language"]))
        passages = [archive.passages[i] for i in found]
        right = [holds(question, archive.articles[one.article].id, one.text) for one in passages]
        out.append(Example(question, rows.astype(np.float64), np.array(right)))
    return out


def fitted(examples: Sequence[Example]) -> tuple[Matrix, float]:
    """Return weights and bias of a logistic regression with a ridge, by Newton's steps."""
    rows = np.concatenate([one.rows for one in examples])
    right = np.concatenate([one.right for one in examples]).astype(float)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    ridge = np.r_[np.full(len(NAMES), RIDGE), 1e-6]
    weights = np.zeros(len(NAMES) + 1)
    for _ in range(STEPS_COUNT):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - right) + ridge * weights
        bend = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return weights[:-1] / spread, float(weights[-1] - (weights[:-1] / spread) @ mean)


def held_out(examples: Sequence[Example], fold_of: Sequence[int]) -> list[Matrix]:
    """Return each question's log-odds by a model that did not see its fold."""
    odds: list[Any] = [None] * len(examples)
    for fold in sorted(set(fold_of)):
        weights, bias = fitted([one for one, at in zip(examples, fold_of, strict=True) if at != fold])
        for i, one in enumerate(examples):
            if fold_of[i] == fold:
                odds[i] = one.rows @ weights + bias
    return odds


def balanced(examples: Sequence[Example], odds: Sequence[Matrix]) -> tuple[float, float, float]:
    """Return the bound at which passages and refusals are right alike, with both shares."""
    best = [float(one.max()) for one in odds]
    given = [
        one.right[np.argsort(-of, kind="stable")[:ANSWERS_COUNT]].any() for one, of in zip(examples, odds, strict=True)
    ]
    is_answerable = np.array([one.is_answerable for one in examples])

    def shares(bound: float) -> tuple[float, float]:
        passed = np.array(best) >= bound
        return float((passed & given)[is_answerable].mean()), float((~passed)[~is_answerable].mean())

    bound = max(sorted(best), key=lambda one: min(shares(one)))
    return (bound, *shares(bound))


def report(
    name: str, examples: Sequence[Example], folds: Callable[[int], Sequence[int]], rounds_count: int
) -> list[float]:
    """Print the mean shares over the rounds; return their bounds."""
    found = [balanced(examples, held_out(examples, folds(seed))) for seed in range(rounds_count)]
    _, passages, refusals = np.mean(found, axis=0)
    print(f"held out by {name}: passages {passages:.3f}, refusals {refusals:.3f}")
    return [bound for bound, _, _ in found]


def main() -> None:
    """Train, print and write."""
    source, target = map(Path, sys.argv[1:3])
    examples = measured(read_questions(source))
    stories = sorted({one.question.get("articles", "") for one in examples})

    def by_question(seed: int) -> list[int]:
        return list(np.random.default_rng(seed).permutation(len(examples)) % FOLDS_COUNT)

    def by_story(seed: int) -> list[int]:
        of_story = dict(zip(stories, np.random.default_rng(seed).permutation(len(stories)) % FOLDS_COUNT, strict=True))
        spread = by_question(seed)
        return [
            of_story[one.question["articles"]] if one.is_answerable else at
            for one, at in zip(examples, spread, strict=True)
        ]

    bounds = report("question", examples, by_question, ROUNDS_COUNT)
    report("story", examples, by_story, ROUNDS_COUNT)
    weights, bias = fitted(examples)
    bound = 1 / (1 + np.exp(-np.mean(bounds)))
    kept = {
        "weights": dict(zip(NAMES, weights.round(5).tolist(), strict=True)),
        "bias": round(bias, 5),
        "bound": round(bound, 4),
    }
    target.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
