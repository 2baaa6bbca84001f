"""Examples that folding is learned from: evidence as it arises in a stream, with how right a join would be."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.fold_sets import LabelledSet
from octavo.core.types import FoldInput
from octavo.core.vectors import Embedder
from octavo.stories.constants import LONG_TOKENS
from octavo.stories.digest import Digest, counted, sentence_for_vector, with_language
from octavo.stories.open_stories import OpenStories
from octavo.stories.pair_signals import near_pairs
from octavo.stories.signals import PLACE, Evidence
from octavo.stories.vocabulary import Vocabulary

SPLITS = (0.02, 0.08, 0.25)
"""How often a report starts a fragment of its own, drawn for each story: folding's own mistakes are of all sizes."""
STRAYS = 0.15
"""How often one that does so joins the story of the most like words instead, which makes stories of mixed reports."""
DRAWS_COUNT = 4
"""How often each set is run through, with other mistakes each time."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Evidence float32 (n, n_signals), right float32 (n,) 0..1, weight float32 (n,), folds int64 (n,) in 2**FOLDS.

    folds: a bit for each fold that the articles of an example are of.
    """

    evidence: Evidence
    right: NDArray[np.float32]
    weight: NDArray[np.float32]
    folds: NDArray[np.int64]

    def without(self, fold: int) -> "Examples":
        """Return those in which no article of this fold has a part."""
        return self.only((self.folds >> fold) & 1 == 0)

    def only(self, kept: NDArray[np.bool_]) -> "Examples":
        """Return those that `kept`, bool (n,), says."""
        return Examples(self.evidence[kept], self.right[kept], self.weight[kept], self.folds[kept])

    def at_home(self) -> "Examples":
        """Return those in one language."""
        return self.only(self.evidence[:, PLACE["is_foreign"]] == 0)

    def that_tell(self, share: float = 0.0) -> "Examples":
        """Return these, those in one language weighing but `share` where none of them is right.

        Of meantime's reports, told in four languages each, no two in one language are of one story: pairs in one
        language taught what this set is, undated as it is. Without them ecbplus, left out of learning, is folded at
        .90 rather than .53.
        """
        is_at_home = self.evidence[:, PLACE["is_foreign"]] == 0
        if self.right[is_at_home].any():
            return self
        weight = np.where(is_at_home, np.float32(share) * self.weight, self.weight)
        return Examples(self.evidence, self.right, weight, self.folds).only(weight > 0)


def story_examples(given: LabelledSet, embedder: Embedder | None) -> Examples:
    """Run the set through open stories that are right but for drawn mistakes; each article meets its candidates.

    Right is the share of a candidate's articles that are of the article's story.
    """
    streams = [_Stream(given, embedder, seed) for seed in range(1, DRAWS_COUNT + 1)]
    met = [stream.take(place) for stream in streams for place in range(len(given.articles))]
    counts = [len(one.right) for one in met]
    return Examples(
        np.concatenate([one.evidence for one in met]),
        np.concatenate([one.right for one in met]),
        np.repeat([1.0 / max(1, count) for count in counts], counts).astype(np.float32),
        np.concatenate([one.folds for one in met]),
    )


class _Stream:
    """Open stories as folding might have left them: fragments of the true ones, and some that mix."""

    def __init__(self, given: LabelledSet, embedder: Embedder | None, seed: int) -> None:
        self._given = given
        self._embedder = embedder
        self._chance = random.Random(seed)
        self._open = OpenStories(embedder.dim if embedder else 0)
        self._members: dict[str, Counter[str]] = defaultdict(Counter)
        self._folds: dict[str, int] = defaultdict(int)
        self._splits: dict[str, float] = {}
        self._fragments: dict[str, list[str]] = defaultdict(list)

    def take(self, place: int) -> Examples:
        """Let the next article meet its candidates, and put it into a story."""
        article, true = self._given.articles[place], self._given.stories[place]
        asked = self._open.query(_digest(self._open.digest(with_language(article)), article, self._embedder))
        rows = self._open.candidates(asked)
        evidence, ids = self._open.signals(asked, rows), [self._open.at(int(row)).id for row in rows]
        own = 1 << self._given.fold(place)
        right = np.array([self._share(one, true) for one in ids], dtype=np.float32)
        folds = np.array([self._folds[one] | own for one in ids], dtype=np.int64)
        story = self._drawn(article.id, true, ids, evidence)
        if 2 * self._members[story][true] >= self._members[story].total():
            self._fragments[true].append(story)
        self._members[story][true] += 1
        self._folds[story] |= own
        self._open.add(asked, story, story)
        return Examples(evidence, right, np.ones(len(ids), dtype=np.float32), folds)

    def _share(self, story: str, true: str) -> float:
        return self._members[story][true] / self._members[story].total()

    def _drawn(self, article: str, true: str, ids: Sequence[str], evidence: Evidence) -> str:
        split = self._splits.setdefault(true, self._chance.choice(SPLITS))
        if self._fragments[true] and self._chance.random() > split:
            return self._chance.choice(self._fragments[true])
        if self._fragments[true] and ids and self._chance.random() < STRAYS:
            return ids[int(np.argmax(evidence[:, PLACE["terms"]]))]
        return article


def pair_examples(given: LabelledSet, embedder: Embedder | None) -> Examples:
    """Compare near full texts of the set in pairs; right is 1 for two of one story. A set of headlines has none."""
    vocabulary = Vocabulary()
    read = list(_read(given, embedder, vocabulary))
    places = [place for place, one in enumerate(read) if one.length >= LONG_TOKENS]
    if 2 * len(places) < len(read):
        places = []
    pairs = near_pairs([read[place] for place in places], vocabulary)
    ones, others = ([places[one] for one in side.tolist()] for side in (pairs.ones, pairs.others))
    right = [given.stories[one] == given.stories[other] for one, other in zip(ones, others, strict=True)]
    folds = [1 << given.fold(one) | 1 << given.fold(other) for one, other in zip(ones, others, strict=True)]
    return Examples(
        pairs.evidence,
        np.array(right, dtype=np.float32),
        np.ones(len(right), dtype=np.float32),
        np.array(folds, dtype=np.int64),
    )


def _read(given: LabelledSet, embedder: Embedder | None, vocabulary: Vocabulary) -> Iterator[Digest]:
    for article in given.articles:
        yield _digest(counted(with_language(article), vocabulary), article, embedder)


def _digest(read: Digest, article: FoldInput, embedder: Embedder | None) -> Digest:
    read.vector = embedder.encode([sentence_for_vector(article)])[0] if embedder else None
    return read
