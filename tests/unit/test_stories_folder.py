"""Folding: traps, languages, threads, and the window put back as it was."""

from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from octavo.core.types import Folded, FoldInput
from octavo.core.vectors import local_embedder
from octavo.stories import Folder
from octavo.stories.refold import refold
from tests.unit import happenings
from tests.unit.newsroom import BEGAN


def _partition(folded: list[Folded], true: list[str]) -> tuple[list[set[str]], list[set[str]]]:
    found: dict[str, set[str]] = {}
    wanted: dict[str, set[str]] = {}
    for one, story in zip(folded, true, strict=True):
        found.setdefault(one.story, set()).add(one.id)
        wanted.setdefault(story, set()).add(one.id)
    return sorted(found.values(), key=sorted), sorted(wanted.values(), key=sorted)


_ALL = [
    *(("north", one) for one in happenings.QUAKE_NORTH),
    *(("south", one) for one in happenings.QUAKE_SOUTH),
    *(("one", one) for one in happenings.MATCH_ONE),
    *(("two", one) for one in happenings.MATCH_TWO),
    ("clocks", happenings.UNRELATED),
]


@pytest.mark.parametrize("with_vectors", [True, False])
@pytest.mark.parametrize("step", [1, 2, 4, 5, 7])
def test_like_texts_of_different_events_stay_apart(step: int, *, with_vectors: bool) -> None:
    shuffled = [_ALL[(place * step) % len(_ALL)] for place in range(len(_ALL))]
    labelled = happenings.told(shuffled)
    folding = Folder(local_embedder() if with_vectors else None)
    found, wanted = _partition([folding.fold(article) for _, article in labelled], [story for story, _ in labelled])
    assert found == wanted


