"""Threads of the demo's news are those that its authors meant, where its stories are."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from octavo.core.types import FoldInput, Verdict
from octavo.core.vectors import local_embedder
from octavo.stories import Folder, sentence_for_vector
from tests.farm.truth import Truth, truths
from tests.unit import happenings

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
QUAKES = (
    (
        "Strong quake hits Velmora coast, at least nine dead",
        "A magnitude 6.4 earthquake shook the Velmora coast of Ostravia early on Tuesday, killing at least nine "
        "people and bringing down dozens of brick houses in the old quarter of the port, officials said. The tremor "
        "struck at 4:52 a.m. local time at a depth of 11 kilometres. Interior Minister Pavo Lindqvar said the army "
        "had sent 400 soldiers. Power was out in large parts of Velmora and the coastal railway was closed for "
        "inspection.",
    ),
    (
        "Landslides hamper rescue after Qasran quake",
        "Boulders blocking the only road into the Suleira highlands slowed rescuers on Thursday after an earthquake of "
        "magnitude 5.9 flattened mud-brick homes in a string of villages in northern Qasran. Four people were "
        "confirmed dead. Helicopters brought out some of the 60 injured, Governor Yusef Al-Damiri said. In Bir Hadun, "
        "a hamlet of 300, hardly a house was left standing, residents said by phone.",
    ),
)


def _match(winner: str, loser: str, goals: str, scorer: str, other: str, spectators: str) -> tuple[str, str]:
    return (
        f"{winner} gegen {loser} {goals}",
        f"{winner} hat am 24. Spieltag der Nordliga {goals} gegen {loser} gewonnen. Vor {spectators} Zuschauern trafen "
        f"{scorer} für die Gastgeber und {other} für die Gäste. Trainer und Spieler sprachen nach dem Abpfiff von "
        f"einem ehrlichen Ergebnis. In der Tabelle der Nordliga rückt {winner} zwei Plätze vor.",
    )


MATCHES = (
    _match("Rotfels", "Blau-Weiß Altmar", "2:1", "Kunze und Adeyo", "Pralle", "31.400"),
    _match("VfL Tannrode", "Sportclub Isenau", "3:2", "Pfister und Moll", "Ziegert", "15.300"),
    _match("Rapid Obermark", "Concordia Steyn", "4:1", "Hasek und Nowik", "Duval", "9.800"),
)


def article(one: Truth) -> FoldInput:
    text = "\n".join(one.paragraphs)
    return FoldInput(one.id, one.title, text, publisher=one.publisher, published=one.published, language=one.language)


@pytest.fixture(scope="module")
def told() -> list[tuple[Truth, FoldInput]]:
    """The demo's originals in order, with their vectors."""
    found = [one for one in truths(NOW).values() if one.verdict is Verdict.ARTICLE and not one.copy_of]
    found.sort(key=lambda one: one.published)
    articles = [article(one) for one in found]
    vectors = local_embedder().encode([sentence_for_vector(one) for one in articles])
    return [(one, replace(a, vector=v.tobytes())) for one, a, v in zip(found, articles, vectors, strict=True)]


def test_the_first_report_of_an_event_finds_what_it_develops_from(told: list[tuple[Truth, FoldInput]]) -> None:
    seen: set[str] = set()
    wrong = []
    for place, (one, first) in enumerate(told):
        if one.event in seen:
            continue
        earlier = {before.thread for before, _ in told[:place]}
        seen.add(one.event)
        folding = Folder(local_embedder())
        for before, known in told[:place]:
            folding.remember(known, before.event, before.thread)
        found = folding.fold(first)
        if found.story == first.id and found.thread != (one.thread if one.thread in earlier else first.id):
            wrong.append((one.event, found.thread))
    assert wrong == []


def test_a_story_develops_from_one_of_weeks_before(told: list[tuple[Truth, FoldInput]]) -> None:
    by_event: dict[str, list[tuple[Truth, FoldInput]]] = {}
    for report, known in told:
        by_event.setdefault(report.event, []).append((report, known))
    threads = Counter(reports[0][0].thread for reports in by_event.values())
    found, wrong = 0, []
    for place, (event, reports) in enumerate(by_event.items()):
        if threads[reports[0][0].thread] == 1 and place % 6:
            continue
        folding = Folder(local_embedder())
        for before, known in told:
            if before.event != event:
                folding.remember(known, before.event, before.thread)
        one, first = reports[0]
        thread = folding.fold(replace(first, published=NOW + timedelta(days=30))).thread
        if thread != first.id:
            found += 1
            wrong += [(event, thread)] if thread != one.thread else []
    assert wrong == []
    assert found >= 3


@pytest.mark.parametrize(("days", "is_one_thread"), [(10, True), (55, True), (70, False)])
def test_a_thread_reaches_over_weeks_and_a_story_does_not(days: int, *, is_one_thread: bool) -> None:
    folding = Folder(local_embedder())
    title, text = happenings.BRIDGE_PROMISED
    promised = folding.fold(FoldInput("promised", title, text, published=NOW, language="en"))
    title, text = happenings.BRIDGE_DELAYED
    delayed = folding.fold(FoldInput("delayed", title, text, published=NOW + timedelta(days=days), language="en"))
    assert delayed.story != promised.story
    assert (delayed.thread == promised.thread) is is_one_thread


@pytest.mark.parametrize("told", [QUAKES, MATCHES], ids=["quakes in two lands", "matches of one day"])
@pytest.mark.parametrize("by_block", [False, True], ids=["as they come", "looked over"])
def test_like_events_are_of_no_thread(told: tuple[tuple[str, str], ...], *, by_block: bool) -> None:
    folding = Folder(local_embedder())
    articles = [FoldInput(title, title, text, published=NOW, publisher="Echo") for title, text in told]
    folded = folding.fold_block(articles) if by_block else [*folding.fold_all(articles)]
    assert [one.thread for one in folded] == [one.id for one in folded]
