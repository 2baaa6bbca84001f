"""Joining what was found by words with what was found by meaning."""

from collections.abc import Sequence

from octavo.search.constants import FUSION_RANK, MEANING_ONLY_COUNT


def fuse(by_words: Sequence[int], by_meaning: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the ids that hold the words, reordered by both ranks, then those that are near in meaning alone."""
    nearness = {one: _share(rank) for rank, one in enumerate(by_meaning)}
    scores = {one: _share(rank) + nearness.get(one, 0.0) for rank, one in enumerate(by_words)}
    ordered = sorted(by_words, key=lambda one: -scores[one])
    return ordered, [one for one in by_meaning if one not in scores][:MEANING_ONLY_COUNT]


def _share(rank: int) -> float:
    return 1.0 / (FUSION_RANK + rank + 1)
