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


@pytest.mark.parametrize(
    ("language", "text", "firm"),
    [
        ("en", "Builder Lattner & Sohn won the contract.", "Lattner & Sohn"),
        ("en", "On Monday Ostin & Daughters Ltd. went to court.", "Ostin & Daughters Ltd"),
        ("de", "Die Baufirma Lattner & Sohn beginnt im Mai.", "Lattner & Sohn"),
        ("fr", "Jeudi, l'entreprise Durand & Fils a signé.", "Durand & Fils"),
        ("es", "Ayer ganó la obra Ortea & Hijos.", "Ortea & Hijos"),
        ("ru", "Мост строит Лосев & Партнёры.", "Лосев & Партнёры"),
    ],
)
def test_a_firm_of_several_names_is_one_body(language: str, text: str, firm: str) -> None:
    assert kinds(text, "", language) == {firm: EntityKind.ORGANISATION}


def test_two_people_beside_one_another_are_no_firm() -> None:
    assert set(kinds("On stage were Mira Delund & Anton Rehse.", "", "en")) == {"Mira Delund", "Anton Rehse"}


def test_a_place_of_two_names_is_a_place() -> None:
    assert kinds("They live in Trinidad & Tobago.", "", "en") == {"Trinidad & Tobago": EntityKind.PLACE}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Die Bäckerin Mira Delund kam am Donnerstag.", "Mira Delund"),
        ("de", "Die 43-jährige Köchin Ilva Brandt schwieg.", "Ilva Brandt"),
        ("de", "Der Ingenieur Pavel Orlin widersprach.", "Pavel Orlin"),
        ("de", "Gestern kam Malerin Mira Delund.", "Mira Delund"),
        ("de", "Der Augenzeuge Anton Rehse sagte nichts.", "Anton Rehse"),
        ("ru", "Учитель Олег Тарин пришёл.", "Олег Тарин"),
        ("ru", "Мэр Ларска Олег Тарин заявил, что мост закрыт.", "Олег Тарин"),
        ("ru", "Вчера президент Олег Иванович Тарин молчал.", "Олег Иванович Тарин"),
        ("fr", "Il est en prison, a dit la procureure Claire Aubin.", "Claire Aubin"),
        ("ru", "По словам мэра Олега Тарина, всё готово.", "Олега Тарина"),
    ],
)
def test_what_somebody_does_is_no_part_of_the_name(language: str, text: str, name: str) -> None:
    assert kinds(text, "", language) == {name: EntityKind.PERSON}


@pytest.mark.parametrize("name", ["Deutsche Wetterdienst", "Deutsche Rote Kreuz", "Frankfurter Allgemeine Zeitung"])
def test_a_names_own_adjective_is_no_profession(name: str) -> None:
    assert name in kinds(f"Davon sprach gestern die {name}.", "", "de")


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("es", "El alcalde visitó el Hospital General de Almera.", "Hospital General de Almera"),
        ("es", "Ayer habló la Secretaría General de Pesca.", "Secretaría General de Pesca"),
        ("fr", "Elle a visité l'Hôpital Général de Brenne.", "Hôpital Général de Brenne"),
    ],
)
def test_an_office_within_a_bodys_name_is_nobodys(language: str, text: str, body: str) -> None:
    assert kinds(text, "", language) == {body: EntityKind.ORGANISATION}


def test_whose_office_it_is_is_no_person() -> None:
    assert kinds("The Police Chief of Tarvan spoke.", "", "en").get("Tarvan") is not EntityKind.PERSON


def test_cases_of_a_name_are_one_name() -> None:
    text = (
        "Мэр Ирина Лосева пообещала ремонт. По словам Ирины Лосевой, он начнётся в мае. Губернатор встретился с Ириной "
        "Лосевой. К Лосевой пришли соседи из Озёрска. Её ждал Озёрск, а в Озёрске шёл снег."
    )
    assert [(one.surface, one.kind, one.count) for one in entities(text, "", "ru")] == [
        ("Ирина Лосева", EntityKind.PERSON, 4),
        ("Озёрск", EntityKind.OTHER, 3),
    ]


def test_cases_tell_a_man_from_a_woman() -> None:
    text = (
        "Вчера победила Александра Громова. К Александре Громовой подошёл тренер Александр Вершинин. Судьи поздравили "
        "Александра Вершинина. Рядом стоял депутат Павел Громов. Павлу Громову ответили."
    )
    found = {one.surface: one.count for one in entities(text, "", "ru")}
    assert found == {"Александра Громова": 2, "Александр Вершинин": 2, "Павел Громов": 2}


JAPANESE = (
    "高梨恵子院長と佐久間隆市長は浜坂市役所で会見した。浜坂市は東浜電力に損害賠償を求める。高梨院長は謝罪した。"
    "浜坂病院長は黙った。浜坂市長も黙った。東浜電鉄社長は来なかった。"
)


def test_japanese_names_are_told_by_their_endings() -> None:
    assert kinds(JAPANESE, "", "ja") == {
        "高梨恵子": EntityKind.PERSON,
        "佐久間隆": EntityKind.PERSON,
        "浜坂市役所": EntityKind.ORGANISATION,
        "浜坂市": EntityKind.PLACE,
        "東浜電力": EntityKind.ORGANISATION,
        "東浜電鉄": EntityKind.ORGANISATION,
    }


def test_a_japanese_family_name_before_an_office_is_its_bearers() -> None:
    assert [one.count for one in entities(JAPANESE, "", "ja") if one.surface == "高梨恵子"] == [2]


def test_japanese_words_with_such_endings_are_no_names() -> None:
    text = (
        "各県の市町村と政令市、地方都市、選挙区、農村で公共鉄道が止まり、再生可能電力と消費電力が話題になった。"
        "女性社長が増え、電気自動車も増えた。同じ町、この町、小さな村、近隣の温泉町でも。"
        "東小学校長と浜坂図書館長、保健所長、町長は市場や下町の町並みを見た。"
    )
    assert kinds(text, "", "ja") == {}


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
