"""What speaks for each passage as the answer to a question.

First the articles that the question is about, by all its words; then, within each, the passage that says what the
article does not say everywhere: of "How deep was the earthquake in Tarvan?" every paragraph of the report bears the
earthquake and Tarvan, and one bears the depth.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.enrich.answering import constants
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.evidence import answers, asks_who, introduced
from octavo.enrich.answering.questions import Asked, Part, Wanted
from octavo.enrich.answering.standing import Standing, Weighed, articles, least, weighed
from octavo.enrich.answering.wording import words

Matrix = NDArray[np.float32]

NAMES = (
    "article_said", "article_behind", "article_said_behind", "article_meant", "article_names", "article_others",
    "article_least", "local", "said", "beside", "local_beside", "anywhere", "least_beside", "others_beside",
    "others_here", "others_anywhere", "product_beside", "product_anywhere", "first_beside", "first_here",
    "first_anywhere", "unsaid_anywhere", "unsaid_beside", "rarest_here", "gap_names", "names_here", "gap_here",
    "gap_beside", "gap_anywhere", "gaps_anywhere", "fit", "lacks", "fit_nearby", "fit_article", "fit_behind", "near",
    "close", "fit_near", "fit_first", "fit_near_beside", "fit_meant", "fit_whole", "fit_least", "fit_said", "alone",
    "titled", "whole", "alone_behind", "is_nearest", "bare", "bare_behind", "focus", "focus_behind", "is_focus",
    "place", "is_first", "same_language", "question_words", "length", "is_all",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """An article's passages laid beside a question."""

    standing: Standing
    held: list[int]
    """Which passages of the archive they are."""
    likeness: list[Matrix]
    """float32 (n_asked, n_said) of each."""
    here: Matrix
    """float32 (n_passages, n_asked): how well each passage says each of the question's words."""
    titled: Matrix
    """float32 (n_asked,): the same of the title."""
    local: Matrix
    """float32 (n_asked,): how much each word tells one passage of the article from the next; sums to 1."""
    fits: list[Matrix]
    """float32 (n_said,) of each passage: how well each of its words fits as the answer."""


def candidates(archive: Archive, asked: Asked, among: Collection[int] | None = None) -> tuple[list[int], Matrix]:
    """Return the passages of the likeliest articles, and float32 (n, len(NAMES)) of what speaks for each.

    among: the passages of the archive that may answer, at least one; None for all.
    """
    among = range(len(archive.passages)) if among is None else among
    question = weighed(archive, asked)
    found: list[int] = []
    rows: list[list[float]] = []
    for standing in articles(archive, question, {archive.passages[i].article for i in among}):
        read = _read(archive, question, standing)
        told = zip(read.held, _rows(archive, question, read), strict=True)
        may_answer = [(i, row) for i, row in told if i in among]
        found += (i for i, _ in may_answer)
        rows += ([*standing.row, *row] for _, row in may_answer)
    return found, np.array(rows, dtype=np.float32).reshape(len(rows), len(NAMES))


def _read(archive: Archive, question: Weighed, standing: Standing) -> Read:
    asked, article = question.asked, archive.articles[standing.number]
    held, names = archive.of_article[standing.number], archive.names(standing.number)

    def likeness(said: list[str]) -> Matrix:
        return archive.words.likeness(asked.words, said, asked.language, article.language, asked.names)

    alike = [likeness(archive.passage_words[i]) for i in held]
    here, titled = np.array([one.max(axis=1) for one in alike]), likeness(words(article.title)).max(axis=1)
    is_named = any(asks_who(asked, one, named) for one, named in zip(alike, names, strict=True))
    fits = [
        (introduced if is_named else answers)(asked, archive.passages[i], article.language, likeness=one, names=named)
        for i, one, named in zip(held, alike, names, strict=True)
    ]
    here = _with_measures(asked, here, fits)
    return Read(standing, held, alike, here, titled, _local_weights(question, here, titled), fits)


def _with_measures(asked: Asked, here: Matrix, fits: list[Matrix]) -> Matrix:
    """Return what passages say of the question; what measures as asked says "how deep" without the word."""
    if not asked.dimension:
        return here
    measure = np.array([part is Part.MEASURE for part in asked.parts])
    best = np.array([one.max(initial=0) for one in fits], dtype=np.float32)
    said: Matrix = np.maximum(here, best[:, None] * measure)
    return said


def _rows(archive: Archive, question: Weighed, read: Read) -> Iterator[list[float]]:
    """Yield what is measured of each passage."""
    asked = question.asked
    same_language = archive.articles[read.standing.number].language == asked.language
    is_all = len(archive.articles) <= constants.ARTICLES_COUNT
    for k, i in enumerate(read.held):
        beside = _beside(question, read, k)
        yield [
            *_covered(question, read, k, beside),
            *_fitting(question, read, k, beside),
            *_meant(question, read.held, i),
            k / len(read.held),
            float(k == 0),
            float(same_language),
            float(len(asked.words)),
            min(len(archive.passage_words[i]), 60) / 60,
            float(is_all),
        ]


