"""Train the models that pick the passage which answers a question, and write them as plain numbers.

    python -m bench.answers tests/data/questions.jsonl src/octavo/enrich/answering/model.json

They learn from the questions of `bench/questions` over its own invented articles and those of `tests/gate`; questions
with a "scope", such as "Who is ...?", are put to that story alone, as on its page. From its freer questions, which ask
in other words than their articles have and miss narrowly where nothing answers, they learn with less weight; from the
few off topic, of no news at all, with more. Prints the shares of right passages and right refusals of all kinds in
folds by the story that is asked about, where signals, weights and the bound are chosen; and of the file that is named,
over the demo's articles, which the models never see.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
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
FREER = HERE / "questions" / "freer_articles.jsonl", HERE / "questions" / "freer_questions.jsonl"
OFF_TOPIC = HERE / "questions" / "off_topic.jsonl"
RANK_RIDGE, ANSWER_RIDGE, BIAS_RIDGE = 20.0, 8.0, 1e-6
STEPS_COUNT, HALVINGS_COUNT = 20, 8
LEAST_ODDS = -50.0
"""Of a passage against the likeliest, in logarithms: less is as good as never."""
FOLDS_COUNT, ROUNDS_COUNT = 5, 3
ACROSS_SHARE = 0.2
"""Of the answerable questions that the bound is set for, those across languages: the training set has twice as many."""


class Kind(StrEnum):
    """What a question is like."""

    PLAIN = "plain"
    FREER = "freer"
    """It asks in other words than its articles have, or misses narrowly where nothing answers."""
    OFF_TOPIC = "off topic"
    """It asks of no news at all."""


WEIGHTS = {Kind.PLAIN: 1.0, Kind.FREER: 0.5, Kind.OFF_TOPIC: 2.0}
"""Off topic, .944 are refused in folds at .5, .968 at 2, .977 at 4, where pairs are told apart worse."""


@dataclass
class Example:
    question: Question
    rows: Matrix
    right: NDArray[np.bool_]
    is_across: bool
    """No passage in the question's language answers."""
    kind: Kind

    @property
    def weight(self) -> float:
        return WEIGHTS[self.kind]

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


def measured(
    articles: Sequence[SourceArticle], questions: Sequence[Question], kind: Kind = Kind.PLAIN
) -> list[Example]:
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
        out.append(Example(question, rows.astype(np.float64), right, not (right & spoken).any(), kind))
    return out


@dataclass
class Choices:
    """What is chosen from for several questions, one after another; each question's rows stand together."""

    rows: Matrix
    right: NDArray[np.bool_]
    starts: NDArray[np.intp]
    whose: NDArray[np.intp]
    """Of each row, the question."""
    weights: Matrix
    """Of the questions."""
    ridge: Matrix

    def odds(self, learned: Matrix) -> tuple[Matrix, Matrix, float]:
        """Return how likely each is chosen, the same of the right ones alone, and how well what is learned does."""
        odds = self.rows @ learned
        odds = np.exp(np.maximum(odds - np.maximum.reduceat(odds, self.starts)[self.whose], LEAST_ODDS))
        total, of_right = (np.add.reduceat(one, self.starts) for one in (odds, odds * self.right))
        gain = float(self.weights @ np.log(of_right / total) - self.ridge @ learned**2 / 2)
        return odds / total[self.whose], odds * self.right / of_right[self.whose], gain

    def step(self, learned: Matrix, likely: Matrix, meant: Matrix) -> Matrix:
        """Return Newton's step."""
        weighed = self.weights[self.whose] * likely
        expected = np.add.reduceat(self.rows * likely[:, None], self.starts)
        slope = self.rows.T @ (weighed - self.weights[self.whose] * meant) + self.ridge * learned
        bend = (self.rows * weighed[:, None]).T @ self.rows - (expected * self.weights[:, None]).T @ expected
        return np.asarray(np.linalg.solve(bend + np.diag(self.ridge), slope), dtype=np.float64)


def choosing(questions: Sequence[Finals], weights: Sequence[float], strength: float, *, or_none: bool) -> Linear:
    """Return the model that chooses a right one of each question's passages, or with `or_none` none where none is.

    The likelihood is that of such a choice (a softmax, to which none is of odds 1) with a ridge, by Newton's steps;
    which of several right ones is meant is estimated anew at each.
    """
    together = np.concatenate([rows for rows, _ in questions])
    mean, spread = together.mean(axis=0), together.std(axis=0) + 1e-6
    scaled: list[Matrix] = [np.c_[(rows - mean) / spread, np.ones(len(rows))] for rows, _ in questions]
    right = [one for _, one in questions]
    if or_none:
        scaled = [np.r_[one, np.zeros((1, one.shape[1]))] for one in scaled]
        right = [np.r_[one, not one.any()] for one in right]
    counts, ridge = [len(one) for one in right], np.r_[np.full(len(mean), strength), BIAS_RIDGE]
    starts, whose = np.cumsum([0, *counts])[:-1], np.repeat(np.arange(len(right)), counts)
    learned = climbed(Choices(np.concatenate(scaled), np.concatenate(right), starts, whose, np.array(weights), ridge))
    return learned[:-1] / spread, float(learned[-1] - (learned[:-1] / spread) @ mean)


