"""What a publisher puts under one report after another ties nothing together."""

from datetime import timedelta

import pytest

from octavo.core.types import FoldInput
from octavo.core.vectors import local_embedder
from octavo.stories import Folder
from octavo.stories.refrains import Refrains
from octavo.stories.vocabulary import Vocabulary
from tests.unit.newsroom import BEGAN

Reports = tuple[tuple[str, str], ...]
"""Titles and texts."""

ABOUT_US = (
    "Sign up for our morning letter and get the news of the Vale at seven. The Vale Observer is an independent paper "
    "that belongs to its readers. If you have a story for us, write to the desk or call between nine and five. All our "
    "journalism is free to read, thanks to the 6,200 people who support us."
)
VALE = (
    (
        "Library in Upper Vale opens on Sundays",
        "The library in Upper Vale will open on Sundays from January, the council decided. Librarian Ned Foss had "
        "asked for it for years. Two students will sit at the desk, and the café next door has promised to sell soup.",
    ),
    (
        "Two goats escape from farm near Lesser Vale",
        "Two goats escaped from Brimble Farm near Lesser Vale and were found eleven hours later in the car park of a "
        "supermarket. Greta Brimble said the younger one had learned to lift the latch. A cashier fed them lettuce.",
    ),
    (
        "Swimming pool in Valeton needs new roof",
        "The swimming pool in Valeton needs a new roof, which will cost two million, engineers found. Rust has eaten "
        "into eleven of its forty girders. Chairman Otis Rudge fears that it will be closed for two years.",
    ),
)
UEBER_UNS = (
    "Der Hennebote ist ein unabhängiges Blatt, das seinen Lesern gehört. Melden Sie sich für unseren Brief am "
    "Morgen an und erfahren Sie um sieben, was im Tal geschieht. Wenn Sie etwas für uns haben, schreiben Sie der "
    "Redaktion oder rufen Sie zwischen neun und siebzehn Uhr an. Alles, was wir berichten, ist frei zu lesen, "
    "dank 6.200 Förderern."
)
HENNE = (
    (
        "Bücherei in Oberhenne öffnet auch sonntags",
        "Die Bücherei in Oberhenne öffnet ab Januar auch sonntags, wie der Gemeinderat beschloss. Leiter Ned Foss "
        "hatte jahrelang darum gebeten. Zwei Studentinnen übernehmen die Ausleihe, das Café nebenan verkauft Suppe.",
    ),
    (
        "Zwei Ziegen büxen bei Niederhenne aus",
        "Zwei Ziegen sind von einem Hof bei Niederhenne ausgebrochen und elf Stunden später auf dem Parkplatz eines "
        "Supermarkts gefunden worden. Bäuerin Greta Brimbel sagte, die jüngere könne den Riegel heben.",
    ),
)


def _articles(reports: Reports, refrain: str) -> list[FoldInput]:
    return [
        FoldInput(
            title, title, f"{text}\n{refrain}", publisher="The Vale Observer", published=BEGAN + timedelta(hours=place)
        )
        for place, (title, text) in enumerate(reports)
    ]


@pytest.mark.parametrize(("reports", "refrain"), [(VALE, ABOUT_US), (HENNE, UEBER_UNS)], ids=["English", "German"])
def test_reports_that_share_a_refrain_alone_stay_apart(reports: Reports, refrain: str) -> None:
    articles = _articles(reports, refrain)
    folded = Folder(local_embedder()).fold_block(articles)
    assert [one.story for one in folded] == [one.id for one in articles]


FIRE = (
    "The glass roof of the Grand Arcade in Mellick collapsed after two hours of fire, the brigade said on Sunday.",
    "Smoke from the Grand Arcade could be seen across Mellick, and twelve engines came from as far away as Orsted.",
)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Grand Arcade fire in Mellick under control", f"It is out, says the brigade.\n{FIRE[1]}"),
        ("Blaze: what we know", f"The mayor is on his way.\n{FIRE[0]}\n{FIRE[1]}"),
    ],
    ids=["of a word of the title", "with the beginning of the earlier report"],
)
def test_what_is_taken_over_from_an_earlier_report_of_the_same_is_no_refrain(title: str, text: str) -> None:
    refrains, vocabulary = Refrains(), Vocabulary()
    earlier = FoldInput("earlier", "Roof of arcade collapses", "\n".join(FIRE), publisher="Mellick Mirror")
    assert refrains.without(earlier, vocabulary) == earlier
    later = FoldInput("later", title, text, publisher="Mellick Mirror")
    assert refrains.without(later, vocabulary) == later


def test_a_refrain_is_its_publishers_own() -> None:
    refrains, vocabulary = Refrains(), Vocabulary()
    one, other, _ = _articles(VALE, ABOUT_US)
    refrains.without(one, vocabulary)
    elsewhere = FoldInput("elsewhere", other.title, other.text, publisher="Another Paper")
    assert refrains.without(elsewhere, vocabulary) == elsewhere
    assert refrains.without(other, vocabulary).text == VALE[1][1]
