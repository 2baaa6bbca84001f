"""Related stories: what they share, in words, and nothing to fill the space."""

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
