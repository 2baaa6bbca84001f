"""Related stories: what they share, in words, and nothing to fill the space."""

from time import process_time

import pytest

from octavo.core.types import FoldInput
from octavo.stories.phrases import phrases
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


def _of(text: str, language: str, name: str) -> StoryTexts:
    return StoryTexts(name, name, (FoldInput(id=name, title="", text=text, language=language),))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "de",
            "In Altmar wird es heute sonnig. Der Wind weht aus Nordwest. Die Sonne geht um sieben Uhr auf. Im Herbst "
            "kühlt es nachts ab. „Die Polizei warnt vor Glätte“, heißt es.",
            "In Isenau wird es morgen trüb. Der Wind weht aus Süden. Die Sonne zeigt sich kaum. Im Herbst fällt mehr "
            "Regen. „Die Polizei rät zur Vorsicht“, heißt es.",
        ),
        (
            "de",
            "In der Tabelle der Nordliga rückt Rotfels vor. Am Spieltag der Nordliga fielen vier Tore. Beim Trainer "
            "der Mannschaft war die Freude groß.",
            "In der Tabelle der Nordliga fällt Isenau zurück. Am Spieltag der Nordliga blieb es still. Beim Trainer "
            "der Mannschaft war der Ärger groß.",
        ),
        (
            "en",
            "On Thursday rain fell on Alden. In March it had been dry. At Easter the wells were empty. Oct. rains had "
            "failed.",
            "On Thursday the Corvo bank closed. In March it had lost money. At Easter its chief left. Oct. sales had "
            "failed.",
        ),
        (
            "en",
            "ALDEN (wire) - The summit on salt opened with a quarrel. Nobody left.",
            "CORVO, Nov 3 (wire) — The summit on wool closed with a song. Nobody slept.",
        ),
    ],
)
def test_what_opens_a_sentence_is_no_name_and_relates_nothing(language: str, one: str, other: str) -> None:
    told = [_of(one, language, "one"), _of(other, language, "other")]
    assert related(told[0], told) == []


@pytest.mark.parametrize(
    ("language", "one", "other", "terms"),
    [
        (
            "en",
            "In Velmora the canneries are older than the railway, and Karsten is far. Before Ostravia was a state it "
            "ate fish.",
            "Police in Velmora held three builders. They were taken to Karsten, said Ostravia's minister.",
            {"Velmora", "Karsten", "Ostravia"},
        ),
        (
            "es",
            "La Audiencia de Puerto Ceniza condenó a Remedios Alcántara. Según Edelmira Soto, cobró sobornos.",
            "Ante la Audiencia de Puerto Ceniza declaró Remedios Alcántara. El tribunal lo preside Edelmira Soto.",
            {"Audiencia de Puerto Ceniza", "Remedios Alcántara", "Edelmira Soto"},
        ),
    ],
)
def test_a_name_is_the_same_behind_what_opens_a_sentence(language: str, one: str, other: str, terms: set[str]) -> None:
    told = [_of(one, language, "one"), _of(other, language, "other")]
    (found,) = related(told[0], told)
    assert set(found.terms) == terms


def test_names_of_an_endless_sentence_are_read_in_time() -> None:
    article = FoldInput(id="a", title="Velmar", text="then Ada Lorne met Ines Marol in Velmar and " * 8000)
    started = process_time()
    phrases((article,))
    assert process_time() - started < 4
