"""What speaks for each passage as the answer to a question.

First the articles that the question is about, by all its words; then, within each, the passage that says what the
article does not say everywhere: of "How deep was the earthquake in Tarvan?" every paragraph of the report bears the
earthquake and Tarvan, and one bears the depth.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.core.text import tokens, words
from octavo.enrich.answering import constants
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.questions import Asked, Part, Wanted

Matrix = NDArray[np.float32]

NAMES = (
    "article_said", "article_behind", "article_said_behind", "article_meant", "article_names", "article_others",
    "article_least", "local", "said", "beside", "local_beside", "anywhere", "least_beside", "others_beside",
    "others_here", "others_anywhere", "product_beside", "product_anywhere", "first_beside", "first_here",
    "unsaid_anywhere", "unsaid_beside", "rarest_here", "near", "close", "answers", "lacks", "alone", "titled", "whole",
    "alone_behind", "is_nearest", "bare", "bare_behind", "focus", "focus_behind", "is_focus", "place", "is_first",
    "same_language", "question_words", "length",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is measured of it once."""

    asked: Asked
    weights: Matrix
    """float32 (n_words,), summing to 1."""
    rarity: Matrix
    is_name: NDArray[np.bool_]
    first: int | None
    """Which word is the first that is neither name nor measure."""
    alone: Matrix
    """float32 (n_passages,) each: likeness in meaning, by one sentence, under its title, of the whole passage, of the
    question without its asking words, and without its names."""
    titled: Matrix
    whole: Matrix
    bare: Matrix
    focus: Matrix


@dataclass(frozen=True, slots=True)
class Standing:
    """An article among those that the question may be about."""

    number: int
    covered: Matrix
    """float32 (n_words,): how well the article says each of the question's words."""
    row: tuple[float, ...]


def candidates(archive: Archive, asked: Asked) -> tuple[list[int], Matrix]:
    """Return the passages of the likeliest articles, and float32 (n, len(NAMES)) of what speaks for each."""
    question = _measured(archive, asked)
    found: list[int] = []
    rows: list[list[float]] = []
    for standing in _articles(archive, question):
        for i, row in _of_article(archive, question, standing):
            found.append(i)
            rows.append([*standing.row, *row])
    return found, np.array(rows, dtype=np.float32).reshape(len(rows), len(NAMES))


def _measured(archive: Archive, asked: Asked) -> Question:
    rarity = np.array([max(constants.RARE_WEIGHT_LEAST, archive.weight(word)) for word in asked.words])
    rarity *= [constants.MEASURE_WEIGHT if part is Part.MEASURE else 1.0 for part in asked.parts]
    is_name = np.array([part is Part.NAME for part in asked.parts])
    bare = " ".join(asked.words)
    focus = " ".join(word for word, name in zip(asked.words, is_name, strict=True) if not name) or bare
    whole, without, narrow = archive.embedder.encode([asked.text, bare, focus])
    return Question(
        asked,
        (rarity / rarity.sum()).astype(np.float32),
        rarity.astype(np.float32),
        is_name,
        next((at for at, part in enumerate(asked.parts) if part is Part.OTHER), None),
        archive.alone(whole),
        archive.titled(whole),
        archive.whole(whole),
        archive.alone(without),
        archive.alone(narrow),
    )


def _articles(archive: Archive, question: Question) -> list[Standing]:
    """Return the articles that say most of the question, the first first."""
    asked = question.asked
    meant = np.array([question.titled[held].max() for held in archive.of_article])
    shared = archive.shared(frozenset(tokens(" ".join(asked.words))))
    likely = np.argsort(-(shared + meant), kind="stable")[: constants.ARTICLES_LIKELY_COUNT]
    covered = {
        int(n): archive.words.likeness(
            asked.words, archive.article_words[n], asked.language, archive.articles[n].language
        ).max(axis=1)
        for n in likely
    }
    said = {n: float(found @ question.weights) for n, found in covered.items()}
    score = {n: said[n] + constants.MEANING_WEIGHT * float(meant[n]) for n in covered}
    chosen = sorted(covered, key=lambda n: (-score[n], n))[: constants.ARTICLES_COUNT]
    best, most = score[chosen[0]], max(said.values())
    names = question.is_name
    return [
        Standing(
            n,
            covered[n],
            (
                said[n],
                score[n] - best,
                said[n] - most,
                float(meant[n]),
                _least(covered[n], names),
                _least(covered[n], ~names),
                float(covered[n].min()),
            ),
        )
        for n in chosen
    ]


