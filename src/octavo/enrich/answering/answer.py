"""Questions answered from articles alone: cited passages that hold the answer, or an honest refusal."""

from dataclasses import dataclass

import numpy as np

from octavo.core.types import Cite, CitedSentence
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.constants import ANSWER_SHARE, ANSWERS_COUNT, NEAREST_COUNT
from octavo.enrich.answering.features import candidates
from octavo.enrich.answering.model import model
from octavo.enrich.answering.questions import read_question


@dataclass(frozen=True, slots=True)
class Near:
    """A passage and how likely it answers the question, 0..1."""

    sentence: CitedSentence
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    answered: bool
    sentences: tuple[CitedSentence, ...]
    """What answers, the likeliest first; empty where refused."""
    nearest: tuple[Near, ...]
    """The nearest passages, the likeliest first."""


def ask(archive: Archive, question: str, language: str = "") -> Answer:
    """Return the passages that answer `question`, or a refusal with the nearest ones.

    The language of the question is told from its text where not given.
    """
    if not archive.passages:
        return Answer(False, (), ())
    found, rows = candidates(archive, read_question(question, language))
    likely = model().likely(rows)
    order = _once_each(archive, found, [int(at) for at in np.argsort(-likely, kind="stable")])
    nearest = tuple(Near(_cited(archive, found[at]), round(float(likely[at]), 4)) for at in order[:NEAREST_COUNT])
    if nearest[0].score < model().bound:
        return Answer(False, (), nearest)
    given = (near for near in nearest[:ANSWERS_COUNT] if near.score >= ANSWER_SHARE * nearest[0].score)
    return Answer(True, tuple(near.sentence for near in given), nearest)


def _once_each(archive: Archive, found: list[int], order: list[int]) -> list[int]:
    """Leave out passages whose words stand before them already: reports share their agency's paragraphs."""
    seen: set[str] = set()
    kept = []
    for at in order:
        said = " ".join(archive.passage_words[found[at]]).casefold()
        if said not in seen:
            seen.add(said)
            kept.append(at)
    return kept


def _cited(archive: Archive, i: int) -> CitedSentence:
    passage = archive.passages[i]
    return CitedSentence(passage.text, (Cite(archive.articles[passage.article].id, passage.start, passage.end),))
