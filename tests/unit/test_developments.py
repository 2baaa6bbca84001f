"""What was new at a step: word for word, with its place, and nothing that an earlier report holds."""

from octavo.enrich import SourceArticle
from octavo.enrich.developments import ONLY_SHARE, developments

CALLED = SourceArticle(
    "1",
    "Straits leaders called to Port Sabel",
    "Leaders of the six straits will meet in Port Sabel on Thursday to talk about freight rates.\n"
    "The price of a container has risen by a third since the spring, the harbour office said.",
    "en",
    "Harbour Courier",
)
AGREED = SourceArticle(
    "2",
    "Straits leaders agree on convoys",
    "Leaders of the six straits agreed at dawn to escort merchant ships with four frigates.\n"
    "The price of a container has risen by a third since the spring, the harbour office said.\n"
    "Tarvan, which has no coast, wrote the formula that shares the cost by tonnage.",
    "en",
    "Meridian Press",
)


def test_what_was_known_is_not_new() -> None:
    found = developments([CALLED], [AGREED], "en")
    texts = [sentence.text for sentence in found]
    assert texts == [AGREED.text.split("\n")[0], AGREED.text.split("\n")[2]]
    for sentence in found:
        (cite,) = sentence.cites
        assert AGREED.text[cite.start : cite.end] == sentence.text


def test_a_retold_story_brings_nothing_new() -> None:
    assert developments([CALLED, AGREED], [AGREED], "en") == ()


def test_the_readers_language_is_preferred() -> None:
    german = SourceArticle(
        "3", "Geleitschutz vereinbart", "Sechs Staaten wollen Frachter von vier Fregatten begleiten lassen.", "de", "B"
    )
    assert [one.cites[0].article for one in developments([CALLED], [AGREED, german], "de")] == ["3"]


def test_copies_tell_nothing_of_their_own() -> None:
    copy = SourceArticle("4", AGREED.title, AGREED.text, "en", "Echo", copy_of="2")
    assert {one.cites[0].article for one in developments([CALLED], [copy, AGREED], "en")} == {"2"}


def test_two_sentences_as_new_as_each_other_are_both_told() -> None:
    texts = ("Vineyard owners near Castrel welcomed rain yesterday.", "Nurses marched through Brinmoor demanding rest.")
    reports = [SourceArticle(str(n), f"Title {n}", text, "en") for n, text in enumerate(texts, start=5)]
    assert [one.text for one in developments([CALLED], reports, "en")] == list(texts)


def test_the_news_of_a_report_is_what_its_title_is_about() -> None:
    text = (
        "The clock of the town hall stopped at nine minutes past four, and gulls cried.\n"
        "Behind the shutters whole families waited for daylight with wet candles.\n"
        "The cyclone killed four people on the islands and tore the roof off a hospital."
    )
    report = SourceArticle("5", "Cyclone kills four people and unroofs hospital", text, "en")
    assert text.split("\n")[2] in [one.text for one in developments([CALLED], [report], "en")]


def test_what_others_say_in_other_words_is_not_called_one_report_s_own() -> None:
    text = "The owner of the ferry was sentenced to nine years in prison for having forged papers of the lost ship."
    others = [
        SourceArticle("6", "Nine years", "The ferry owner must go to prison for nine years: forged papers.", "en")
    ]
    report = SourceArticle("5", "Owner jailed", text, "en")
    assert developments(others, [report], "en", share=ONLY_SHARE) == ()