def climbed(choices: Choices) -> Matrix:
    """Return what makes the right choices likeliest."""
    learned = np.zeros(choices.rows.shape[1])
    likely, meant, gain = choices.odds(learned)
    for _ in range(STEPS_COUNT):
        step = choices.step(learned, likely, meant)
        for _ in range(HALVINGS_COUNT):
            found = choices.odds(learned - step)
            if found[-1] >= gain:
                learned, (likely, meant, gain) = learned - step, found
                break
            step = step / 2
    return learned


def ranking(examples: Sequence[Example]) -> Linear:
    """Return the model that ranks passages: each question's right ones before its others."""
    answered = [one for one in examples if one.right.any()]
    rows = [(one.rows, one.right) for one in answered]
    return choosing(rows, [one.weight for one in answered], RANK_RIDGE, or_none=False)


def final(example: Example, rank: Linear) -> Finals:
    """Return the first passages of a question by a ranking."""
    first, rows = finalists(example.rows, example.rows @ rank[0] + rank[1])
    return rows, example.right[first]


def answering(finals: Sequence[Finals], weights: Sequence[float]) -> Linear:
    """Return the model that reads the first passages again."""
    return choosing(finals, weights, ANSWER_RIDGE, or_none=True)


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


def held_out(examples: Sequence[Example], finals: Sequence[Finals], folds: NDArray[np.intp]) -> Judged:
    """Judge each question by a model that did not see its fold."""
    found = Judged(np.zeros(len(finals)), np.zeros(len(finals), dtype=bool))
    for fold in range(FOLDS_COUNT):
        others, mine = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        learned = answering([finals[int(i)] for i in others], [examples[int(i)].weight for i in others])
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


def of_kind(examples: Sequence[Example], found: Judged, kind: Kind) -> tuple[list[Example], Judged]:
    """Return the questions of a kind, and what is said of them."""
    mine = np.array([one.kind is kind for one in examples])
    return [one for one in examples if one.kind is kind], Judged(found.best[mine], found.given[mine])


def of_both(examples: Sequence[Example], found: Judged, bound: float) -> Matrix:
    """Return the shares, as asked, of the plain questions (first row) and of the freer ones (second)."""
    kinds = (of_kind(examples, found, kind) for kind in (Kind.PLAIN, Kind.FREER))
    return np.array([shares(*one, bound, as_asked=True) for one in kinds])


def balanced(examples: Sequence[Example], found: Judged) -> float:
    """Return the bound at which passages and refusals are right alike, both kinds of questions weighing the same."""
    return float(max(sorted(found.best), key=lambda one: of_both(examples, found, one).mean(axis=0).min()))


def written(names: Sequence[str], linear: Linear) -> dict[str, Any]:
    """Return a model as it is kept."""
    return {"weights": dict(zip(names, linear[0].round(5).tolist(), strict=True)), "bias": round(linear[1], 5)}


def learned_from() -> list[Example]:
    """Return all questions that the models learn from; those off topic are asked of the articles of either kind."""
    plain, freer, off_topic = articles_of(*ARTICLES), articles_of(FREER[0]), read_questions(OFF_TOPIC)
    return [
        *measured(plain, read_questions(QUESTIONS)),
        *measured(freer, read_questions(FREER[1]), Kind.FREER),
        *measured(plain, off_topic, Kind.OFF_TOPIC),
        *measured(freer, off_topic, Kind.OFF_TOPIC),
    ]


def main() -> None:
    """Train, print and write."""
    source, target = map(Path, sys.argv[1:3])
    examples = learned_from()
    drawn: list[Finals] = []
    bounds, folded, off_topic = [], [], []
    for seed in range(ROUNDS_COUNT):
        folds = by_story(examples, seed)
        finals = unseen_finals(examples, folds)
        found = held_out(examples, finals, folds)
        bounds.append(balanced(examples, found))
        folded.append(of_both(examples, found, bounds[-1]))
        off_topic.append((of_kind(examples, found, Kind.OFF_TOPIC)[1].best < bounds[-1]).mean())
        drawn += finals
    weights = [one.weight / ROUNDS_COUNT for one in examples] * ROUNDS_COUNT
    rank, answer, bound = ranking(examples), answering(drawn, weights), float(np.mean(bounds))
    print(f"passages, refusals in folds, and of freer questions: {np.mean(folded, axis=0).round(3).tolist()}")
    print(f"refusals off topic in folds: {np.mean(off_topic):.3f}")
    tested = measured(demo_articles(), read_questions(source))
    unseen = judged([final(one, rank) for one in tested], answer)
    print(f"passages, refusals of {source}: {np.round(shares(tested, unseen, bound), 3).tolist()}")
    kept = {
        "rank": written(NAMES, rank),
        "answer": written(FINAL_NAMES, answer),
        "bound": round(float(1 / (1 + np.exp(-bound))), 4),
    }
    target.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
