"""Which words folding takes for names: headlines write many with a capital that are none."""

import pytest

from octavo.core.types import FoldInput
from octavo.stories.digest import NAME, counted
from octavo.stories.query import query
from octavo.stories.vocabulary import Vocabulary


def _names(*titles: str) -> set[str]:
    """Return the names of the last of some headlines, in a window that holds no more."""
    vocabulary = Vocabulary()
    for title in titles:
        read = counted(FoldInput("a", title, "", language="en"), vocabulary)
    asked = query(read, vocabulary).article
    return {vocabulary.word(int(term)) for term in asked.terms[asked.weights[:, NAME] > 0]}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Ostria cuts interest rate to 2.5 percent", {"ostria"}),
        ("Bank cuts interest rate in Ostria", {"ostria"}),
        ("Central Bank of Ostria Cuts Interest Rate", {"ostria"}),
        ("Bank cuts interest rate to 2.5 percent", set()),
    ],
)
def test_a_word_that_is_nowhere_small_is_a_name(title: str, names: set[str]) -> None:
    """Though it begins the headline, or all of it is in title case."""
    assert _names(title) == names


def test_what_others_write_small_is_no_name() -> None:
    """A rare word may begin a headline."""
    assert _names("Foldables outsell tablets") == {"foldables"}
    assert _names("Shops run out of foldables", "Prices of foldables fall", "Foldables outsell tablets") == set()
