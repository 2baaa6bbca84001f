"""Questions answered from articles alone: cited passages that hold the answer, or an honest refusal."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.core.types import Cite, CitedSentence
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.asked_time import Present, When, asked_time
from octavo.enrich.answering.barring import Bar
from octavo.enrich.answering.constants import ANSWER_SHARE, ANSWERS_COUNT, BARRED_SHARE, NEAREST_COUNT
from octavo.enrich.answering.features import candidates
from octavo.enrich.answering.model import model
from octavo.enrich.answering.news import newest_heads, newest_of
from octavo.enrich.answering.questions import Asked, Wanted, language_asked, own_words, read_question
from octavo.enrich.answering.times import counts_of_another_time, times_named
from octavo.enrich.answering.timing import within
from octavo.enrich.answering.wording import words


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


def ask(archive: Archive, question: str, language: str = "", present: Present | None = None) -> Answer:
    """Return the passages that answer `question`, or a refusal with the nearest ones.

    language: the question's, told from its text where not given. present: when it is asked, so that what it says of
    time is read; None lets words of time be words as others. So does an archive that knows no times, but it cannot
    tell what was yesterday.
    """
    if not archive.passages:
        return Answer(False, (), ())
    if present is None:
        return _answer(archive, read_question(question, language), None)
    spoken = language or language_asked(question)
    when = asked_time(question, spoken, present)
    if not archive.is_dated:
        asked = read_question(question, language)
        return _refusal(archive, asked) if when.is_reckoned else _answer(archive, asked, None)
    asked = read_question(when.rest if words(when.rest) else question, spoken)
    if not (when.periods or when.is_news):
        return _answer(archive, asked, None)
    among = within(archive, when.periods, present)
    return _news(archive, asked, when, among) if when.is_news else _answer(archive, asked, among)


def _answer(archive: Archive, asked: Asked, among: Collection[int] | None) -> Answer:
    """Return what answers of the passages that may, None for all, or a refusal."""
    if among is not None and not among:
        return _refusal(archive, asked)
    bar = Bar(archive, asked)
    found, rows = candidates(archive, asked, among)
    likely = _barred(bar, found, model().likely(rows))
    order = _once_each(archive, found, [int(at) for at in np.argsort(-likely, kind="stable")])
    first = _own_time_first(archive, asked, found, likely, order[:NEAREST_COUNT])
    nearest = tuple(Near(_cited(archive, found[at]), round(float(likely[at]), 4)) for at in first)
    if nearest[0].score < model().bound:
        return Answer(False, (), nearest)
    least = ANSWER_SHARE * nearest[0].score
    told = zip(first[:ANSWERS_COUNT], nearest, strict=False)
    given = (near.sentence for at, near in told if near.score >= least and not bar.holds(found[at]))
    return Answer(True, tuple(given), nearest)


def _news(archive: Archive, asked: Asked, when: When, among: Collection[int]) -> Answer:
    """Return the newest of a topic, or of anything where the question names none."""
    topic = own_words(when.rest, asked.language)
    found = newest_of(archive, asked, among) if topic else newest_heads(archive, among)
    if not found:
        return _refusal(archive, asked)
    order = _once_each(archive, found, list(range(len(found))))[:NEAREST_COUNT]
    nearest = tuple(Near(_cited(archive, found[at]), 1.0) for at in order)
    return Answer(True, tuple(near.sentence for near in nearest[:ANSWERS_COUNT]), nearest)


def _refusal(archive: Archive, asked: Asked) -> Answer:
    """Refuse with the passages that would be nearest if they could answer."""
    found, rows = candidates(archive, asked)
    likely = np.minimum(model().likely(rows), np.float32(BARRED_SHARE * model().bound))
    order = _once_each(archive, found, [int(at) for at in np.argsort(-likely, kind="stable")])[:NEAREST_COUNT]
    return Answer(False, (), tuple(Near(_cited(archive, found[at]), round(float(likely[at]), 4)) for at in order))


def _barred(bar: Bar, found: list[int], likely: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return float32 (n_found,): how likely each passage answers, below the bound for those that cannot."""
    bound = model().bound
    barred = np.array([one >= bound and bar.holds(at) for at, one in zip(found, likely, strict=True)], dtype=bool)
    return np.where(barred, np.float32(BARRED_SHARE * bound), likely)


def _own_time_first(
    archive: Archive, asked: Asked, found: list[int], likely: NDArray[np.float32], order: list[int]
) -> list[int]:
    """Put what tells a number of another time, as of an earlier case, behind what answers as surely with another."""
    if asked.wanted is not Wanted.NUMBER:
        return order
    named = times_named(asked.text, asked.language)

    def is_of_another(at: int) -> bool:
        one = archive.passages[found[at]]
        return counts_of_another_time(one.text, archive.language(one), archive.years(one) | named)

    sure = [at for at in order if likely[at] >= model().bound]
    return sorted(sure, key=is_of_another) + order[len(sure) :]


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
