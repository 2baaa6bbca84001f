"""Train the models that pick the passage which answers a question, and write them as plain numbers.

    python -m bench.answers tests/data/questions.jsonl src/octavo/enrich/answering/model.json

They learn from the questions of `bench/questions` over its own invented articles and those of `tests/gate`; questions
with a "scope", such as "Who is ...?", are put to that story alone, as on its page. Prints the
shares of right passages and right refusals of the training questions in folds by the story that is asked about, where
signals are chosen and the bound is set; and of two sets that the models never see: the file that is named, over the
demo's articles, and the unlearned questions of `bench/questions`, over articles of their own as long as a newspaper's,
half of which ask in other words than the articles have.
"""

import json
import sys
from collections.abc import Sequence
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
from octavo.enrich.inputs import SourceArticle

Matrix = NDArray[np.float64]
Linear = tuple[Matrix, float]
"""Weights and bias."""
Finals = tuple[Matrix, NDArray[np.bool_]]
"""A question's first passages as the second model reads them, and which are right."""
HERE = Path(__file__).parent
ARTICLES = HERE / "questions" / "articles.jsonl", HERE.parent / "tests" / "gate" / "reports.jsonl"
QUESTIONS = HERE / "questions" / "questions.jsonl"
UNLEARNED = HERE / "questions" / "unlearned_articles.jsonl", HERE / "questions" / "unlearned_questions.jsonl"
RANK_RIDGE, ANSWER_RIDGE = 20.0, 8.0
STEPS_COUNT, HALVINGS_COUNT = 20, 8
LEAST_ODDS = -50.0
"""Of a passage against the likeliest, in logarithms: less is as good as never."""
FOLDS_COUNT, ROUNDS_COUNT = 5, 3
ACROSS_SHARE = 0.2
"""Of the answerable questions that the bound is set for, those across languages: the training set has twice as many."""


@dataclass
class Example:
    question: Question
    rows: Matrix
    right: NDArray[np.bool_]
    is_across: bool
    """No passage in the question's language answers."""

    @property
    def is_answerable(self) -> bool:
        return "answer" in self.question


def articles_of(*paths: Path) -> list[SourceArticle]:
    """Return the articles of these files; a report's id begins with its story."""
    lines = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return [
        SourceArticle(
            f"{line['story']}-{line['id']}" if "story" in line else line["id"],
            line["title"], line["text"], line["language"], line.get("publisher", ""),
        )
        for line in lines
    ]  # fmt: skip


def measured(articles: Sequence[SourceArticle], questions: Sequence[Question]) -> list[Example]:
    """Return the questions with their candidates."""
    archives: dict[str, Archive] = {}
    out = []
    for question in questions:
        scope = question.get("scope", "")
        if scope not in archives:
            held = [one for one in articles if one.id.startswith(scope)]
            archives[scope] = Archive(held, local_embedder())
        archive = archives[scope]
        found, rows = candidates(archive, read_question(question["question"], question["language"]))
        passages = [archive.passages[i] for i in found]
        right = np.array([holds(question, archive.articles[one.article].id, one.text) for one in passages])
        spoken = np.array([archive.language(one) == question["language"] for one in passages])
        out.append(Example(question, rows.astype(np.float64), right, not (right & spoken).any()))
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
    """Return the model that ranks passages: each question's right ones before its others.

    The likelihood is that of choosing a right one (a softmax over the question's passages) with a ridge, by Newton's
    steps; which of several right ones is meant is estimated anew at each.
    """
    answered = [one for one in examples if one.right.any()]
    rows, right = (np.concatenate([getattr(one, name) for one in answered]) for name in ("rows", "right"))
    starts = np.cumsum([0, *(len(one.rows) for one in answered)])[:-1]
    whose = np.repeat(np.arange(len(answered)), [len(one.rows) for one in answered])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled, weights = (rows - mean) / spread, np.zeros(rows.shape[1])

    def chosen(weights: Matrix) -> tuple[Matrix, Matrix, float]:
        """Return how likely each is chosen, the same of the right ones alone, and how well these weights do."""
        odds = scaled @ weights
        odds = np.exp(np.maximum(odds - np.maximum.reduceat(odds, starts)[whose], LEAST_ODDS))
        total, of_right = (np.add.reduceat(one, starts) for one in (odds, odds * right))
        gain = float(np.log(of_right / total).sum() - RANK_RIDGE * weights @ weights / 2)
        return odds / total[whose], odds * right / of_right[whose], gain

    likely, meant, gain = chosen(weights)
    for _ in range(STEPS_COUNT):
        expected = np.add.reduceat(scaled * likely[:, None], starts)
        slope = scaled.T @ (likely - meant) + RANK_RIDGE * weights
        bend = (scaled * likely[:, None]).T @ scaled - expected.T @ expected + RANK_RIDGE * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        for _ in range(HALVINGS_COUNT):
            found = chosen(weights - step)
            if found[-1] >= gain:
                weights, (likely, meant, gain) = weights - step, found
                break
            step = step / 2
    return weights / spread, float(-(weights / spread) @ mean)


