"""Questions to begin with: each is answered by the reports that it was made of."""

import pytest

from octavo.core.vectors import local_embedder
from octavo.enrich.answering import Archive, ask, suggested
from octavo.enrich.inputs import SourceArticle

LANGUAGES = ("ar", "de", "en", "es", "ja", "ko", "ms", "zh")
LANDSLIDE = (
    SourceArticle(
        "gazette",
        "Landslide in Ostergrad kills 14",
        "A landslide in the town of Ostergrad killed 14 people on Tuesday and buried nine houses.\n"
        "Another 31 people were injured, the hospital said. Governor Milena Tarcs closed the valley road.\n"
        "\u201cNobody may go back before the slope has dried,\u201d said Milena Tarcs.\n"
        "Clearing the road will cost 3 million crowns.",
        "en",
    ),
    SourceArticle(
        "bote",
        "Erdrutsch in Ostergrad: 14 Tote",
        "Bei einem Erdrutsch in Ostergrad sind am Dienstag 14 Menschen gestorben.\n"
        "31 Menschen wurden verletzt. Gouverneurin Milena Tarcs ließ die Straße durch das Tal sperren.",
        "de",
    ),
)


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive(LANDSLIDE, local_embedder())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_suggested_is_answered(archive: Archive, language: str) -> None:
    questions = suggested(archive, language)
    assert questions
    assert len(set(questions)) == len(questions)
    assert all(ask(archive, one, language).answered for one in questions)


def test_they_ask_for_what_the_reports_tell(archive: Archive) -> None:
    questions = suggested(archive, "en")
    assert "How many people were killed in Ostergrad?" in questions
    told = ask(archive, "How many people were killed in Ostergrad?").sentences
    assert any("14" in one.text for one in told)


def test_nothing_is_suggested_of_what_is_not_told() -> None:
    text = "It will be mild and dry all over the country until the weekend."
    weather = SourceArticle("w", "Mild and dry", text, "en")
    assert not any("killed" in one or "injured" in one for one in suggested(Archive([weather], local_embedder()), "en"))


def test_a_language_without_words_for_it_has_none(archive: Archive) -> None:
    assert suggested(archive, "xx") == ()


def test_no_articles_give_no_questions() -> None:
    assert suggested(Archive([], local_embedder()), "en") == ()
