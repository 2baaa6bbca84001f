"""The same words filled with other names and numbers are no copy; a house's own way of writing leaves one."""

import pytest

from octavo.core.types import CopyKind
from octavo.dedupe import CopyIndex, Text, compare
from tests.unit.newsroom import article

ENGLISH_QUAKE = (
    "An earthquake of magnitude {} struck {} in {} on Tuesday, killing at least {} people, officials said. Rescue "
    "teams were searching for survivors under collapsed houses. The tremor was felt across the region, and many "
    "people ran into the streets. The government sent soldiers and tents, and neighbouring countries offered help."
)
ENGLISH_MATCH = (
    "{} beat {} {} in the Sabel league on Saturday. {} scored the winning goal in the {} minute after a corner. The "
    "home side had more of the ball but missed several chances before the break. The coach said that his players had "
    "fought until the end and deserved the three points. Next week the team travels to the capital for another league"
    " match."
)
GERMAN_QUAKE = (
    "Ein Erdbeben der Stärke {} hat am Dienstag die Stadt {} in {} erschüttert und mindestens {} Menschen getötet, "
    "teilten die Behörden mit. Rettungskräfte suchten unter eingestürzten Häusern nach Überlebenden. Das Beben war in"
    " der ganzen Region zu spüren, viele Menschen liefen auf die Straßen. Die Regierung schickte Soldaten und Zelte."
)
RUSSIAN_QUAKE = (
    "Землетрясение магнитудой {} произошло во вторник в городе {} на востоке страны {}, погибли по меньшей мере {} "
    "человек, сообщили власти. Спасатели ищут выживших под обломками домов. Толчки ощущались во всей области, многие "
    "жители выбежали на улицы. Правительство направило солдат и палатки, соседние страны предложили помощь."
)
KOREAN_QUAKE = (
    "화요일 규모 {}의 지진이 {} 시를 강타해 최소 {}명이 숨졌다고 당국이 밝혔다. 구조대는 무너진 "
    "집들 아래에서 생존자를 찾고 있다. 진동은 지역 전체에서 느껴졌으며 많은 주민이 거리로 뛰쳐나왔다. "
    "정부는 군인과 천막을 보냈고 이웃 나라들이 도움을 제안했다."
)
ARABIC_QUAKE = (
    "ضرب زلزال بقوة {} درجات مدينة {} يوم الثلاثاء وأدى إلى مقتل {} شخصا على الأقل، بحسب السلطات. وتبحث فرق الإنقاذ "
    "عن ناجين تحت المنازل المنهارة. وشعر السكان بالهزة في المنطقة كلها وخرج كثيرون إلى الشوارع. وأرسلت الحكومة جنودا "
    "وخياما وعرضت الدول المجاورة المساعدة."
)
FILLED = {
    "quakes": (ENGLISH_QUAKE, ("6.2", "Arvelo", "Telmora", "14"), ("5.9", "Santa Brisa", "Pelandia", "3")),
    "matches": (
        ENGLISH_MATCH,
        ("Arvelo", "Brinmoor", "2-1", "Dario Benn", "81st"),
        ("Castrel", "Esk", "3-2", "Otto Kes", "77th"),
    ),
    "German": (GERMAN_QUAKE, ("6,2", "Altwieck", "Telmarien", "14"), ("5,9", "Dornau", "Pelandien", "3")),
    "Russian": (RUSSIAN_QUAKE, ("6,2", "Марвин", "Тельмора", "14"), ("5,9", "Сантель", "Пеландия", "3")),
    "Korean": (KOREAN_QUAKE, ("6.2", "마르파", "14"), ("5.9", "순델라", "3")),
    "Arabic": (ARABIC_QUAKE, ("6.2", "مارفا", "14"), ("5.9", "سندال", "23")),
}


@pytest.mark.parametrize(("mould", "one", "other"), FILLED.values(), ids=FILLED)
def test_one_mould_filled_twice_by_two_houses_makes_no_copy(
    mould: str, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    index = CopyIndex()
    assert index.find_and_add(article(1, "One", mould.format(*one))) is None
    assert index.find_and_add(article(2, "Two", mould.format(*other))) is None
    again = index.find_and_add(article(3, "Three", mould.format(*one)))
    assert again is not None
    assert again.original == "a1"


@pytest.mark.parametrize(("mould", "one", "other"), FILLED.values(), ids=FILLED)
def test_a_toll_put_right_makes_a_copy_all_the_same(mould: str, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    found = compare(Text.of(mould.format(*one)), Text.of(mould.format(*one[:-1], other[-1])))
    assert found is not None
    assert found.kind is CopyKind.NEAR


@pytest.mark.parametrize(
    ("written", "by_another_house"),
    [("Arvelo", "Arwello"), ("Telmora", "Telmaura"), ("officials said", "the authorities said"), ("Tuesday", "Monday")],
)
def test_a_house_that_writes_a_name_another_way_still_copies(written: str, by_another_house: str) -> None:
    """Beside a toll that it put right."""
    text = ENGLISH_QUAKE.format("6.2", "Arvelo", "Telmora", "14")
    found = compare(Text.of(text), Text.of(text.replace(written, by_another_house).replace("14", "17")))
    assert found is not None
    assert found.kind is CopyKind.NEAR


def test_a_long_report_with_two_names_put_right_is_a_copy() -> None:
    """Most of its names and numbers are kept."""
    places = ["Dunhaven", "Eskiva", "Farrowick", "Gelmont", "Hostrand", "Ilmere"]
    body = " ".join(f"Engineer Nera Quist of {place} counted pears for Mayor Orla Benn, she said." for place in places)
    text = f"The old ferry left the pier of Castrel with {{}} people on board for {{}} on Tuesday. {body}"
    found = compare(Text.of(text.format("80", "Brinmoor")), Text.of(text.format("82", "Jarnsby")))
    assert found is not None
