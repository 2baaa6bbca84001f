"""Texts of one mould that tell of different things: two towns' weather, two days' prices, one office's many notices.

Their words and their meaning are alike, and so nothing that is learned of likeness keeps them apart. What does: within
the same words, one has a name or a day of its own where the other has another; or it comes on another day and has
other numbers than the same publisher's had, or is its next under a heading that names nothing.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from octavo.core.types import Signal
from octavo.stories.constants import (
    MOULD_FRAME,
    MOULD_LEAST,
    MOULD_PAIRS_SLOT,
    MOULD_SHARE,
    MOULD_SLOT,
    OTHER_DAY_SECONDS,
    OWN_WEIGHT,
    RECURRING_VALUES,
    RUBRIC_SHARE,
    UNSURE_FRAMES,
)
from octavo.stories.digest import NAME, TERM, TITLE_END, Digest, are_among
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
    own: Terms
    """What it is about: names in its title, or written more than once; in a script without capitals any
    such terms but figures, which change as an event goes on."""
    has_capitals: bool
    slot: int
    """Its terms that one name takes at most."""
    days: tuple[tuple[int, int], ...]
    """The days that its title names: the term that the day is written as, and month * 32 + day."""
    values: Terms
    """Its numbers."""
    publisher: str
    moment: float | None

    def parted(self) -> tuple[list[int], list[int]]:
        """Return the words of its title and those of its lead."""
        words = self.words.tolist()
        end = words.index(TITLE_END)
        return words[:end], words[end + 1 :]


def opening(article: Digest) -> Opening:
    """Return how an article begins, of which a `query` was made: only then are its names known."""
    is_own = article.weights[:, TERM] >= OWN_WEIGHT
    if article.has_capitals:
        is_own &= article.weights[:, NAME] > 0
    own = article.terms[is_own]
    own = own[~are_among(own, article.digits)]
    slot = MOULD_PAIRS_SLOT if article.is_paired else MOULD_SLOT
    told = article.days, article.values, article.publisher, article.moment
    return Opening(article.opening, own, article.has_capitals, slot, *told)


def swapped(one: Opening, other: Opening, knows: Terms, other_knows: Terms) -> tuple[int, int] | None:
    """Return two terms that stand for one another, where the texts are of one mould or rubric and not of one thing.

    knows, other_knows: all terms of the one and of the other; what both know is nobody's own. Where names cannot be
    told from other words, two that mean the same stand for one another here and there, so twice is asked for.
    """
    if _are_of_one_rubric(one, other):
        return one.parted()[1][0], other.parted()[1][0]
    if _shared_share(one, other) < MOULD_SHARE:
        return None
    return _told_of(one, other, knows, other_knows) or _recurring(one, other, knows, other_knows)


def _told_of(one: Opening, other: Opening, knows: Terms, other_knows: Terms) -> tuple[int, int] | None:
    """Return two names or days that stand for one another in texts of one mould."""
    mine, theirs = one.words.tolist(), other.words.tolist()
    own, others_own = {*one.own.tolist()}, {*other.own.tolist()}
    days = _other_days(one, other)
    own_days, others_days = {day for day, _ in days}, {day for _, day in days}
    runs = (
        _runs(mine, {*other_knows.tolist()} - own_days, own | own_days, one.slot),
        _runs(theirs, {*knows.tolist()} - others_days, others_own | others_days, other.slot),
    )
    framed = Counter[tuple[int, int]]()
    for run, other_run in product(*runs):
        if _are_framed_alike(mine, theirs, run, other_run):
            words, others = mine[slice(*run)], theirs[slice(*other_run)]
            if found := next((pair for pair in product(words, others) if pair in days), None):
                return found
            framed.update(product(own.intersection(words), others_own.intersection(others)))
    needed = 1 if one.has_capitals and other.has_capitals else UNSURE_FRAMES
    return next((terms for terms, count in framed.items() if count >= needed), None)


def apart(terms: tuple[int, int], vocabulary: Vocabulary) -> Signal:
    """Return what keeps two texts apart in which these terms stand for one another."""
    return Signal(MOULD, APART_LOG_ODDS, " / ".join(map(vocabulary.word, terms)))


def _recurring(one: Opening, other: Opening, knows: Terms, other_knows: Terms) -> tuple[int, int] | None:
    """Return numbers that stand for one another in one publisher's texts of two days, of which most are others."""
    if not _are_of_two_days(one, other):
        return None
    mine, theirs = one.words.tolist(), other.words.tolist()
    values, others = {*one.values.tolist()}, {*other.values.tolist()}
    runs = _runs(mine, {*other_knows.tolist()}, values, one.slot)
    found = _runs(theirs, {*knows.tolist()}, others, other.slot)
    changed = [pair for pair in product(runs, found) if _are_framed_alike(mine, theirs, *pair)]
    count = min(len({*side}) for side in zip(*changed, strict=True)) if changed else 0
    if count < RECURRING_VALUES or count <= len(values & others):
        return None
    run, other_run = changed[0]
    return mine[run[0]], theirs[other_run[0]]


