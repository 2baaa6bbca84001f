"""Questions to begin with: each is answered by the reports that it was made of."""

from datetime import UTC, datetime

import pytest

from octavo.core.vectors import local_embedder
from octavo.enrich.answering import Archive, ask, suggested
from octavo.enrich.answering.questions import Wanted, read_question
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


def test_an_earlier_case_is_not_asked_for() -> None:
    storm = SourceArticle(
        "w",
        "Storm nears the town of Ostergrad",
        "The town of Ostergrad was told to empty its lower streets before a storm that is due on Friday evening.\n"
        + "Buses left the market every ten minutes, and the schools on the hill were opened for the night.\n"
        + "The baker stayed. He had flour for two days, he said, and a boat on the roof of his own house.\n"
        + "Sandbags lay at every door of the lower streets by noon, and the ferry was tied up behind the mole.\n"
        + "Soldiers carried the books of the library up to the second floor until late in the afternoon.\n"
        + "In Ostergrad the last storm of this kind killed 23 people.",
        "en",
    )
    assert not any("killed" in one for one in suggested(Archive([storm], local_embedder()), "en"))


def test_korean_readers_are_asked_of_people_by_korean_names_and_of_no_bodies() -> None:
    reports = (
        SourceArticle(
            "k",
            "오스터시 마을버스 개편",
            "오스터시가 하루 세 번 다니던 마을버스 노선을 줄인다고 밝혔다. "
            "운수노조는 “고용 보장이 빠졌다”며 협의를 요구하고 있다. 시는 다음 달부터 새 시간표를 쓴다. "
            "이장 도만복(71) 씨는 “장날에는 버스를 늘려 달라”고 말했다.",
            "ko",
        ),
        SourceArticle(
            "e",
            "Ostergrad cuts its buses",
            "Governor Milena Tarcs cut the buses of Ostergrad on Monday. “It was the money,” said Milena Tarcs.",
            "en",
        ),
    )
    questions = suggested(Archive(reports, local_embedder()), "ko")
    assert any("도만복" in one for one in questions)
    assert not any("운수노조" in one or "Milena" in one for one in questions)


def test_what_the_headlines_do_not_name_first_is_no_place_of_the_dead() -> None:
    reports = (
        SourceArticle(
            "a",
            "Storm slams into Velmar, killing four",
            "A storm crossed the coast before dawn on Monday with winds of 180 kilometres an hour, killing 4 people. "
            "Velmar is dark. The storm took Velmar by surprise, and Velmar has no boats left.",
            "en",
        ),
        SourceArticle(
            "b",
            "The night the sea came up Quay Street",
            "The clock stopped at four. There were boats in Quay Street when it grew light. In Velmar 4 people died.",
            "en",
        ),
    )
    assert not any("Quay Street" in one for one in suggested(Archive(reports, local_embedder()), "en"))


def test_nobody_is_asked_for_by_a_name_that_the_reader_cannot_read() -> None:
    report = SourceArticle(
        "k",
        "오스터시 마을버스 개편",
        "오스터시가 하루 세 번 다니던 마을버스 노선을 줄인다고 밝혔다. 시는 다음 달부터 새 시간표를 쓴다. "
        "이장 도만복(71) 씨는 “장날에는 버스를 늘려 달라”고 말했다.",
        "ko",
    )
    archive = Archive([report], local_embedder())
    assert suggested(archive, "ko")
    assert suggested(archive, "en") == ()


def test_a_language_without_words_for_it_has_none(archive: Archive) -> None:
    assert suggested(archive, "xx") == ()


def test_no_articles_give_no_questions() -> None:
    assert suggested(Archive([], local_embedder()), "en") == ()


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Quake shakes Ostergrad",
            "An earthquake shook Ostergrad early on Tuesday and broke windows all over the town.\n"
            "In 1987 a quake of magnitude 7.5 killed 1,100 people and injured 3,000 in Ostergrad.",
        ),
        (
            "de",
            "Erdbeben erschüttert Ostergrad",
            "Ein Erdbeben hat am frühen Dienstag Ostergrad erschüttert und in der ganzen Stadt Fenster zerbrochen.\n"
            "1987 starben bei einem Beben der Stärke 7,5 in Ostergrad 1.100 Menschen, 3.000 wurden verletzt.",
        ),
        (
            "es",
            "Un terremoto sacude Ostergrad",
            "Un terremoto sacudió Ostergrad en la madrugada del martes y rompió ventanas en toda la ciudad.\n"
            "En 1987 un terremoto de magnitud 7,5 dejó 1.100 muertos y 3.000 heridos en Ostergrad.",
        ),
    ],
)
def test_what_an_earlier_case_did_is_not_asked_of_the_place(language: str, title: str, text: str) -> None:
    report = SourceArticle("q", title, text, language, published=datetime(2026, 3, 11, 10, tzinfo=UTC))
    archive = Archive([report], local_embedder())
    wanted = {read_question(one, language).wanted for one in suggested(archive, language)}
    assert Wanted.NUMBER not in wanted


def test_a_surname_is_no_fire() -> None:
    report = SourceArticle(
        "v",
        "Corvania votes for change",
        "The Alliance of the former mayor Sofia Brand won the election in Corvania on Sunday.\n"
        "Corvania has waited long, Sofia Brand told her supporters in Corvania on Sunday night.",
        "en",
    )
    assert not any("Brand in" in one for one in suggested(Archive([report], local_embedder()), "de"))


def test_a_question_whose_first_answer_is_another_passage_is_not_suggested() -> None:
    report = SourceArticle(
        "o",
        "Measles in Harlan County",
        "Of those infected in May, 41 needed a hospital and two have died, the department said.\n"
        "There have been 312 cases since May 9 in Harlan County. Forty-four people have needed hospital care.",
        "en",
    )
    archive = Archive([report], local_embedder())
    for question in suggested(archive, "en"):
        first = ask(archive, question, "en").sentences[0]
        assert "killed" not in question or "died" in first.text
