"""Texts of one mould that tell of different things: two towns' weather, two days' prices, one office's many notices.

Their words and their meaning are alike, and so nothing that is learned of likeness keeps them apart. What does: within
the same words, one has a name or a day of its own where the other has another.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from octavo.core.types import Signal
from octavo.stories.constants import MOULD_FRAME, MOULD_LEAST, MOULD_SHARE, OWN_WEIGHT
from octavo.stories.digest import NAME, TERM, TITLE_END, Digest
from octavo.stories.vocabulary import Terms, Vocabulary

MOULD = "mould"
APART_LOG_ODDS = -9.0
"""Of two texts of one mould."""
Run = tuple[int, int]
"""Words that follow one another: start and end."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a text begins."""

    words: NDArray[np.int32]
    """Its terms in order: the title, `TITLE_END`, the lead."""
    names: Terms
    """What it is about: names in its title, or written more than once."""
    days: tuple[tuple[int, int], ...]
    """The days that its title names: the term that the day is written as, and month * 32 + day."""


def opening(article: Digest) -> Opening:
    """Return how an article begins, of which a `query` was made: only then are its names known."""
    is_own = (article.weights[:, NAME] > 0) & (article.weights[:, TERM] >= OWN_WEIGHT)
    return Opening(article.opening, article.terms[is_own], article.days)


def swapped(one: Opening, other: Opening, knows: Terms, other_knows: Terms) -> tuple[int, int] | None:
    """Return two terms that stand for one another, where the texts are of one mould and not of one thing.

    knows, other_knows: all terms of the one and of the other; a name that both know is nobody's own.
    """
    mine, theirs = one.words.tolist(), other.words.tolist()
    if not _have_one_mould(mine, theirs):
        return None
    own = {*one.names.tolist()}.difference(other_knows.tolist())
    others_own = {*other.names.tolist()}.difference(knows.tolist())
    days = _other_days(one, other)
    runs = _runs(mine, own | {day for day, _ in days}), _runs(theirs, others_own | {day for _, day in days})
    for run, other_run in product(*runs):
        terms = mine[run[0]], theirs[other_run[0]]
        are_names = terms[0] in own and terms[1] in others_own
        if (are_names or terms in days) and _are_framed_alike(mine, theirs, run, other_run):
            return terms
    return None


def apart(terms: tuple[int, int], vocabulary: Vocabulary) -> Signal:
    """Return what keeps two texts apart in which these terms stand for one another."""
    return Signal(MOULD, APART_LOG_ODDS, " / ".join(map(vocabulary.word, terms)))


def _have_one_mould(mine: Sequence[int], theirs: Sequence[int]) -> bool:
    """Tell whether the leads share much, in order."""
    lead, other_lead = (words[words.index(TITLE_END) + 1 :] for words in (mine, theirs))
    shorter = min(len(lead), len(other_lead))
    return shorter >= MOULD_LEAST and LCSseq.similarity(lead, other_lead) >= MOULD_SHARE * shorter


def _other_days(one: Opening, other: Opening) -> set[tuple[int, int]]:
    """Return the terms of days of one month that the titles name, each its own."""
    mine, theirs = ({day for _, day in opening.days} for opening in (one, other))
    return {
        (term, other_term)
        for (term, day), (other_term, other_day) in product(one.days, other.days)
        if day // 32 == other_day // 32 and day not in theirs and other_day not in mine
    }


def _runs(words: Sequence[int], own: AbstractSet[int]) -> Iterator[Run]:
    """Yield where a text's own words stand, those that follow one another as one."""
    start = None
    for place, word in enumerate((*words, TITLE_END)):
        if word in own:
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def _are_framed_alike(mine: Sequence[int], theirs: Sequence[int], run: Run, other_run: Run) -> bool:
    """Tell whether the same words stand on both sides of two runs; what begins or ends a text needs one side."""
    before = _shared(mine[: run[0]][::-1], theirs[: other_run[0]][::-1])
    after = _shared(mine[run[1] :], theirs[other_run[1] :])
    has_sides = (before or not run[0]) and (after or run[1] == len(mine))
    return bool(has_sides) and before + after >= MOULD_FRAME


def _shared(mine: Sequence[int], theirs: Sequence[int]) -> int:
    """Return how many words two texts share from their start."""
    pairs = enumerate(zip(mine, theirs, strict=False))
    return next((count for count, (one, other) in pairs if one != other), min(len(mine), len(theirs)))
