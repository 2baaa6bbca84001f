"""Names are found in every script, where they stand, and only where something vouches for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.enrich import EntityKind
from octavo.enrich.naming import entities

HARBOUR_TITLE = "Velmar and Ostria agree on joint harbour authority"
HARBOUR = (
    "Foreign Minister Anna Keller of Velmar signed the treaty with Ostria in Berlin on Monday.\n"
    "Keller praised the North Coast Fishing Association (NCFA) for its patience. Fishermen had waited for years.\n"
    "The NCFA welcomed the treaty. Experts expect work in Velmar's harbour to begin in March."
)


def kinds(text: str, title: str, language: str) -> dict[str, EntityKind]:
    return {entity.surface: entity.kind for entity in entities(text, title, language)}


def test_english() -> None:
    found = {entity.surface: entity for entity in entities(HARBOUR, HARBOUR_TITLE, "en")}
    assert found["Anna Keller"].kind is EntityKind.PERSON
    assert found["Anna Keller"].count == 2
    assert found["NCFA"].kind is EntityKind.ORGANISATION
    assert found["NCFA"].count == 3
    assert found["Berlin"].kind is EntityKind.PLACE
    assert found["Velmar"].in_title
    assert not {"Foreign Minister", "Monday", "March", "Fishermen", "Experts", "The", "Keller"} & set(found)


def test_a_surname_with_an_article_is_one_person() -> None:
    text = "On Monday Samir al-Tarik spoke in Velmar. Voters cheered when Tarik left; later Samir al-Tarik flew home."
    found = {entity.surface: entity for entity in entities(text, "", "en")}
    assert found["Samir al-Tarik"].kind is EntityKind.PERSON
    assert found["Samir al-Tarik"].count == 3


def test_a_headline_in_capitals_vouches_for_nothing() -> None:
    assert entities("", "Council Votes Down Harbour Plan After Long Debate", "en") == ()


def test_german_nouns_are_no_names() -> None:
    found = kinds(
        "Die Regierung einigte sich mit Außenministerin Anna Keller auf einen Vertrag über den Hafen in Berlin. "
        "Der Streit um die Fischerei ist damit zu Ende, sagte Keller. Die Deutsche Hafenbank zahlt den Umbau.",
        "",
        "de",
    )
    assert found["Anna Keller"] is EntityKind.PERSON
    assert found["Berlin"] is EntityKind.PLACE
    assert not {"Regierung", "Vertrag", "Hafen", "Streit", "Fischerei", "Ende", "Umbau"} & set(found)


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("ko", "김도윤 장관은 회의를 열었다. 김도윤 장관이 밝혔다.", "김도윤", EntityKind.PERSON),
        ("ko", "회의는 헤이그에서 열렸다.", "헤이그", EntityKind.PLACE),
        ("ko", "해양수산위원회는 결과를 발표했다.", "해양수산위원회", EntityKind.ORGANISATION),
        ("ko", "방위산업은 크다. 방위산업을 키운다. 방위산업의 미래다.", "방위산업", EntityKind.OTHER),
        ("ja", "マルク・テスト事務総長が会見した。", "マルク・テスト", EntityKind.PERSON),
        ("ja", "会議はパリで開かれた。", "パリ", EntityKind.PLACE),
        ("zh", "外长王建国在海牙发表讲话，王建国强调合作。", "王建国", EntityKind.PERSON),
        ("zh", "会议在巴黎举行。", "巴黎", EntityKind.PLACE),
        ("ar", "قال الوزير سامي النجار إن العمل بدأ.", "سامي النجار", EntityKind.PERSON),
        ("ar", "وصل الوفد إلى القاهرة أمس.", "القاهرة", EntityKind.PLACE),
        ("ar", "أعلنت وزارة الخارجية في بيان ذلك.", "وزارة الخارجية", EntityKind.ORGANISATION),
        ("es", "Ayer la ministra Ana Ferrer habló en Madrid.", "Ana Ferrer", EntityKind.PERSON),
        ("fr", "Hier le président Luc Tessier a parlé.", "Luc Tessier", EntityKind.PERSON),
        ("ru", "Вчера министр Анна Келлер выступила в Москве.", "Анна Келлер", EntityKind.PERSON),
    ],
)
def test_names_by_their_cues(language: str, text: str, name: str, kind: EntityKind) -> None:
    assert kinds(text, "", language).get(name) is kind


def test_datelines_are_no_names() -> None:
    assert "Norwire" not in kinds("VELMAR (Norwire) - Rain fell on the town all day.", "", "en")


@given(
    st.text() | st.text(alphabet="Aa Bb'.-가나 中文 ال"),
    st.text(),
    st.sampled_from(["en", "de", "ko", "ja", "zh", "ar", ""]),
)
def test_offsets_hold_names(text: str, title: str, language: str) -> None:
    for entity in entities(text, title, language):
        assert entity.surface
        assert entity.count == len(entity.offsets) + entity.in_title
        assert all(text[start:end].strip() for start, end in entity.offsets)
