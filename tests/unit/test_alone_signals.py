"""Two articles alone: what each signal tells of them, and that like happenings and later steps are other stories."""

import numpy as np
import pytest

from octavo.core.types import FoldInput
from octavo.core.vectors import local_embedder
from octavo.stories.alone_signals import ALONE_SIGNALS
from octavo.stories.pairs import PairJudge

Told = tuple[str, str]
FIRE = (
    "Warehouse burns down in Elster",
    "A warehouse of 2,400 square metres burned down in Elster on the night of 4 May. The flames were seen from "
    "Sundel. Seventy firefighters fought it until morning, nobody was hurt.",
)
FIRE_RETOLD = (
    "Elster warehouse destroyed by flames overnight",
    "Firefighters needed until morning to put out the flames in Elster that destroyed a warehouse of 2,400 square "
    "metres on 4 May. No one was hurt, the brigade said.",
)
FIRE_ELSEWHERE = (
    "Warehouse burns down in Corvo",
    "A warehouse of 900 square metres burned down in Corvo in the night of 6 May. Forty firefighters from Marfa "
    "fought it until morning, nobody was hurt.",
)
ARREST = (
    "Owner of burned warehouse held over insurance",
    "Police in Elster have held Jon Ferrow, who owned the warehouse that burned down in May, on suspicion of fraud. "
    "Prosecutor Mara Quist said that he had insured it for 3.5 million a week before.",
)
RUSSIAN_FIRE = (
    "В Эльстере сгорел склад",
    "Склад площадью 2400 квадратных метров сгорел в Эльстере в ночь на 4 мая. Пожар тушили до утра семьдесят "
    "пожарных, пострадавших нет.",
)
RUSSIAN_FIRE_RETOLD = (
    "Огонь уничтожил склад в Эльстере",
    "Пожарные до утра тушили склад площадью 2400 квадратных метров в Эльстере, огонь уничтожил его в ночь на 4 мая. "
    "Никто не пострадал.",
)
RUSSIAN_FIRE_ELSEWHERE = (
    "В Корво сгорел ангар",
    "Ангар площадью 900 квадратных метров сгорел под Корво в ночь на 6 мая. Пожар тушили до утра сорок пожарных из "
    "Марфы, пострадавших нет.",
)
SPANISH_FIRE = (
    "Arde una nave industrial en Elster",
    "Una nave de 2.400 metros cuadrados ardió en Elster en la madrugada del 4 de mayo. Setenta bomberos apagaron las "
    "llamas por la mañana y no hubo heridos.",
)
SPANISH_FIRE_RETOLD = (
    "Las llamas destruyen una nave industrial de Elster",
    "Los bomberos apagaron por la mañana las llamas que destruyeron en Elster una nave industrial de 2.400 metros "
    "cuadrados en la madrugada del 4 de mayo, sin heridos.",
)
SPANISH_FIRE_ELSEWHERE = (
    "Arde una fábrica en Corvo",
    "Una fábrica de 900 metros cuadrados ardió en Corvo en la madrugada del 6 de mayo. Cuarenta bomberos de Marfa "
    "apagaron las llamas y no hubo heridos.",
)
KOREAN_FIRE = (
    "엘스터 물류창고 화재…2400㎡ 전소",
    "4일 새벽 엘스터의 물류창고에서 불이 나 2400㎡를 태우고 아침에 꺼졌다고 소방당국이 밝혔다. 소방관 70명이 "
    "투입됐으며 다친 사람은 없다.",
)
KOREAN_FIRE_RETOLD = (
    "엘스터 창고 불로 모두 타…소방관 70명 투입",
    "소방당국은 4일 새벽 엘스터 물류창고에 난 불을 소방관 70명을 투입해 아침에 껐다고 밝혔다. 창고 2400㎡가 모두 "
    "탔으나 다친 사람은 없다.",
)
EVERY = (
    *(FIRE, FIRE_RETOLD, FIRE_ELSEWHERE, ARREST, RUSSIAN_FIRE, RUSSIAN_FIRE_RETOLD, RUSSIAN_FIRE_ELSEWHERE),
    *(SPANISH_FIRE, SPANISH_FIRE_RETOLD, SPANISH_FIRE_ELSEWHERE, KOREAN_FIRE, KOREAN_FIRE_RETOLD),
)


