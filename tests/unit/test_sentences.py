"""Sentences end where they end, not at every stop."""

import pytest

from octavo.core.text import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Durch ein Tor in der 93. Minute hat der Klub das Spiel gedreht. Alle sangen.",
        "Sie feierte am 24. Juni ihren 40. Geburtstag. Alle sangen.",
        "Es war der 3. Streik seit dem 18. Jahrhundert. Alle sangen.",
    ],
)
def test_a_german_ordinal_ends_no_sentence(text: str) -> None:
    found = sentences(text, "de")
    assert [span.text for span in found][1:] == ["Alle sangen."]
    assert all(text[span.start : span.end] == span.text for span in found)


@pytest.mark.parametrize(
    "text", ["Das war 1998. Alle sangen.", "Dann kam Nr. 7. Alle sangen.", "Ihr blieben 40. Alle sangen."]
)
def test_a_number_may_end_a_german_sentence(text: str) -> None:
    assert [span.text for span in sentences(text, "de")][1:] == ["Alle sangen."]


def test_an_ordinal_at_a_line_s_end_ends_its_sentence() -> None:
    assert [span.text for span in sentences("Er stieg auf in die 3.\nAlle sangen.", "de")] == [
        "Er stieg auf in die 3.",
        "Alle sangen.",
    ]
