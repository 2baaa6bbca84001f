"""Mistyped words are told by what is left when one character is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.search.fusing import fuse
from octavo.search.spelling import best, edits, is_spelled, keys

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüабвгд", min_size=4, max_size=12)


@given(WORDS, st.integers(0, 12), st.sampled_from("abxyzö"))
def test_words_one_mistake_apart_share_a_key(word: str, place: int, letter: str) -> None:
    place = min(place, len(word) - 1)
    changed = word[:place] + letter + word[place + 1 :]
    swapped = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    for other in (changed, swapped, word[:place] + word[place + 1 :], word[:place] + letter + word[place:]):
        assert edits(word, other) <= 1
        assert set(keys(word)) & set(keys(other))


def test_the_nearest_word_is_meant_and_of_equals_the_commoner() -> None:
    known = [("earthquake", 40), ("earthquakes", 9), ("earthwork", 80)]
    assert best("eathquake", known) == "earthquake"
    assert best("earthqauke", known) == "earthquake"
    assert best("port", [("part", 5), ("post", 9), ("fort", 90)]) == "post"
    assert best("velmora", [("valencia", 3)]) is None


@pytest.mark.parametrize(("token", "spelled"), [("storm", True), ("um", False), ("2026", False), ("지진", False)])
def test_only_words_of_letters_are_respelled(token: str, spelled: bool) -> None:
    assert is_spelled(token) is spelled


def test_both_ways_of_finding_lift_an_article() -> None:
    held, further = fuse([1, 2, 3], [3, 9, 1])
    assert held == [1, 3, 2]
    assert further == [9]


def test_what_holds_the_words_stands_before_what_is_only_near() -> None:
    assert fuse([], [7, 8]) == ([], [7, 8])
    assert fuse([5], [7, 8]) == ([5], [7, 8])
