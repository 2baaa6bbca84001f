"""What a sentence states must stand in what it cites: numbers with units, names, quotations; reports that differ."""

from decimal import Decimal

import pytest

from octavo.core.quantities import quantities
from octavo.core.types import Cite, CitedSentence, Summary
from octavo.enrich import Length, SourceArticle, summarise
from octavo.enrich.verification import Unsupported, faults, reason, unsupported

SPAN = 'Harbour master Ilse Tarn said on Monday that 212 passengers, or 4.5 per cent, paid $1.2 million: "never again".'
NORTH = SourceArticle(
    "north",
    "Ferry aground near Velmar",
    "A night ferry carrying 212 passengers ran aground on a sandbank near Velmar on Sunday.\n"
    "Mayor Ilse Tarn said that the channel will be surveyed by 4 May 2031 at a cost of $3 million.",
    "en",
    "North Wire",
)
SOUTH = SourceArticle(
    "south",
    "Passengers safe after ferry runs aground",
    "The night ferry ran aground near Velmar with 240 passengers on a sandbank, and nobody was hurt.\n"
    "Ilse Tarn will answer questions of the council of Velmar about buoys that had drifted in a storm.",
    "en",
    "South Post",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$25 billion", [(Decimal(25_000_000_000), "$")]),
        ("1.234,5 km und 1,500.50", [(Decimal("1234.5"), "km"), (Decimal("1500.5"), "")]),
        ("4-7%", [(4, ""), (7, "%")]),
        ("twenty-five of two hundred", [(25, ""), (200, "")]),
        ("12만 명, 1.2 million", [(120_000, ""), (1_200_000, "")]),
        ("no number", []),
    ],
)
def test_quantities(text: str, found: list[tuple[Decimal, str]]) -> None:
    assert [(one.value, one.unit) for one in quantities(text)] == found


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("On Monday, Ilse Tarn said that 212 passengers paid $1.2 million.", []),
        ("Ilse Tarn said that 213 passengers paid.", ["number"]),
        ("Ilse Tarn said that 4.5 passengers paid €1.2 million.", ["number"]),
        ("Jonas Tarn said that 212 passengers paid.", ["name"]),
        ('Ilse Tarn said "Never again."', []),
        ('Ilse Tarn said "never more".', ["quotation"]),
    ],
)
def test_what_the_span_does_not_hold(sentence: str, kinds: list[str]) -> None:
    assert [one.kind for one in unsupported(sentence, [SPAN])] == kinds


def test_reports_that_differ_are_told_apart_and_both_cited() -> None:
    told = next(one for one in summarise([NORTH, SOUTH], "en").sentences if len(one.cites) == 2)
    assert told.text == "North Wire reports 212 passengers, South Post 240 passengers."
    texts = {"north": NORTH.text, "south": SOUTH.text}
    assert [texts[cite.article][cite.start : cite.end] for cite in told.cites] == ["212 passengers", "240 passengers"]


class Liar:
    """A provider that says more than it cites."""

    name = "liar"

    def summarise(self, articles: object, language: str, length: Length = Length.PARAGRAPH) -> Summary:
        return Summary(
            "Ferry",
            (
                CitedSentence("A night ferry carrying 312 passengers ran aground.", (Cite("north", 0, 86),)),
                CitedSentence("A night ferry ran aground near Velmar on Sunday.", (Cite("north", 0, 86),)),
                CitedSentence("Nothing is cited here.", ()),
            ),
        )


def test_what_is_not_supported_is_dropped_with_its_reason() -> None:
    summary = summarise([NORTH], "en", provider=Liar())
    assert [one.text for one in summary.sentences] == ["A night ferry ran aground near Velmar on Sunday."]
    assert [one.reason.partition(":")[0] for one in summary.dropped] == [
        "number not in the source",
        "citation not in the source",
    ]


def test_lengths() -> None:
    counts = [len(summarise([NORTH, SOUTH], "en", length).sentences) for length in Length]
    assert counts[0] == 1
    assert counts[0] < counts[1] <= 6
    assert counts[1] <= counts[2] <= 12


def test_key_facts_are_cited_word_for_word() -> None:
    facts = summarise([NORTH, SOUTH], "en").facts
    texts = {"north": NORTH.text, "south": SOUTH.text}
    for fact in facts:
        cite = fact["cites"][0]  # type: ignore[index]
        assert texts[cite["article"]][cite["start"] : cite["end"]] == fact["text"]
    told = {(fact["kind"], fact["text"]) for fact in facts}
    assert {("who", "Ilse Tarn"), ("amount", "$3 million"), ("when", "Sunday")} <= told
    assert [fact["by"] for fact in facts if fact["kind"] == "commitment"] == ["4 May 2031"]


def test_a_reason_is_read_back_as_its_faults() -> None:
    wrong = (Unsupported("Tarn; of Velmar", "name"), Unsupported("212", "number"), Unsupported("said; so", "meaning"))
    assert faults(reason(wrong)) == wrong
    assert (reason(()), faults(""), faults("it is odd")) == ("", (), ())