def _of_article(archive: Archive, question: Question, standing: Standing) -> Iterator[tuple[int, list[float]]]:
    """Yield an article's passages, each with what is measured of it."""
    asked, article = question.asked, archive.articles[standing.number]
    held = archive.of_article[standing.number]
    likeness = [
        archive.words.likeness(asked.words, archive.passage_words[i], asked.language, article.language) for i in held
    ]
    here = np.array([one.max(axis=1) for one in likeness])
    titled = archive.words.likeness(asked.words, words(article.title), asked.language, article.language).max(axis=1)
    local = _local_weights(question, here, titled)
    nothing = np.zeros_like(titled)
    for k, i in enumerate(held):
        around = np.maximum.reduce(
            [
                here[k],
                constants.TITLE_FACTOR * titled,
                constants.BEFORE_FACTOR * (here[k - 1] if k else titled),
                constants.AFTER_FACTOR * (here[k + 1] if k + 1 < len(held) else nothing),
            ]
        )
        anywhere = np.maximum(around, constants.ARTICLE_FACTOR * standing.covered)
        row = [
            *_covered(question, local, here[k], around, anywhere),
            *_answering(asked, local, likeness[k], archive.passage_words[i]),
            *_meant(question, held, i),
            k / len(held),
            float(k == 0),
            float(asked.language == article.language),
            float(len(asked.words)),
            min(len(archive.passage_words[i]), 60) / 60,
        ]
        yield i, row


def _local_weights(question: Question, here: Matrix, titled: Matrix) -> Matrix:
    """Return how much each of the question's words tells one passage of an article from the next; sums to 1."""
    rare = np.clip(np.log((1 + len(here)) / (0.5 + here.sum(axis=0))), 0.1, None)
    local = rare * question.rarity * np.where(titled > constants.TITLED_BOUND, constants.TITLED_FACTOR, 1.0)
    weights: Matrix = (local / local.sum()).astype(np.float32)
    return weights


def _covered(question: Question, local: Matrix, here: Matrix, around: Matrix, anywhere: Matrix) -> list[float]:
    weights, others, first = question.weights, ~question.is_name, question.first
    return [
        float(local @ here),
        float(weights @ here),
        float(weights @ around),
        float(local @ around),
        float(weights @ anywhere),
        float(around.min()),
        _least(around, others),
        _least(here, others),
        _least(anywhere, others),
        _product(around, weights),
        _product(anywhere, weights),
        float(around[first]) if first is not None else 0.5,
        float(here[first]) if first is not None else 0.5,
        float((anywhere < constants.UNSAID).sum()),
        float((around < constants.UNSAID).sum()),
        float(here[np.argmax(local)]),
    ]


def _answering(asked: Asked, local: Matrix, likeness: Matrix, passage_words: list[str]) -> list[float]:
    """Return how much of the question stands around what could answer, and whether anything could."""
    places = asked.places(passage_words)
    kind = asked.wanted is not Wanted.ANY
    holds, lacks = (float(bool(places)) if kind else 0.5), float(kind and not places)
    if not places:
        return [0.0, 0.0, holds, lacks]
    apart = np.abs(np.arange(likeness.shape[1])[None, :] - np.array(places)[:, None])
    near = (likeness[None] * np.exp(-apart / constants.NEARNESS_WORDS)[:, None, :]).max(axis=2) @ local
    close = (likeness[None] * np.exp(-apart / constants.CLOSENESS_WORDS)[:, None, :]).max()
    return [float(near.max()), float(close), holds, lacks]


def _meant(question: Question, held: list[int], i: int) -> list[float]:
    def behind(of: Matrix) -> float:
        return float(of[i] - of[held].max())

    return [
        float(question.alone[i]),
        float(question.titled[i]),
        float(question.whole[i]),
        behind(question.alone),
        float(behind(question.alone) >= 0),
        float(question.bare[i]),
        behind(question.bare),
        float(question.focus[i]),
        behind(question.focus),
        float(behind(question.focus) >= 0),
    ]


def _least(covered: Matrix, which: NDArray[np.bool_]) -> float:
    return float(covered[which].min()) if which.any() else 1.0


def _product(covered: Matrix, weights: Matrix) -> float:
    return float(np.prod(np.clip(covered, 0.05, 1) ** weights))
