"""What mending did to stories: merged, split off or moved, each with the evidence that decided."""

from octavo.core.types import Signal
from octavo.stories.changes import Change, ChangeKind, Place, changes

TERMS, APART = (Signal("terms", 2.0),), (Signal("places", -3.0),)


def test_nothing_moved() -> None:
    assert changes([Place(1, 10, 10), Place(2, None, 10, TERMS)]) == []


def test_a_merged_story_says_which_article_tied_it() -> None:
    places = [Place(1, 10, 10), Place(2, 11, 10, TERMS), Place(3, 11, 10)]
    assert changes(places) == [Change(ChangeKind.MERGED, 10, 11, 2, TERMS, 2)]


def test_a_merged_story_that_came_first_is_tied_by_the_others_first() -> None:
    places = [Place(1, 11, 10), Place(2, 10, 10, TERMS), Place(3, 10, 10)]
    assert changes(places) == [Change(ChangeKind.MERGED, 10, 11, 2, TERMS, 1)]


def test_a_split_says_what_kept_its_first_article_apart() -> None:
    places = [Place(1, 10, 10), Place(2, 10, 12, APART), Place(3, 10, 12, TERMS)]
    assert changes(places) == [Change(ChangeKind.SPLIT, 12, 10, 2, APART, 2)]


def test_articles_move_between_living_stories() -> None:
    places = [Place(1, 10, 10), Place(2, 11, 11), Place(3, 10, 11, TERMS)]
    assert changes(places) == [Change(ChangeKind.MOVED, 11, 10, 3, TERMS, 1)]
