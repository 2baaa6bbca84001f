"""What folding keeps of one article."""

import numpy as np
import pytest

from octavo.core.types import FoldInput
from octavo.stories.digest import NAME, are_among, counted
from octavo.stories.vocabulary import Vocabulary


@pytest.mark.parametrize("others", [[7, 5, 6], [5, 6, 7], [9, 7, 0]])
def test_a_term_is_known_beside_others_that_are_not_there(others: list[int]) -> None:
    assert are_among(np.array([3, 7], dtype=np.int32), np.array(others, dtype=np.int32)).tolist() == [False, True]


def test_nothing_is_among_nothing() -> None:
    nothing, terms = np.empty(0, dtype=np.int32), np.array([3, 7], dtype=np.int32)
    assert are_among(terms, nothing).tolist() == [False, False]
    assert are_among(nothing, terms).tolist() == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Storm nears the port, Ardenza waits.", {"ardenza"}),
        ("Rain fell.\nNorvik said so-Called things to O'Brien-Kast.", {"o'brien-kast"}),
        ("Вчера в порту Ардензы ждали. Шторм близко.", {"ардензы"}),
        ("Gestern, Ölberg;Über", {"ölberg"}),
    ],
)
def test_names_are_what_has_a_capital_inside_a_sentence(text: str, names: set[str]) -> None:
    vocabulary = Vocabulary()
    read = counted(FoldInput("a", "", text), vocabulary, is_across=False)
    named = set(read.terms[read.weights[:, NAME] > 0].tolist())
    assert named == set(vocabulary.numbers(sorted(names)).tolist())