def final(example: Example, rank: Linear) -> Finals:
    """Return the first passages of a question by a ranking."""
    first, rows = finalists(example.rows, example.rows @ rank[0] + rank[1])
    return rows, example.right[first]


def answering(finals: Sequence[Finals]) -> Linear:
    """Return the model that reads the first passages again."""
    rows, right = (np.concatenate(one) for one in zip(*finals, strict=True))
    return fitted(rows, right, ANSWER_RIDGE)


@dataclass
class Judged:
    """What the models say of some questions, each of length n_questions."""

    best: Matrix
    """The log-odds of the likeliest passage."""
    given: NDArray[np.bool_]
    """A right passage is among the first."""


def judged(finals: Sequence[Finals], answer: Linear) -> Judged:
    """Judge questions by their first passages."""
    best = [float((rows @ answer[0] + answer[1]).max()) for rows, _ in finals]
    return Judged(np.array(best), np.array([bool(right.any()) for _, right in finals]))


def unseen_finals(examples: Sequence[Example], folds: NDArray[np.intp]) -> list[Finals]:
    """Return each question's first passages by a ranking that did not see its fold."""
    ranks = [ranking([one for one, at in zip(examples, folds, strict=True) if at != fold])
             for fold in range(FOLDS_COUNT)]  # fmt: skip
    return [final(one, ranks[at]) for one, at in zip(examples, folds, strict=True)]


def held_out(finals: Sequence[Finals], folds: NDArray[np.intp]) -> Judged:
    """Judge each question by a model that did not see its fold."""
    found = Judged(np.zeros(len(finals)), np.zeros(len(finals), dtype=bool))
    for fold in range(FOLDS_COUNT):
        learned = answering([one for one, at in zip(finals, folds, strict=True) if at != fold])
        mine = np.flatnonzero(folds == fold)
        part = judged([finals[int(i)] for i in mine], learned)
        found.best[mine], found.given[mine] = part.best, part.given
    return found


def by_story(examples: Sequence[Example], seed: int) -> NDArray[np.intp]:
    """Return a fold of each question: one for all about a story, any for those that nothing answers of all."""
    draw = np.random.default_rng(seed)
    stories = [one.question.get("articles", one.question.get("scope", "")) for one in examples]
    known = sorted(set(stories))
    of_story = dict(zip(known, draw.permutation(len(known)) % FOLDS_COUNT, strict=True))
    spread = draw.permutation(len(examples)) % FOLDS_COUNT
    return np.array([of_story[story] if story else at for story, at in zip(stories, spread, strict=True)])


def shares(examples: Sequence[Example], found: Judged, bound: float, *, as_asked: bool = False) -> tuple[float, float]:
    """Return the shares of right passages and right refusals; `as_asked`, of ACROSS_SHARE across languages."""
    answerable = np.array([one.is_answerable for one in examples])
    across = np.array([one.is_across for one in examples])[answerable]
    right = ((found.best >= bound) & found.given)[answerable]
    passages = right.mean()
    if as_asked:
        passages = ACROSS_SHARE * right[across].mean() + (1 - ACROSS_SHARE) * right[~across].mean()
    return float(passages), float((found.best < bound)[~answerable].mean())


def balanced(examples: Sequence[Example], found: Judged) -> float:
    """Return the bound at which passages and refusals are right alike."""
    return float(max(sorted(found.best), key=lambda one: min(shares(examples, found, one, as_asked=True))))


def written(names: Sequence[str], linear: Linear) -> dict[str, Any]:
    """Return a model as it is kept."""
    return {"weights": dict(zip(names, linear[0].round(5).tolist(), strict=True)), "bias": round(linear[1], 5)}


def main() -> None:
    """Train, print and write."""
    source, target = map(Path, sys.argv[1:3])
    examples = measured(articles_of(*ARTICLES), read_questions(QUESTIONS))
    bounds, folded = [], []
    for seed in range(ROUNDS_COUNT):
        folds = by_story(examples, seed)
        finals = unseen_finals(examples, folds)
        found = held_out(finals, folds)
        bounds.append(balanced(examples, found))
        folded.append((*shares(examples, found, bounds[-1]), *shares(examples, found, bounds[-1], as_asked=True)))
    rank, answer, bound = ranking(examples), answering(finals), float(np.mean(bounds))
    print(f"training questions in folds: {np.mean(folded, axis=0).round(3).tolist()}")
    for articles, path in ((demo_articles(), source), (articles_of(UNLEARNED[0]), UNLEARNED[1])):
        tested = measured(articles, read_questions(path))
        unseen = judged([final(one, rank) for one in tested], answer)
        print(f"passages, refusals of {path}: {np.round(shares(tested, unseen, bound), 3).tolist()}")
    kept = {
        "rank": written(NAMES, rank),
        "answer": written(FINAL_NAMES, answer),
        "bound": round(float(1 / (1 + np.exp(-bound))), 4),
    }
    target.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
