"""Hashtags are few, telling, stable across spellings, and fit for addresses."""

import re
from dataclasses import replace
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.enrich import SourceArticle
from octavo.enrich.hashtags import canonical, hashtags, hashtags_by_language, name_in, same_across

TREATY = SourceArticle(
    "1",
    "Velmar, NCFA agree on defence industry talks",
    "The North Coast Friendship Alliance (NCFA) and Velmar agreed on Monday to talk about the defence industry.\n"
    "Secretary General Tomas Arlen of the NCFA met President Jana Holt in The Hague. Arlen called the defence industry "
    "a pillar of the NCFA. Officials of Velmar expect a first meeting in June.",
    "en",
    publisher="Velmar Herald",
    agency="Norwire",
    authors=("Pia Photograph",),
)
RIVAL = replace(
    TREATY,
    id="2",
    title="NCFA and Velmar plan defense industry body",
    publisher="Ostria Post",
    text=TREATY.text + " End.",
)

KOREAN = SourceArticle(
    "1",
    "벨마르, 나토와 방위산업 협의체 신설",
    "대통령실은 나토와 방위산업 협의체를 신설한다고 밝혔다. 방위산업은 수출의 중심이다. "
    "나토는 방위산업의 협력을 환영했다. "
    "협의체는 내년에 열린다. 나토의 협의체가 처음이다.",
    "ko",
)


def test_an_english_story() -> None:
    found = hashtags([TREATY, RIVAL])
    assert {"NCFA", "Velmar", "DefenseIndustry"} <= set(found)
    assert 3 <= len(found) <= 6


def test_a_korean_story_keeps_its_script() -> None:
    assert {"나토", "방위산업", "협의체"} <= set(hashtags([KOREAN]))


def test_publishers_tags_that_the_text_holds_count() -> None:
    assert "HarborTalks" in hashtags(
        [replace(TREATY, text=TREATY.text + " The harbour talks began.", tags=("#harbour talks",))]
    )


@pytest.mark.parametrize(
    "name", ["Velmar Herald", "Norwire", "Pia Photograph", "Getty Images", "Reuters", "Photo Arlen"]
)
def test_publishers_agencies_and_credits_are_never_tags(name: str) -> None:
    text = f"{TREATY.text} Readers of {name} know {name}. Nobody but {name} was there."
    assert canonical(name) not in hashtags([replace(TREATY, text=text, tags=(name,))])


def test_copies_count_once() -> None:
    copies = [replace(TREATY, id=str(n), copy_of="1") for n in range(2, 6)]
    assert hashtags([TREATY, *copies]) == hashtags([TREATY])


def test_the_order_of_articles_does_not_matter() -> None:
    assert hashtags([TREATY, RIVAL]) == hashtags([RIVAL, TREATY])


@pytest.mark.parametrize(
    ("surface", "tag"),
    [
        ("NATO", "NATO"),
        ("N.A.T.O.", "NATO"),
        ("NATO's", "NATO"),
        ("defence industry", "DefenseIndustry"),
        ("Defense Industry", "DefenseIndustry"),
        ("The Hague", "TheHague"),
        ("Wi Sung-lac", "WiSungLac"),
        ("방위 산업", "방위산업"),
        ("وزارة الخارجية", "وزارة_الخارجية"),
        ("#", ""),
    ],
)
def test_canonical_spelling(surface: str, tag: str) -> None:
    assert canonical(surface) == tag


@pytest.mark.parametrize("tag", ["News", "Business", "Column", "Wirtschaft", "Opinión", "경제", "صحة"])
def test_a_newspaper_s_sections_are_no_tags(tag: str) -> None:
    article = SourceArticle(
        "1", f"{tag}: harbour dues in Velmar", f"{tag} and harbour dues in Velmar.", "en", tags=(tag,)
    )
    assert tag not in hashtags([article])


def test_bylines_in_capitals_and_tags_of_the_same_words_stay_out() -> None:
    text = "Stop and search powers in Velmar were cut. ANNA KELLER. Police stop and search is rarer, said ANNA KELLER."
    article = SourceArticle("1", "Search", text, "en", tags=("Stop and search powers", "Police stop and search"))
    assert [tag for tag in hashtags([article]) if "Search" in tag or "ANNA" in tag] == ["PoliceStopAndSearch"]


OUTBREAK = [
    SourceArticle(
        "1",
        "Measles cases in Orrin County pass 300",
        "Health officials in Orrin County reported 27 new measles cases. Two people have died of measles. "
        "Villager Ann Pell said that she was afraid. The county's health director, Lena Ortiz, spoke.",
        "en",
    ),
    SourceArticle(
        "2",
        "County adds 27 measles cases; second child dies",
        "A child has died of measles in Orrin County. Health director Lena Ortiz urged parents to come. "
        "State Representative Bill Tanner said that parents should decide.",
        "en",
    ),
]
STRIKE = [
    SourceArticle(
        "1",
        "Bahnstreik: Was Reisende jetzt wissen müssen",
        "Die Gewerkschaft bestreikt die Ostbahn. Der Streik beginnt am Mittwoch. Der letzte hatte nach Angaben der "
        "Bahn Kosten von 25 Millionen Euro verursacht. Minister Jonas Albrecht rief zur Ruhe auf.",
        "de",
    ),
    SourceArticle("2", "Streik ab Mittwoch", "Die Ostbahn will trotz Streik fahren, sagte sie am Dienstag.", "de"),
    SourceArticle("3", "Drivers to walk out", "Rail operator Ostbahn said that one in five trains would run.", "en"),
]
PENSION = [
    SourceArticle(
        "1",
        "국민연금 개혁안 국회 통과",
        "국민연금 보험료율을 올리는 개정안이 통과했다. 박정후 보건복지부 장관은 설명했다.",
        "ko",
    ),
    SourceArticle(
        "2",
        "18년 만의 연금개혁",
        "국회가 국민연금법 개정안을 의결했다. 박정후 장관은 환영했다. 김하람(29) 씨는 한숨을 쉬었다.",
        "ko",
    ),
]


