"""Related stories: what they share, in words, and nothing to fill the space."""

import pytest

from octavo.core.types import FoldInput
from octavo.stories.related import StoryTexts, related
from tests.unit import happenings

_ARTICLES = tuple(
    article
    for _, article in happenings.told(
        [
            ("pact", happenings.PACT_MADE[0]),
            ("pact", happenings.PACT_MADE[1]),
            ("ahead", happenings.PACT_AHEAD),
            ("levy", happenings.LEVY),
            ("clocks", happenings.UNRELATED),
            ("quake", happenings.QUAKE_NORTH[0]),
        ]
    )
)
PACT = StoryTexts("n0", "n0", _ARTICLES[:2])
AHEAD = StoryTexts("n2", "n0", _ARTICLES[2:3])
LEVY = StoryTexts("n3", "n3", _ARTICLES[3:4])
CLOCKS = StoryTexts("n4", "n4", _ARTICLES[4:5])
QUAKE = StoryTexts("n5", "n5", _ARTICLES[5:])
ALL = [PACT, AHEAD, LEVY, CLOCKS, QUAKE]


def test_the_thread_first_then_the_same_summit() -> None:
    found = related(PACT, ALL)
    assert [(one.other, one.reason) for one in found] == [("n2", "thread"), ("n3", "summit")]
    assert found[1].terms[0] == "Corvel League summit"
    assert "Port Sable" in found[1].terms


def test_nothing_fills_the_space() -> None:
    assert related(CLOCKS, ALL) == []
    assert related(QUAKE, ALL) == []


def test_the_count_is_kept() -> None:
    assert [one.other for one in related(PACT, ALL, count=1)] == ["n2"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Teachers began a strike over pay in Velmora. Schools in Velmora stayed closed. Velmora waits.",
            "A missile strike destroyed a depot near Velmora. Velmora heard explosions. Velmora waits.",
        ),
        (
            "A storm of protest met the tax in Karsia. Traders in Karsia shut their shops. Karsia waits.",
            "A storm flooded the coast of Karsia. Hundreds left their homes in Karsia. Karsia waits.",
        ),
    ],
)
def test_a_place_and_a_word_that_means_another_thing_there_relate_nothing(one: str, other: str) -> None:
    told = [
        StoryTexts(str(number), str(number), (FoldInput(id=str(number), title="", text=text, language="en"),))
        for number, text in enumerate((one, other))
    ]
    assert related(told[0], told) == []
