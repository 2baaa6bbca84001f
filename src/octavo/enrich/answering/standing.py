"""Which articles a question is about: those that say most of its words, and mean most like it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.core.text import tokens
from octavo.enrich.answering import constants
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.questions import Asked, Part

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weighed:
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
    meant: Matrix
    """float32 (n_articles,): how alike in meaning their likest passages are."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An article among those that the question may be about."""

    number: int
    covered: Matrix
    """float32 (n_words,): how well the article says each of the question's words."""
    row: tuple[float, ...]


def weighed(archive: Archive, asked: Asked) -> Weighed:
    """Return a question with the weights of its words and its likeness to every passage."""
    rarity = np.array([max(constants.RARE_WEIGHT_LEAST, archive.weight(word)) for word in asked.words])
    rarity *= [constants.MEASURE_WEIGHT if part is Part.MEASURE else 1.0 for part in asked.parts]
    is_name = np.array([part is Part.NAME for part in asked.parts])
    bare = " ".join(asked.words)
    focus = " ".join(word for word, name in zip(asked.words, is_name, strict=True) if not name) or bare
    whole, without, narrow = archive.embedder.encode([asked.text, bare, focus])
    titled = archive.titled(whole)
    return Weighed(
        asked,
        (rarity / rarity.sum()).astype(np.float32),
        rarity.astype(np.float32),
        is_name,
        next((at for at, part in enumerate(asked.parts) if part is Part.OTHER), None),
        archive.alone(whole),
        titled,
        archive.whole(whole),
        archive.alone(without),
        archive.alone(narrow),
        np.array([titled[held].max() for held in archive.of_article]),
    )


def articles(archive: Archive, question: Weighed, among: Collection[int]) -> list[Standing]:
    """Return the articles that say most of the question, the first first; of those whose numbers are `among` these.

    How far they stand behind the first is told of all articles.
    """
    ranked = _by_likeness(archive, question)
    likely = dict.fromkeys((*ranked[: constants.ARTICLES_LIKELY_COUNT], *_first(ranked, among)))
    covered = {n: said_by(archive, question.asked, n, archive.article_words[n]) for n in likely}
    said = {n: float(found @ question.weights) for n, found in covered.items()}
    score = {n: said[n] + constants.MEANING_WEIGHT * float(question.meant[n]) for n in covered}
    order = sorted(covered, key=lambda n: (-score[n], n))
    chosen = [n for n in order if n in among][: constants.ARTICLES_COUNT]
    best, most = score[order[0]], max(said.values())
    return [
        Standing(n, covered[n], (said[n], score[n] - best, said[n] - most, *_own(question, n, covered[n])))
        for n in chosen
    ]


def _own(question: Weighed, number: int, covered: Matrix) -> tuple[float, ...]:
    """Return what is told of an article without the others: likeness in meaning, and the least covered words."""
    names = question.is_name
    return float(question.meant[number]), least(covered, names), least(covered, ~names), float(covered.min())


def likeliest(archive: Archive, question: Weighed, among: Collection[int]) -> list[int]:
    """Return the articles whose words are worth laying beside the question's, the likeliest first."""
    return _first(_by_likeness(archive, question), among)


def _first(ranked: Sequence[int], among: Collection[int]) -> list[int]:
    return [n for n in ranked if n in among][: constants.ARTICLES_LIKELY_COUNT]


def _by_likeness(archive: Archive, question: Weighed) -> list[int]:
    shared = archive.shared(frozenset(tokens(" ".join(question.asked.words))))
    return [int(n) for n in np.argsort(-(shared + question.meant), kind="stable")]


def said_by(archive: Archive, asked: Asked, number: int, words: Sequence[str]) -> Matrix:
    """Return float32 (n_words,): how well these words of an article say each of the question's."""
    language = archive.articles[number].language
    said: Matrix = archive.words.likeness(asked.words, words, asked.language, language, asked.names).max(axis=1)
    return said


def least(covered: Matrix, which: NDArray[np.bool_]) -> float:
    """Return how well the least covered of these words is covered; 1 where there are none."""
    return float(covered[which].min()) if which.any() else 1.0
