"""Train the models that pick the passage which answers a question, and write them as plain numbers.

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
from octavo.enrich.answering.evaluate import Question, demo_articles, holds, read_questions
from octavo.enrich.answering.features import NAMES, candidates
from octavo.enrich.answering.model import FINAL_NAMES, finalists
from octavo.enrich.answering.questions import read_question

Matrix = NDArray[np.float64]
Linear = tuple[Matrix, float]
"""Weights and bias."""
Judged = tuple[float, bool]
Finals = tuple[Matrix, NDArray[np.bool_]]
"""A question's first passages as the second model reads them, and which are right."""
RANK_RIDGE, ANSWER_RIDGE = 5.0, 20.0
STEPS_COUNT = 20
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


def fitted(rows: Matrix, right: NDArray[np.bool_], strength: float) -> Linear:
    """Return weights and bias of a logistic regression with a ridge, by Newton's steps."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    ridge = np.r_[np.full(rows.shape[1], strength), 1e-6]
    weights = np.zeros(rows.shape[1] + 1)
    for _ in range(STEPS_COUNT):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - right) + ridge * weights
        bend = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return weights[:-1] / spread, float(weights[-1] - (weights[:-1] / spread) @ mean)


def ranking(examples: Sequence[Example]) -> Linear:
    """Return the model that ranks passages."""
    rows, right = ([getattr(one, name) for one in examples] for name in ("rows", "right"))
    return fitted(np.concatenate(rows), np.concatenate(right), RANK_RIDGE)


def final(example: Example, rank: Linear) -> Finals:
    """Return the first passages of a question by a ranking."""
    first, rows = finalists(example.rows, example.rows @ rank[0] + rank[1])
    return rows, example.right[first]


def answering(finals: Sequence[Finals]) -> Linear:
    """Return the model that reads the first passages again."""
    return fitted(np.concatenate([rows for rows, _ in finals]), np.concatenate([right for _, right in finals]),
                  ANSWER_RIDGE)  # fmt: skip


def unseen_finals(examples: Sequence[Example], fold_of: Sequence[int], but: int | None) -> dict[int, Finals]:
    """Return each question's first passages by a ranking that saw neither its fold nor the fold `but`."""
    out: dict[int, Finals] = {}
    for fold in sorted(set(fold_of)):
        rank = ranking([one for one, at in zip(examples, fold_of, strict=True) if at not in (fold, but)])
        out |= {i: final(one, rank) for i, one in enumerate(examples) if fold_of[i] == fold}
    return out


def held_out(examples: Sequence[Example], fold_of: Sequence[int]) -> list[Judged]:
    """Return each question's best log-odds, and whether a right passage is given, by models that saw not its fold."""
    judged: dict[int, Judged] = {}
    for fold in sorted(set(fold_of)):
        finals = unseen_finals(examples, fold_of, fold)
        weights, bias = answering([one for i, one in finals.items() if fold_of[i] != fold])
        judged |= {
            i: (float((rows @ weights + bias).max()), bool(right.any()))
            for i, (rows, right) in finals.items()
            if fold_of[i] == fold
        }
    return [judged[i] for i in range(len(examples))]


def balanced(examples: Sequence[Example], judged: Sequence[Judged]) -> tuple[float, float, float]:
    """Return the bound at which passages and refusals are right alike, with both shares."""
    best, given = (np.array(one) for one in zip(*judged, strict=True))
    is_answerable = np.array([one.is_answerable for one in examples])

    def shares(bound: float) -> tuple[float, float]:
        passed = best >= bound
        return float((passed & given)[is_answerable].mean()), float((~passed)[~is_answerable].mean())

    bound = max(sorted(best), key=lambda one: min(shares(one)))
    return (float(bound), *shares(bound))


def report(
    name: str, examples: Sequence[Example], folds: Callable[[int], Sequence[int]], rounds_count: int
) -> list[float]:
    """Print the mean shares over the rounds; return their bounds."""
    found = [balanced(examples, held_out(examples, folds(seed))) for seed in range(rounds_count)]
    _, passages, refusals = np.mean(found, axis=0)
    print(f"held out by {name}: passages {passages:.3f}, refusals {refusals:.3f}")
    return [bound for bound, _, _ in found]


def written(names: Sequence[str], linear: Linear) -> dict[str, Any]:
    """Return a model as it is kept."""
    return {"weights": dict(zip(names, linear[0].round(5).tolist(), strict=True)), "bias": round(linear[1], 5)}


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
    finals = unseen_finals(examples, by_question(0), None)
    kept = {
        "rank": written(NAMES, ranking(examples)),
        "answer": written(FINAL_NAMES, answering(list(finals.values()))),
        "bound": round(1 / (1 + np.exp(-np.mean(bounds))), 4),
    }
    target.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
