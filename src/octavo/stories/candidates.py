"""Which stories an article might belong to, in bounded time: by rare terms and by vectors."""

from collections.abc import Iterable
from heapq import nlargest

import numpy as np

from octavo.core.vectors import Vectors
from octavo.stories.constants import POSTINGS


class TermIndex:
    """Term to the newest stories that hold it."""

    def __init__(self) -> None:
        self._postings: dict[str, list[int]] = {}

    def add(self, story: int, terms: Iterable[str]) -> None:
        """Note that `story` holds `terms`."""
        postings = self._postings
        for term in terms:
            held = postings.get(term)
            if held is None:
                postings[term] = [story]
            else:
                held.append(story)
                if len(held) > 2 * POSTINGS:
                    del held[:-POSTINGS]

    def search(self, weights: Iterable[tuple[str, float]], count: int) -> list[int]:
        """Return up to `count` stories that share the most weight, best first."""
        scores: dict[int, float] = {}
        for term, weight in weights:
            for story in self._postings.get(term, ()):
                scores[story] = scores.get(story, 0.0) + weight
        return nlargest(count, scores, key=lambda story: (scores[story], story))


class VectorIndex:
    """Story vectors, searched exactly."""

    def __init__(self, dim: int) -> None:
        self._rows = np.zeros((1024, dim), dtype=np.float32)
        self._stories: list[int] = []
        self._place: dict[int, int] = {}

    def put(self, story: int, vector: Vectors) -> None:
        """Set the story's vector, float32 (dim,), L2-normalised."""
        place = self._place.get(story)
        if place is None:
            place = self._place[story] = len(self._stories)
            self._stories.append(story)
            if place >= len(self._rows):
                self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[place] = vector

    def remove(self, story: int) -> None:
        """Forget the story."""
        place = self._place.pop(story, None)
        if place is None:
            return
        last = self._stories.pop()
        if last != story:
            self._stories[place] = last
            self._place[last] = place
            self._rows[place] = self._rows[len(self._stories)]

    def search(self, vector: Vectors, count: int) -> list[int]:
        """Return up to `count` stories, nearest first."""
        held = len(self._stories)
        if not held:
            return []
        likeness = self._rows[:held] @ vector
        count = min(count, held)
        best = np.argpartition(-likeness, count - 1)[:count]
        return [self._stories[i] for i in best[np.argsort(-likeness[best], kind="stable")]]
