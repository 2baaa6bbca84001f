"""Key phrases: telling words and repeated runs of them, names whole, stop words out."""

from pathlib import Path

import pytest

from octavo.core.errors import BadInput
from octavo.enrich.evaluate_keyphrases import by_vectors, evaluate, f1
from octavo.enrich.keyphrases import key_phrases, repeated_pairs

TEXT = (
    "Harbour plan splits Velmar\nThe council of Velmar debated the harbour plan on Monday. The harbour plan would move "
    "the fish market. Mayor Ilse Tarn said the fish market belongs to the harbour."
)


def test_what_the_text_turns_on_comes_first() -> None:
    found = [phrase.text.casefold() for phrase in key_phrases(TEXT, "en")]
    assert len(found) == 10
    assert {"harbour", "velmar", "fish market"} <= set(found)
    assert not {"the", "of", "would"} & set(found)


def test_scores_fall() -> None:
    scores = [phrase.score for phrase in key_phrases(TEXT, "en", 30)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("text", ["", "...", "the of and", "12 13"])
def test_nothing_telling_gives_nothing(text: str) -> None:
    assert key_phrases(text, "en") == []
    assert len(by_vectors(text)) in (0, 3)


def test_repeated_pairs() -> None:
    assert repeated_pairs(TEXT, "en")["fish", "market"] == 2


def test_f1_is_of_the_first_ten() -> None:
    assert f1(["a", "B"], ["b", "c"]) == 0.5
    assert f1([], ["b"]) == 0
    assert f1([*map(str, range(10)), "b"], ["b"]) == 0


def test_other_data_is_bad_input() -> None:
    with pytest.raises(BadInput):
        evaluate(Path(__file__))
