"""Looking over a block of articles once all are there.

An article that comes early is folded by what is known then; a story that began with a misleading report draws others
in. So full texts are compared again, pair by pair, and grouped anew by average linkage. A headline says too little to
be compared with another alone: it stays with the story that it was folded into.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.core.types import Signal
from octavo.stories.constants import AGAINST_LOG_ODDS, KNOWN_PAIRS, LEFT_ALONE, ONE_STORY, UNLIKE_VECTOR
from octavo.stories.decide import Judge, strongest
from octavo.stories.digest import Digest
from octavo.stories.linkage import linked
from octavo.stories.moulds import APART_LOG_ODDS, apart, opening, swapped
from octavo.stories.pair_signals import PAIR_SIGNALS, Pairs, near_pairs
from octavo.stories.postings import Rows
from octavo.stories.signals import PLACE, Signals, signals_of
from octavo.stories.ties import Ties
from octavo.stories.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Hindsight:
    """Full texts grouped anew, by their places in the block, with the evidence of pairs at hand."""

    groups: list[list[int]]
    articles: Sequence[Digest]
    pairs: Pairs
    log_odds: NDArray[np.float32]
    """Of each pair, float32 (n_pairs,)."""
    judge: Judge
    apart: Mapping[int, Signal]
    """Pairs that are of two stories however like they are, and what says so."""
    round_ups: AbstractSet[int]
    """Texts that hold several on different things; each is a group by itself."""

    def beside(self, place: int) -> Rows:
        """Return the pairs of the text at `place`, likeliest first."""
        found = np.flatnonzero((self.pairs.ones == place) | (self.pairs.others == place))
        return found[np.argsort(-self.log_odds[found], kind="stable")]

    def other(self, pair: int, place: int) -> int:
        """Return the other text of a pair."""
        return int(self.pairs.ones[pair] + self.pairs.others[pair]) - place

    def why(self, pair: int) -> tuple[Signal, ...]:
        """Return what speaks most for or against the pair."""
        if pair in self.apart:
            return (self.apart[pair],)
        return strongest(PAIR_SIGNALS, self.judge.weights(self.pairs.evidence[pair]))

    def likeness(self, pair: int) -> Signals:
        """Return how like the two texts of a pair are."""
        one, other = self._texts(pair)
        marks_names = one.has_capitals and other.has_capitals and one.across.script == other.across.script
        return signals_of(self.pairs.evidence[pair], marks_names=marks_names)

    def swapped(self, pair: int) -> bool:
        """Tell whether the two texts of a pair are of one mould."""
        one, other = self._texts(pair)
        return swapped(opening(one), opening(other), one.terms, other.terms) is not None

    def _texts(self, pair: int) -> tuple[Digest, Digest]:
        return self.articles[self.pairs.ones[pair]], self.articles[self.pairs.others[pair]]


def looked_over(articles: Sequence[Digest], vocabulary: Vocabulary, judge: Judge, tied: Ties) -> Hindsight:
    """Group full texts anew; of what is `tied`, copies are of one story."""
    pairs = near_pairs(articles, vocabulary)
    log_odds = judge.log_odds(pairs.evidence)
    likely = np.flatnonzero(log_odds > 0)
    kept_apart = _of_one_publisher(articles, pairs, likely) | _moulds(articles, vocabulary, pairs, likely)
    log_odds[[*kept_apart]] = APART_LOG_ODDS
    known = list(zip(pairs.ones.tolist(), pairs.others.tolist(), strict=True))
    round_ups = tied.round_ups({known[pair] for pair in np.flatnonzero(log_odds > 0).tolist()})
    log_odds[[not round_ups.isdisjoint(pair) for pair in known]] = APART_LOG_ODDS
    shares = 1.0 / (1.0 + np.exp(-log_odds))
    against = np.flatnonzero((pairs.evidence[:, PLACE["numbers"]] < 0) | (log_odds < AGAINST_LOG_ODDS))
    groups = linked(
        len(articles),
        zip(known, shares.tolist(), strict=True),
        at_least=ONE_STORY,
        alone=LEFT_ALONE,
        known=KNOWN_PAIRS,
        glued=tied.glued_without(round_ups),
        against=(known[pair] for pair in against.tolist()),
    )
    return Hindsight(groups, articles, pairs, log_odds, judge, kept_apart, round_ups)


def _of_one_publisher(articles: Sequence[Digest], pairs: Pairs, likely: Rows) -> dict[int, Signal]:
    """Return which `likely` pairs are one publisher's reports of two things, and what says so.

    Nobody tells one event twice in quite other words; and what it told ahead is over where it tells what came of it.
    """
    found = {}
    for pair in likely.tolist():
        one, other = articles[pairs.ones[pair]], articles[pairs.others[pair]]
        if not one.publisher or (one.publisher, one.language) != (other.publisher, other.language):
            continue
        if one.is_ahead != other.is_ahead:
            found[pair] = Signal("time", APART_LOG_ODDS)
        elif one.vector is not None and pairs.evidence[pair, PLACE["vector"]] < UNLIKE_VECTOR:
            found[pair] = Signal("vector", APART_LOG_ODDS)
    return found


def _moulds(articles: Sequence[Digest], vocabulary: Vocabulary, pairs: Pairs, likely: Rows) -> dict[int, Signal]:
    """Return which `likely` pairs are of one mould, and what keeps them apart."""
    openings, found = [opening(article) for article in articles], {}
    for pair in likely.tolist():
        one, other = int(pairs.ones[pair]), int(pairs.others[pair])
        if terms := swapped(openings[one], openings[other], articles[one].terms, articles[other].terms):
            found[pair] = apart(terms, vocabulary)
    return found
