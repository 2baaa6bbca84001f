"""A story keeps its address where most of its articles stay."""

from hypothesis import given
from hypothesis import strategies as st

from octavo.stories.matching import continued


def test_a_group_continues_the_one_that_it_shares_most_with() -> None:
    groups = {"x": [1, 2, 3], "y": [4]}
    assert continued(groups, {1: 10, 2: 10, 3: 11, 4: 11}) == {"x": 10, "y": 11}


def test_a_split_story_keeps_its_address_at_the_larger_part() -> None:
    assert continued({"small": [1], "large": [2, 3]}, {1: 10, 2: 10, 3: 10}) == {"large": 10}


def test_of_equals_the_older_address_lives_on() -> None:
    assert continued({"x": [1, 2]}, {1: 20, 2: 10}) == {"x": 10}


@given(
    st.dictionaries(st.integers(0, 30), st.integers(0, 5)),
    st.dictionaries(st.integers(0, 30), st.integers(100, 105)),
)
def test_no_stored_group_is_continued_twice(fresh: dict[int, int], kept: dict[int, int]) -> None:
    groups: dict[int, list[int]] = {}
    for member, group in fresh.items():
        groups.setdefault(group, []).append(member)
    out = continued(groups, kept)
    assert len(set(out.values())) == len(out)
    assert set(out.values()) <= set(kept.values())
