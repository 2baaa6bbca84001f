"""Looking over a block's short texts once all are there: what is left in fragments goes to the story that it is of.

A headline is folded by what is known when it comes. The first ones on an event share few words with those to come, and
start stories of their own; the one that most went to has the words of all of them in the end.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from octavo.core.types import Signal
from octavo.stories.constants import FRAGMENT_LIKELY
from octavo.stories.decide import Judge, strongest
from octavo.stories.digest import Digest
from octavo.stories.open_stories import OpenStories
from octavo.stories.signals import SIGNALS


def bring_together(opened: OpenStories, texts: Iterable[Digest], judge: Judge) -> dict[str, tuple[Signal, ...]]:
    """Put fragments into whole stories; return why, by the ids of the stories that are no more."""
    stories: dict[int, list[Digest]] = defaultdict(list)
    for text in texts:
        if (row := opened.row_of(text.id)) is not None:
            stories[row].append(text)
    fragments = {row: own for row, own in stories.items() if opened.is_fragment(row, len(own))}
    likeliest = {row: _likeliest(opened, row, own, judge) for row, own in fragments.items()}
    why = {}
    for row, (whole, share) in likeliest.items():
        if share >= FRAGMENT_LIKELY:
            why[opened.at(row).id] = _why(opened, fragments[row][0], whole, judge)
            opened.merge(whole, row)
    return why


def _likeliest(opened: OpenStories, own: int, texts: Sequence[Digest], judge: Judge) -> tuple[int, float]:
    """Return the whole story that the texts of the one at `own` are likeliest of, and how likely on the mean."""
    sums: dict[int, float] = defaultdict(float)
    for text in texts:
        asked = opened.query(text)
        rows = opened.candidates(asked)
        rows = rows[rows != own]
        shares = 1.0 / (1.0 + np.exp(-judge.log_odds(opened.signals(asked, rows))))
        for row, share in zip(rows.tolist(), shares.tolist(), strict=True):
            sums[row] += share
    wholes = [row for row in sums if opened.is_whole(row)]
    likeliest = max(wholes, key=sums.__getitem__, default=own)
    return likeliest, sums[likeliest] / len(texts)


def _why(opened: OpenStories, text: Digest, row: int, judge: Judge) -> tuple[Signal, ...]:
    evidence = opened.signals(opened.query(text), np.array([row]))
    return strongest(SIGNALS, judge.weights(evidence[0]))