def _article(told: Told) -> FoldInput:
    return FoldInput(told[0], *told)


JUDGES = [PairJudge(map(_article, EVERY), embedder) for embedder in (None, local_embedder())]


def _signals(one: Told, other: Told) -> dict[str, float]:
    found = JUDGES[0].evidence(_article(one), _article(other))
    assert found is not None
    return dict(zip(ALONE_SIGNALS, found[0].tolist(), strict=True))


@pytest.mark.parametrize("judge", JUDGES, ids=["plain", "vectors"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIRE, FIRE_RETOLD),
        (RUSSIAN_FIRE, RUSSIAN_FIRE_RETOLD),
        (SPANISH_FIRE, SPANISH_FIRE_RETOLD),
        (KOREAN_FIRE, KOREAN_FIRE_RETOLD),
    ],
    ids=["English", "Russian", "Spanish", "Korean"],
)
def test_one_event_retold_is_one_story(judge: PairJudge, one: Told, other: Told) -> None:
    assert judge.log_odds(_article(one), _article(other)) > 0


@pytest.mark.parametrize("judge", JUDGES, ids=["plain", "vectors"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIRE, FIRE_ELSEWHERE),
        (RUSSIAN_FIRE, RUSSIAN_FIRE_ELSEWHERE),
        (SPANISH_FIRE, SPANISH_FIRE_ELSEWHERE),
        (FIRE, ARREST),
    ],
    ids=["English", "Russian", "Spanish", "a later step"],
)
def test_what_is_like_or_follows_is_another_story(judge: PairJudge, one: Told, other: Told) -> None:
    assert judge.log_odds(_article(one), _article(other)) < 0


def test_signals_are_the_same_either_way_round() -> None:
    assert _signals(FIRE, ARREST) == pytest.approx(_signals(ARREST, FIRE))


def test_names_of_a_title_that_the_other_lacks_are_weighed() -> None:
    here, elsewhere = _signals(FIRE, FIRE_RETOLD), _signals(RUSSIAN_FIRE, RUSSIAN_FIRE_ELSEWHERE)
    assert (here["lacked_names"], here["places"]) == (0.0, 0.0)
    assert elsewhere["lacked_names"] > 5.0
    assert elsewhere["places"] == -1.0


def test_names_alone_are_no_deeds() -> None:
    opened = ("Mara Quist opens harbour", "On Tuesday Mara Quist opened Elster harbour.")
    left = ("Why Mara Quist resigned", "Yesterday Mara Quist resigned.")
    assert _signals(opened, left)["deeds"] == 0.0
    assert _signals(FIRE, FIRE_RETOLD)["deeds"] > _signals(FIRE, ARREST)["deeds"] > 0.0


def test_a_number_that_either_lacks_counts_where_the_other_lacks_one_too() -> None:
    toll, higher, silent = (("Ferry sinks", f"The ferry sank {with_} aboard.") for with_ in ("with 80", "with 82", ""))
    assert _signals(toll, higher)["lacked_numbers"] == 1.0
    assert _signals(toll, silent)["lacked_numbers"] == 0.0


def test_years_and_small_numbers_are_no_figures() -> None:
    assert _signals(FIRE, FIRE_RETOLD)["figures"] == pytest.approx(np.log(2.0))
    assert _signals(("Budget of 2026", "It has 12 chapters."), ("Plans for 2026", "In 12 towns."))["figures"] == 0.0


def test_a_title_is_known_by_its_letters_whatever_its_endings() -> None:
    assert _signals(("Склады", ""), ("Складами", ""))["letters"] > 0.0
    assert _signals(("Склады", ""), ("Причалы", ""))["letters"] == 0.0


@pytest.mark.parametrize("other", [("", ""), ("", FIRE[1]), FIRE])
def test_what_says_nothing_is_no_reason(other: Told) -> None:
    assert np.isfinite(list(_signals(("", ""), other).values())).all()