def _beside(question: Weighed, read: Read, k: int) -> Matrix:
    """Return how well each of the question's words is said in a passage or around it.

    A name that the article says at all is meant all through it, by "the minister" or "it".
    """
    before = read.here[k - 1] if k else read.titled
    after = read.here[k + 1] if k + 1 < len(read.held) else np.zeros_like(read.titled)
    said: Matrix = np.maximum.reduce(
        [
            read.here[k],
            constants.TITLE_FACTOR * read.titled,
            constants.BEFORE_FACTOR * before,
            constants.AFTER_FACTOR * after,
            constants.NAMED_FACTOR * question.is_name * read.standing.covered,
        ]
    ).astype(np.float32)
    return said


def _local_weights(question: Weighed, here: Matrix, titled: Matrix) -> Matrix:
    """Return how much each of the question's words tells one passage of an article from the next; sums to 1."""
    rare = np.clip(np.log((1 + len(here)) / (0.5 + here.sum(axis=0))), 0.1, None)
    local = rare * question.rarity * np.where(titled > constants.TITLED_BOUND, constants.TITLED_FACTOR, 1.0)
    weights: Matrix = (local / local.sum()).astype(np.float32)
    return weights


def _covered(question: Weighed, read: Read, k: int, beside: Matrix) -> list[float]:
    """Return how much of the question is said here, beside and anywhere, and what its rarest unsaid word weighs."""
    weights, rarity, others, first = question.weights, question.rarity, ~question.is_name, question.first
    here, local, covered = read.here[k], read.local, np.maximum(read.standing.covered, read.here.max(axis=0))
    anywhere = np.maximum(beside, constants.ARTICLE_FACTOR * covered)
    return [
        float(local @ here),
        float(weights @ here),
        float(weights @ beside),
        float(local @ beside),
        float(weights @ anywhere),
        float(beside.min()),
        least(beside, others),
        least(here, others),
        least(anywhere, others),
        _product(beside, weights),
        _product(anywhere, weights),
        *(float(one[first]) if first is not None else 0.5 for one in (beside, here, anywhere)),
        float((anywhere < constants.UNSAID).sum()),
        float((beside < constants.UNSAID).sum()),
        float(here[np.argmax(local)]),
        float((rarity * (1 - covered))[question.is_name].max(initial=0)),
        least(here, question.is_name),
        *(float((rarity * (1 - one)).max()) for one in (here, beside, anywhere)),
        float((rarity * (1 - anywhere)).sum()),
    ]


def _fitting(question: Weighed, read: Read, k: int, beside: Matrix) -> list[float]:
    """Return how well a passage holds what could answer, and how much of the question stands around that."""
    best = [float(one.max(initial=0)) for one in read.fits]
    if question.asked.wanted in (Wanted.ANY, Wanted.REASON):
        holds = [0.5, 0.0, 0.5, 0.5, 0.0]
    else:
        nearby = max(best[max(0, k - 1) : k + 2])
        holds = [best[k], float(best[k] < constants.FIT_LEAST), nearby, max(best), best[k] - max(best)]
    i = read.held[k]
    return [
        *holds,
        *_around(question, read, k, beside),
        best[k] * float(question.alone[i]),
        best[k] * float(question.whole[i]),
        best[k] * least(beside, ~question.is_name),
        best[k] * float(question.weights @ beside),
    ]


def _around(question: Weighed, read: Read, k: int, beside: Matrix) -> list[float]:
    """Return how near the question's words stand to what could answer: all, one, and by how well that fits."""
    likeness, places = read.likeness[k], np.flatnonzero(read.fits[k] > 0)[: constants.PLACES_COUNT]
    if not len(places):
        return [0.0] * 5
    apart = np.abs(np.arange(likeness.shape[1])[None, :] - places[:, None])
    spread = (likeness[None] * np.exp(-apart / constants.NEARNESS_WORDS)[:, None, :]).max(axis=2)
    close = likeness[None] * np.exp(-apart / constants.CLOSENESS_WORDS)[:, None, :]
    near, fit, first = spread @ read.local, read.fits[k][places], question.first
    head = spread[:, first] if first is not None else np.full(len(places), 0.5)
    wide = np.maximum(spread, constants.BESIDE_FACTOR * beside[None]) @ read.local
    return [float(near.max()), float(close.max()), *(float((one * fit).max()) for one in (near, head, wide))]


def _meant(question: Weighed, held: list[int], i: int) -> list[float]:
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


def _product(covered: Matrix, weights: Matrix) -> float:
    return float(np.prod(np.clip(covered, 0.05, 1) ** weights))