def test_what_titles_and_reports_share_is_a_tag() -> None:
    assert {"Measles", "OrrinCounty"} <= set(hashtags(OUTBREAK))
    assert {"Streik", "Ostbahn"} <= set(hashtags(STRIKE))
    assert {"국민연금", "박정후"} <= set(hashtags(PENSION))


@pytest.mark.parametrize(
    ("story", "none"),
    [(OUTBREAK, {"BillTanner", "AnnPell"}), (STRIKE, {"BahnKosten", "JonasAlbrecht"}), (PENSION, {"김하람"})],
)
def test_what_one_report_alone_names_beside_the_matter_is_no_tag(story: list[SourceArticle], none: set[str]) -> None:
    assert not none & set(hashtags(story))


def test_somebody_without_an_office_is_no_tag_unless_a_title_or_many_reports_name_them() -> None:
    text = "Ann Pell, 43, saw the fire in Velmar. The roof fell in, Ann Pell said."
    reports = [SourceArticle(str(n), f"Fire in Velmar, report {n}", f"{text} Part {n}.", "en") for n in range(3)]
    assert "AnnPell" not in hashtags(reports[:2])
    assert "AnnPell" in hashtags(reports)
    assert "AnnPell" in hashtags([replace(reports[0], title="Fire in Velmar: Ann Pell tells"), reports[1]])


def test_no_articles() -> None:
    assert hashtags([]) == ()


@given(
    st.lists(
        st.builds(
            SourceArticle,
            id=st.text(min_size=1),
            title=st.text(),
            text=st.text() | st.text(alphabet="ABab 'é.-#/?가나中ا"),
            language=st.sampled_from(["en", "ko", "de", "zh", "ar", ""]),
            tags=st.lists(st.text(), max_size=3).map(tuple),
        ),
        max_size=3,
    )
)
def test_any_story_gives_valid_path_segments(articles: list[SourceArticle]) -> None:
    found = hashtags(articles)
    assert len(found) <= 6
    assert len({tag.casefold() for tag in found}) == len(found)
    for tag in found:
        assert re.fullmatch(r"[^\W\d_]\w*", tag)
        assert unquote(quote(tag, safe="")) == tag


def test_each_language_of_the_reports_has_its_own() -> None:
    korean = replace(KOREAN, id="3")
    found = hashtags_by_language([TREATY, RIVAL, korean])
    assert [*found] == ["en", "ko"]
    assert {"NCFA", "DefenseIndustry"} <= set(found["en"])
    assert "방위산업" in found["ko"]
    assert hashtags([TREATY, RIVAL, korean]) == found["en"]


@pytest.mark.parametrize(
    ("language", "name", "other_language", "other"),
    [
        ("ko", "노린", "en", "Norrin"),
        ("en", "OrhanBelisar", "ar", "أورهان_بيليسار"),
        ("en", "Velmora", "ru", "Велмора"),
        ("en", "SouthKorea", "ko", "대한민국"),
        ("de", "Österreich", "en", "Austria"),
        ("ja", "フランス", "es", "Francia"),
    ],
)
def test_names_of_one_thing_in_two_languages_are_known(
    language: str, name: str, other_language: str, other: str
) -> None:
    assert [*same_across({language: ("Lantern", name), other_language: (other, "Bridge")})] == [(name, other)]


@pytest.mark.parametrize(
    ("language", "name", "other_language", "other"),
    [
        ("en", "Velmora", "ko", "벨모라기상청"),
        ("en", "Norrin", "ko", "리콜"),
        ("en", "Muchan", "es", "MuchanaRiver"),
        ("en", "PortSabel", "ar", "أورهان_بيليسار"),
        ("zh", "海水", "ko", "해수"),
        ("it", "Reno", "de", "Rheinau"),
    ],
)
def test_what_only_sounds_near_is_another_name(language: str, name: str, other_language: str, other: str) -> None:
    assert [*same_across({language: (name,), other_language: (other,)})] == []


@pytest.mark.parametrize("name", ["Orhan Belisar", "NATO", "NCFA Talks", "أورهان بيليسار", "노린"])
def test_a_hashtag_says_of_what_name_it_was_made(name: str) -> None:
    assert name_in(canonical(name)) == name


@pytest.mark.parametrize(
    ("language", "title", "text", "tag"),
    [
        ("ru", "Поезд сошёл с рельсов в Индии", "Ночной поезд сошёл с рельсов в Индии, сообщили в порту.", "Индия"),
        ("ru", "Беглеца нашли в Южной Корее", "Его задержали в порту на юге Южной Кореи.", "ЮжнаяКорея"),
        ("de", "Zug in Polen entgleist", "Ein Zug ist in Polen entgleist. Polens Regierung prüft das.", "Polen"),
    ],
)
def test_countries_stand_in_the_nominative(language: str, title: str, text: str, tag: str) -> None:
    assert tag in hashtags([SourceArticle("1", title, text, language)])