def _are_of_one_rubric(one: Opening, other: Opening) -> bool:
    """Tell whether one publisher's texts of two days differ under one title, which names nothing."""
    (title, lead), (other_title, other_lead) = one.parted(), other.parted()
    if not title or title != other_title or not _are_of_two_days(one, other):
        return False
    names_nothing = not one.has_capitals or {*one.own.tolist()}.isdisjoint(title)
    is_told = min(len(lead), len(other_lead)) >= MOULD_LEAST
    return names_nothing and is_told and _shared_share(one, other) < RUBRIC_SHARE


def _are_of_two_days(one: Opening, other: Opening) -> bool:
    """Tell whether they are one publisher's, and of two days."""
    if one.moment is None or other.moment is None or not one.publisher or one.publisher != other.publisher:
        return False
    return abs(one.moment - other.moment) >= OTHER_DAY_SECONDS


def _shared_share(one: Opening, other: Opening) -> float:
    """Return how much of the shorter lead the other has, in order; 0 where one is too short to tell."""
    (_, lead), (_, other_lead) = one.parted(), other.parted()
    shorter = min(len(lead), len(other_lead))
    return LCSseq.similarity(lead, other_lead) / shorter if shorter >= MOULD_LEAST else 0.0


def _other_days(one: Opening, other: Opening) -> set[tuple[int, int]]:
    """Return the terms of days of one month that the titles name, each its own."""
    mine, theirs = ({day for _, day in opening.days} for opening in (one, other))
    return {
        (term, other_term)
        for (term, day), (other_term, other_day) in product(one.days, other.days)
        if day // 32 == other_day // 32 and day not in theirs and other_day not in mine
    }


def _runs(words: Sequence[int], known: AbstractSet[int], telling: AbstractSet[int], slot: int) -> list[Run]:
    """Return where a few words stand together that the other text does not know, `telling` ones among them."""
    ends = [place for place, word in enumerate((*words, TITLE_END)) if word == TITLE_END or word in known]
    runs = ((before + 1, end) for before, end in pairwise((-1, *ends)))
    return [(a, b) for a, b in runs if 0 < b - a <= slot and not telling.isdisjoint(words[a:b])]


def _are_framed_alike(mine: Sequence[int], theirs: Sequence[int], run: Run, other_run: Run) -> bool:
    """Tell whether the same words stand on both sides of two runs; what begins or ends a text needs one side."""
    before = _shared(mine[: run[0]][::-1], theirs[: other_run[0]][::-1])
    if run[0] and not before:
        return False
    after = _shared(mine[run[1] :], theirs[other_run[1] :])
    return (after > 0 or run[1] == len(mine)) and before + after >= MOULD_FRAME


def _shared(mine: Sequence[int], theirs: Sequence[int]) -> int:
    """Return how many words two texts share from their start."""
    pairs = enumerate(zip(mine, theirs, strict=False))
    return next((count for count, (one, other) in pairs if one != other), min(len(mine), len(theirs)))
