"""Candidates by terms, and by vector: exact among few, by sketches among many."""

import numpy as np
import pytest
from numpy.typing import NDArray

from octavo.stories import candidates
from octavo.stories.candidates import TermIndex, VectorIndex, heaviest
from octavo.stories.postings import Rows


@pytest.fixture(params=[10_000, 100], ids=["few", "many"])
def index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> VectorIndex:
    monkeypatch.setattr(candidates, "EXACT_STORIES", request.param)
    found, drawn = VectorIndex(256), np.random.default_rng(2).standard_normal((2_000, 256)).astype(np.float32)
    for row, vector in enumerate(drawn / np.linalg.norm(drawn, axis=1, keepdims=True)):
        found.put(row, vector)
    return found


def test_the_nearest_are_found_nearest_first(index: VectorIndex) -> None:
    near = np.random.default_rng(3).standard_normal(256).astype(np.float32)
    near /= np.linalg.norm(near)
    for row, share in ((1_500, 0.9), (3, 0.8), (700, 0.7)):
        other = np.roll(near, row + 1)
        mixed = share * near + (1.0 - share) * other
        index.put(row, mixed / np.linalg.norm(mixed))
    assert index.search(near, 3).tolist() == [1_500, 3, 700]


def test_what_was_forgotten_is_not_found(index: VectorIndex) -> None:
    vector = np.zeros(256, dtype=np.float32)
    vector[0] = 1.0
    index.put(40, vector)
    assert index.search(vector, 1).tolist() == [40]
    index.put(40, np.zeros(256, dtype=np.float32))
    assert 40 not in index.search(vector, 6)


def test_an_empty_index_finds_nothing() -> None:
    assert VectorIndex(8).search(np.ones(8, dtype=np.float32), 6).tolist() == []


def test_stories_that_share_most_are_found_older_before_newer() -> None:
    index = TermIndex()
    for row in range(20):
        index.add(row, np.array([1, 2] if row % 10 == 7 else [1], dtype=np.int32))
    found = index.weighed(np.array([1, 2], dtype=np.int32), np.array([1.0, 0.5], dtype=np.float32))
    assert heaviest(found, 3).tolist() == [7, 17, 0]


def test_open_stories_are_found_behind_many_that_are_closed() -> None:
    index = TermIndex()
    for row in range(120):
        index.add(row, np.array([1] if row < 5 else [1, 2], dtype=np.int32))
    found = index.weighed(np.array([1, 2], dtype=np.int32), np.array([1.0, 0.5], dtype=np.float32))

    def are_open(rows: Rows) -> NDArray[np.bool_]:
        return rows < 5

    assert heaviest(found, 3, among=are_open).tolist() == [0, 1, 2]
