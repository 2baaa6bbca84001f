"""Names in the order in which readers of each language look for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.collation import collation_key

LANGUAGES = ("en", "ko", "de", "es", "ar", "ja", "ms", "zh")


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("en", ["Abel", "Åland", "Albania", "albino", "Zoë", "Zoo"]),
        ("de", ["Ägypten", "Algerien", "Oman", "Österreich", "Osttimor", "Strass", "Straße", "Zypern"]),
        ("es", ["nube", "nuez", "ñandú", "oca", "perú", "Perú"]),
        ("ko", ["가나", "각하", "나미비아", "독일", "한국", "Korea"]),
        ("ar", ["أحمد", "إسبانيا", "الأردن", "بيروت", "مصر", "Egypt"]),
        ("ja", ["Japan", "アメリカ", "いばらき", "オーストラリア", "オーストリア", "ガーナ", "かき", "日本"]),
        ("ms", ["Afghanistan", "Brunei", "Malaysia", "Zambia"]),
        ("zh", ["阿富汗", "北京", "德国", "斐济", "韩国", "日本", "上海", "中国", "China"]),
    ],
)
def test_names_stand_where_readers_look_for_them(language: str, ordered: list[str]) -> None:
    turned = ordered[::-1]
    assert sorted(turned, key=lambda name: collation_key(name, language)) == ordered


def test_half_and_full_width_stand_together() -> None:
    names = ["アメリカ", "ｱﾒﾘｶ", "あめりか", "いえ"]
    assert sorted(names, key=lambda name: collation_key(name, "ja"))[-1] == "いえ"


def test_numbers_count_after_punctuation_and_before_letters() -> None:
    assert sorted(["b", "2", "-", "a", "1"], key=lambda name: collation_key(name, "en")) == ["-", "1", "2", "a", "b"]


@given(st.lists(st.text(max_size=8), unique=True), st.sampled_from(LANGUAGES))
def test_any_names_have_one_order(names: list[str], language: str) -> None:
    ordered = sorted(names, key=lambda name: collation_key(name, language))
    turned = names[::-1]
    assert sorted(turned, key=lambda name: collation_key(name, language)) == ordered
