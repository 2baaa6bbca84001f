"""How a reader arranges sections: read from anything, written back the same."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from octavo.editions.arrangement import Arrangement
from octavo.enrich import CATEGORIES


@dataclass(frozen=True)
class Section:
    category: str


@given(st.lists(st.sampled_from(list(CATEGORIES)), unique=True), st.sets(st.sampled_from(list(CATEGORIES))))
def test_what_is_written_is_read_back(order: list[str], folded: set[str]) -> None:
    chosen = Arrangement(tuple(order), frozenset(folded))
    assert Arrangement.read(chosen.text) == chosen


@given(st.text())
def test_any_text_is_an_arrangement(text: str) -> None:
    chosen = Arrangement.read(text)
    assert set(chosen.order) | chosen.folded <= set(CATEGORIES)


def test_chosen_sections_come_first_and_the_others_stay_in_their_order() -> None:
    edition = [Section(one) for one in ("politics", "health", "weather", "sport")]
    arranged = Arrangement(("sport", "education", "health")).arranged(edition)
    assert [one.category for one in arranged] == ["sport", "health", "politics", "weather"]


def test_a_section_folds_and_opens_where_it_stands() -> None:
    folded = Arrangement(("sport",), frozenset({"health"})).folding("sport", is_folded=True)
    assert folded.text == "-sport.--health"
    assert folded.folding("health", is_folded=False).folding("sport", is_folded=False).text == "sport"


def test_a_section_moves_by_one_and_no_further_than_the_ends() -> None:
    shown = ("politics", "health", "sport")
    assert Arrangement().moved("sport", -1, shown).order == ("politics", "sport", "health")
    assert Arrangement().moved("politics", -1, shown).order == shown
    assert Arrangement().moved("sport", 1, shown).order == shown
    assert Arrangement().moved("none", 1, shown) == Arrangement()