def test_one_event_across_languages_is_one_story() -> None:
    texts = {
        "en": (
            "Bridge over the Selde collapses in Marnau",
            "A railway bridge over the river Selde collapsed in Marnau.",
        ),
        "de": (
            "Brücke über die Selde in Marnau eingestürzt",
            "Eine Eisenbahnbrücke über den Fluss Selde ist in Marnau eingestürzt.",
        ),
        "es": (
            "Se derrumba un puente sobre el Selde en Marnau",
            "Un puente ferroviario sobre el río Selde se derrumbó en Marnau.",
        ),
        "ko": ("마르나우에서 젤데강 다리 붕괴", "마르나우의 젤데강 철도 다리가 무너졌다."),
    }
    folding = Folder(local_embedder())
    stories = [
        folding.fold(FoldInput(code, title, text, published=BEGAN, language=code)).story
        for code, (title, text) in texts.items()
    ]
    assert set(stories) == {"en"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_looks_ahead_is_a_story_of_its_own_in_the_same_thread(order: tuple[int, ...]) -> None:
    told = [("pact", happenings.PACT_MADE[0]), ("pact", happenings.PACT_MADE[1]), ("ahead", happenings.PACT_AHEAD)]
    articles = [happenings.told(told)[place][1] for place in order]
    folding = Folder(local_embedder())
    folded = {one.id: one for one in (folding.fold(article) for article in articles)}
    assert folded["n0"].story == folded["n1"].story
    assert folded["n2"].story == "n2"
    assert len({one.thread for one in folded.values()}) == 1


def test_another_outcome_of_the_same_summit_is_another_story() -> None:
    told = [("pact", one) for one in happenings.PACT_MADE] + [("levy", happenings.LEVY)]
    folding = Folder(local_embedder())
    folded = [folding.fold(article) for _, article in happenings.told(told)]
    assert folded[0].story == folded[1].story
    assert folded[2].story == "n2"


def test_a_decision_says_why() -> None:
    folding = Folder()
    folded = [folding.fold(article) for _, article in happenings.told([("a", one) for one in happenings.QUAKE_NORTH])]
    assert folded[0].why == ()
    assert {"terms", "title"} <= {signal.name for signal in folded[1].why}


def test_a_copy_joins_its_originals_story() -> None:
    title, text = happenings.LEVY
    labelled = happenings.told([("levy", (title, text * 2)), ("levy", ("What else happened today", text * 2))])
    folding = Folder()
    folded = [folding.fold(article) for _, article in labelled]
    assert folded[1].story == "n0"
    assert folded[1].copy is not None
    assert [signal.name for signal in folded[1].why] == ["copy"]


def test_stories_close_after_the_window() -> None:
    first, second = happenings.QUAKE_NORTH
    folding = Folder(window_seconds=86400)
    folding.fold(happenings.told([("a", first)])[0][1])
    title, text = happenings.UNRELATED
    folding.fold(FoldInput("later", title, text, published=BEGAN + timedelta(days=3), language="en"))
    late = FoldInput("late", *second, published=BEGAN + timedelta(days=3), language="en")
    assert folding.fold(late).story == "late"


def _dated(told: tuple[str, str], days: float | None, number: int) -> FoldInput:
    published = None if days is None else BEGAN + timedelta(days=days)
    return FoldInput(f"d{number}", *told, publisher=f"Paper {number}", published=published, language="en")


@pytest.mark.parametrize("with_vectors", [True, False])
@pytest.mark.parametrize(
    ("days", "is_one"),
    [
        ((0, 30_000, 0.2), True),
        ((0, -30_000, 0.2), True),
        ((0, None, 0.2), True),
        ((0, 0.1, 150), False),
        ((150, 0.1, 0), False),
    ],
    ids=["a far date between", "a long past one between", "none between", "months later", "months earlier"],
)
def test_stories_close_by_what_the_arriving_article_says(
    days: tuple[float, ...], *, is_one: bool, with_vectors: bool
) -> None:
    told = [happenings.QUAKE_NORTH[0], happenings.UNRELATED, happenings.QUAKE_NORTH[1]]
    folding = Folder(local_embedder() if with_vectors else None)
    folded = [folding.fold(_dated(one, day, number)) for number, (one, day) in enumerate(zip(told, days, strict=True))]
    assert (folded[2].story == "d0") is is_one
    assert folded[1].story == "d1"


def test_an_undated_article_at_first_keeps_no_story_open() -> None:
    titles = [(title, "") for title, _ in happenings.QUAKE_NORTH]
    told = [(("Clocks go forward", ""), None), (titles[0], 0), (("Band sails with pears", ""), 60), (titles[1], 150)]
    folding = Folder()
    assert [folding.fold(_dated(*one, number)).story for number, one in enumerate(told)] == ["d0", "d1", "d2", "d3"]


def test_an_article_that_comes_late_joins_its_story() -> None:
    """More than a week after what came last, and a day after its story's last."""
    folding = Folder()
    folding.fold(_dated(happenings.QUAKE_NORTH[0], 0, 0))
    for number in range(1, 12):
        folding.fold(_dated((f"Choir {number} of Jarnsby sings", f"Song {number} was sung."), 8.5, number))
    assert folding.fold(_dated(happenings.QUAKE_NORTH[1], 1, 20)).story == "d0"


_SHUFFLED = st.permutations(range(len(_ALL)))


@settings(max_examples=20)
@given(_SHUFFLED)
def test_folding_a_window_again_does_not_depend_on_the_order(order: list[int]) -> None:
    articles = [article for _, article in happenings.told(_ALL)]
    assert refold(articles[place] for place in order) == refold(articles)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(_SHUFFLED, st.integers(0, len(_ALL)))
def test_a_window_put_back_decides_as_the_one_that_was(order: list[int], split: int) -> None:
    articles = [happenings.told(_ALL)[place][1] for place in order]
    before, after = Folder(), Folder()
    for article in articles[:split]:
        folded = before.fold(article)
        after.remember(article, folded.story, folded.thread, folded.copy)
    assert [before.fold(article) for article in articles[split:]] == [after.fold(one) for one in articles[split:]]
