"""Average linkage: who is together, by how likely each pair is."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from octavo.stories.linkage import linked


def _linked(count: int, likely: dict[tuple[int, int], float], **asked: object) -> list[list[int]]:
    given = {"at_least": 0.5, "alone": 0.5, "known": 16, **asked}
    return linked(count, likely.items(), **given)  # type: ignore[arg-type]


def test_likely_pairs_are_together_and_others_alone() -> None:
    assert _linked(4, {(0, 2): 0.9, (1, 3): 0.2}) == [[0, 2], [1], [3]]


def test_one_bridge_does_not_chain_two_groups() -> None:
    within = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (3, 4): 0.9, (3, 5): 0.9, (4, 5): 0.9}
    assert _linked(6, {**within, (2, 3): 0.95}) == [[0, 1], [2, 3], [4, 5]]
    assert _linked(6, {**within, (2, 3): 0.85}) == [[0, 1, 2], [3, 4, 5]]


def test_a_pair_that_is_not_known_speaks_against() -> None:
    assert _linked(3, {(0, 1): 0.9, (1, 2): 0.8}) == [[0, 1], [2]]


def test_of_a_great_group_only_so_many_are_asked_for() -> None:
    great = dict.fromkeys(combinations(range(6), 2), 0.9)
    near = {(0, 6): 0.8, (1, 6): 0.8}
    assert _linked(7, {**great, **near}, known=2) == [[0, 1, 2, 3, 4, 5, 6]]
    assert _linked(7, {**great, **near}, known=6) == [[0, 1, 2, 3, 4, 5], [6]]


def test_glued_ones_are_together_whatever_the_pairs_say() -> None:
    assert _linked(4, {(0, 1): 0.0, (1, 2): 0.9}, glued=[(0, 1), (1, 0), (0, 3)]) == [[0, 1, 3], [2]]


def test_what_is_left_alone_joins_the_one_group_that_is_near() -> None:
    group = {(0, 1): 0.9, (0, 2): 0.4, (1, 2): 0.4}
    assert _linked(3, group) == [[0, 1], [2]]
    assert _linked(3, group, alone=0.35) == [[0, 1, 2]]
    assert _linked(3, group, alone=0.45) == [[0, 1], [2]]


def test_what_is_left_alone_stays_so_where_something_speaks_against() -> None:
    group = {(0, 1): 0.9, (0, 2): 0.4, (1, 2): 0.4}
    assert _linked(4, {**group, (2, 3): 0.3}, alone=0.35) == [[0, 1], [2], [3]]
    assert _linked(4, {**group, (2, 3): 0.1}, alone=0.35) == [[0, 1, 2], [3]]
    assert _linked(2, {(0, 1): 0.4}, alone=0.35) == [[0], [1]]
    assert _linked(3, group, alone=0.35, against=[(1, 2)]) == [[0, 1], [2]]


def test_what_is_left_alone_is_judged_by_the_group_as_it_is_by_then() -> None:
    """The second is near to the first two alone, and far from what joined them."""
    near = {(0, 1): 0.9, (0, 2): 0.4, (1, 2): 0.4, (0, 3): 0.4, (1, 3): 0.4}
    assert _linked(4, near, alone=0.35) == [[0, 1, 2], [3]]


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(0, 1), max_size=28))
def test_everyone_is_in_one_group(drawn: dict[tuple[int, int], float]) -> None:
    likely = {(one, other): share for (one, other), share in drawn.items() if one < other}
    groups = _linked(8, likely, alone=0.35)
    assert sorted(member for group in groups for member in group) == list(range(8))
    assert groups == sorted(groups)
