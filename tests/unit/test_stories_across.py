"""Reports of one event in different scripts are known by their names and figures; like events stay apart."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from octavo.core.types import FoldInput
from octavo.core.vectors import local_embedder
from octavo.stories import Folder
from octavo.stories.across import across
from octavo.stories.digest import digest
from octavo.stories.vocabulary import Vocabulary

BEGAN = datetime(2031, 5, 6, 9, 0, tzinfo=UTC)
FERRY = {
    "en": (
        "Ferry runs aground off Dravenholm with 236 aboard",
        "The ferry Kastrelin ran aground off Dravenholm on Tuesday with 236 people aboard. Captain Ilmar Tessandor "
        "said the rudder had failed 1,450 metres from the quay. All were brought ashore.",
    ),
    "ko": (
        "드라벤홀름 앞바다서 여객선 좌초… 236명 탑승",
        "화요일 드라벤홀름 앞바다에서 236명을 태운 여객선 카스트렐린호가 좌초했다. "
        "일마르 테산도르 선장은 부두에서 1450m 떨어진 곳에서 키가 고장 났다고 말했다. 승객은 모두 구조됐다.",
    ),
    "ja": (
        "ドラーヴェンホルム沖でフェリー座礁、236人乗船",
        "火曜日、ドラーヴェンホルム沖で236人を乗せたフェリー「カストレリン」が座礁した。"
        "イルマル・テッサンドル船長は岸壁から1450メートルの地点で舵が故障したと述べた。全員が救助された。",
    ),
    "ru": (
        "Паром с 236 пассажирами сел на мель у Дравенхольма",
        "Паром «Кастрелин» во вторник сел на мель у Дравенхольма, на борту было 236 человек. Капитан Ильмар Тессандор "
        "сказал, что руль отказал в 1450 метрах от причала. Все доставлены на берег.",
    ),
    "ar": (
        "جنوح عبارة قبالة درافنهولم وعلى متنها 236 شخصا",
        "جنحت العبارة كاستريلين قبالة درافنهولم يوم الثلاثاء وعلى متنها 236 شخصا. وقال القبطان إلمار تيساندور إن الدفة "
        "تعطلت على بعد 1450 مترا من الرصيف. ونقل الجميع إلى البر.",
    ),
}
OTHER_FERRY = {
    "en": (
        "Ferry catches fire near Port Welmsey, 94 rescued",
        "The ferry Orindale caught fire near Port Welmsey on Tuesday and 94 people were taken off by lifeboats. "
        "Captain Judith Farrowby said the blaze began in the engine room 3,200 metres from the quay.",
    ),
    "ko": (
        "솔브리그 해협서 여객선 침수… 517명 대피",
        "화요일 솔브리그 해협에서 여객선 난트헤임호가 침수돼 517명이 대피했다. "
        "헨리크 보스가르드 선장은 부두에서 6700m 떨어진 곳에서 선체에 구멍이 났다고 말했다.",
    ),
}


def _told(texts: dict[str, tuple[str, str]], label: str) -> list[FoldInput]:
    return [
        FoldInput(f"{label}-{code}", *text, published=BEGAN + timedelta(minutes=20 * place), language=code)
        for place, (code, text) in enumerate(texts.items())
    ]


def _sounds(code: str) -> set[int]:
    return set(digest(_told({code: FERRY[code]}, "a")[0], Vocabulary()).across.sounds.tolist())


@pytest.mark.parametrize("code", ["ko", "ja", "ru", "ar"])
def test_names_sound_alike_in_another_script(code: str) -> None:
    assert len(_sounds("en") & _sounds(code)) >= 2


def test_figures_are_those_of_any_writing() -> None:
    found = [
        across(text, []).figures
        for text in ("1,450 metres and 1.2 million", "1450미터, 120만", "1.450 Meter, 1,2 Millionen")
    ]
    assert len(found[0]) == 2
    assert all(np.array_equal(found[0], other) for other in found[1:])


def test_years_and_small_counts_are_no_figures() -> None:
    assert len(across("In 2031, 12 of 30 ships sailed for 7 days", []).figures) == 0


@pytest.mark.parametrize("code", ["ko", "ja", "ru", "ar"])
def test_one_event_in_two_scripts_is_one_story(code: str) -> None:
    told = _told({one: FERRY[one] for one in ("en", code)}, "a")
    assert {one.story for one in Folder(local_embedder()).fold_block(told)} == {"a-en"}


@pytest.mark.parametrize("code", ["ko", "ja", "ru", "ar"])
def test_like_events_in_two_scripts_are_two(code: str) -> None:
    told = [*_told({code: FERRY[code]}, "a"), *_told({"en": OTHER_FERRY["en"]}, "b")]
    assert len({one.story for one in Folder(local_embedder()).fold_block(told)}) == 2


def test_two_events_of_one_day_in_five_scripts_are_two_and_a_third_is_a_third() -> None:
    told = [*_told(FERRY, "a"), *(_told({"en": OTHER_FERRY["en"]}, "b")), *(_told({"ko": OTHER_FERRY["ko"]}, "c"))]
    folded = Folder(local_embedder()).fold_block(told)
    stories: dict[str, set[str]] = {}
    for one in folded:
        stories.setdefault(one.story, set()).add(one.id[0])
    assert sorted(map(sorted, stories.values())) == [["a"], ["b"], ["c"]]
