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


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ja", "少なくとも41人が死亡、260人以上が負傷した。23人が行方不明になっている。", 2),
        ("ja", "政府は発表した。2日後に会議がある。次は東京。", 3),
        ("ja", "町長は「雨が降った。3日も続いた」と話した。2人が無事だった。", 2),
        ("ja", "町長（当時。3期目）は辞任した。", 1),
        ("zh", "造成15人死亡。3人失联。救援在继续。", 3),
        ("zh", "真的！3个。“他说。2人走了。”他走了。", 4),
    ],
)
def test_a_wide_mark_ends_a_sentence_before_a_digit_too(language: str, text: str, count: int) -> None:
    found = sentences(text, language)
    assert len(found) == count
    assert "".join(span.text for span in found) == text
    assert all(text[span.start : span.end] == span.text for span in found)


@pytest.mark.parametrize(
    ("sentence", "parting", "language"),
    [
        ("The river rose, and 1,200 people left their homes.", " ", "en"),
        ("„Wir bauen jedes Haus wieder auf.“ Er ging.", " ", "de"),
        ("洪水摧毁了45座桥梁。", "", "zh"),
    ],
)
def test_a_long_line_has_the_sentences_of_its_parts(sentence: str, parting: str, language: str) -> None:
    alone = [span.text for span in sentences(sentence, language)]
    text = parting.join([sentence] * 2_000) + " " * 30_000
    found = sentences(text, language)
    assert [span.text for span in found] == alone * 2_000
    assert all(text[span.start : span.end] == span.text for span in found)


def test_a_line_without_a_stop_is_read_to_its_end() -> None:
    text = "word " * 10_000
    assert "".join(span.text for span in sentences(text, "en")).replace(" ", "") == text.replace(" ", "")
