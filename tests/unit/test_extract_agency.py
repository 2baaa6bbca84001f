"""Credits of wire services."""

import json

import pytest

from octavo.core.types import Entry
from octavo.extract import at_once, extract, from_entry
from octavo.extract.agency import Credit, find


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("PORT ALDER, Aldermark (AFP) -- Stones", Credit("AFP", "PORT ALDER, Aldermark")),
        ("HANSOL, June 26 (Yonhap) -- Stones", Credit("Yonhap", "HANSOL, June 26")),
        ("Lindau (dpa/lby) - Die Bäcker", Credit("dpa", "Lindau")),
        ("PUERTO CLARO, 26 jun (EFE).- El tranvía", Credit("EFE", "PUERTO CLARO, 26 jun")),
        ("(한솔=연합뉴스) 김보람 기자 = 시는", Credit("Yonhap", "한솔")),
        ("[한솔=뉴시스]김보람 기자 = 시는", Credit("Newsis", "한솔")),
        ("【松島共同】知事は", Credit("Kyodo", "松島")),
        ("新华社松城6月26日电 市长", Credit("Xinhua", "松城")),
        ("СОСНОГОРСК, 26 июня. /ТАСС/. Мост", Credit("TASS", "СОСНОГОРСК, 26 июня")),
        ("الميناء (رويترز) - قال", Credit("Reuters", "الميناء")),
        ("PORT ALDER (Meridian Wire) -- Stones", Credit("Meridian Wire", "PORT ALDER")),
        ("WESTHAVEN — The mayor", Credit("", "WESTHAVEN")),
        ("ЗАПАДНАЯ ГАВАНЬ — Мэр", Credit("", "ЗАПАДНАЯ ГАВАНЬ")),
        ("Самое частое заблуждение – это маяк", Credit()),
        ("(노을=바다통신) 민가람 기자 = 등대가", Credit("바다통신", "노을")),
        ("(노을=바다통신) 민가람 나이든 특파원 = 등대가", Credit("바다통신", "노을")),
        ("(사진=연합뉴스) 등대가", Credit()),
        ("(노을=바다) 등대가", Credit()),
        ("Greifsheim/Lindau (nkd) - Die Bäcker", Credit("nkd", "Greifsheim/Lindau")),
        ("Lindau am Ufer (nkd/lby). Die Bäcker", Credit("nkd", "Lindau am Ufer")),
        ("Lindau (dpa). Die Bäcker", Credit("dpa", "Lindau")),
        ("Der Bäcker blieb (nie) - so sagt er - zu Hause", Credit()),
        ("Die Partei Morgenrot (Moro). Sie steht", Credit()),
        ("Ada Lind (links) - die Bürgermeisterin", Credit()),
        ("ميناء الضوء (المنارة) – قال", Credit("المنارة", "ميناء الضوء")),
        ("Сосногорск (Маяк) — Мост", Credit("Маяк", "Сосногорск")),
        ("등대가 켜졌다. (바다통신)", Credit("바다통신", "")),
        ("등대가 켜졌다. /바다통신", Credit("바다통신", "")),
        ("등대가 켜졌다. (끝)", Credit()),
        ("등대가 켜졌다. (민가람 기자)", Credit()),
        ("灯塔亮了。（编译/林某）", Credit()),
        ("灯塔亮了。（林小安）", Credit()),
        ("灯塔亮了。（海潮社）", Credit("海潮社", "")),
        ("灯塔亮了。（实习生林安对此文亦有贡献）", Credit()),
        ("【3月2日 AFP】灯台に灯がともった。", Credit("AFP", "")),
        ("【岬市3月2日AFP】灯台に灯がともった。", Credit("AFP", "岬市")),
        ("أضاءت المنارة. (البرق)", Credit("البرق", "")),
        ("أضاءت المنارة. (يتبع)", Credit()),
        ("The wall stands. (Yonhap)", Credit("Yonhap", "")),
        ("The wall stands.\n(Haneul)", Credit("Haneul", "")),
        ("The wall stands. — Reuters", Credit("Reuters", "")),
        ("Die Mauer steht.\ndpa/abc", Credit("dpa", "")),
        ("Die Mauer steht.\nabc/dpa", Credit("dpa", "")),
        ("Fener yeniden yandı. (DHA)", Credit("DHA", "")),
        ("It was built by the Harbour Office (HO).", Credit()),
        ("Anna Berg (CDU) - die Bürgermeisterin - sprach", Credit()),
        ("Jonas (35) - der Bäcker", Credit()),
        ("They followed the road map.", Credit()),
        ("", Credit()),
    ],
)
def test_credit(text: str, credit: Credit) -> None:
    assert find(text) == credit


def test_an_agency_as_author_is_credited_where_the_text_is_silent() -> None:
    assert find("The wall stands.", ["Ada Lind", "AFP"]).agency == "AFP"
    assert find("The wall stands. (Yonhap)", ["AFP"]).agency == "Yonhap"


def test_an_author_in_brackets_is_no_agency() -> None:
    assert find("Lampu menyala lagi. (Sri Lestari)", ["Sri Lestari"]).agency == ""
    assert find("The wall stands. (Reuters)", ["Reuters"]).agency == "Reuters"


BYLINES = [
    ("Ada Quill, Reuters", ("Ada Quill",), "Reuters"),
    ("By Ada Quill and AP", ("Ada Quill",), "AP"),
    ("By Ada Quill and Ben Holm, Associated Press", ("Ada Quill", "Ben Holm"), "AP"),
    ("Ada Quill (Reuters)", ("Ada Quill",), "Reuters"),
    ("Ada Quill/AFP", ("Ada Quill",), "AFP"),
    ("Ada Quill | AFP, Reuters", ("Ada Quill",), "AFP"),
    ("Von Jörg Lind – dpa", ("Jörg Lind",), "dpa"),
    ("Par Inès Roche avec AFP", ("Inès Roche",), "AFP"),
    ("Por Inés Rocha y EFE", ("Inés Rocha",), "EFE"),
    ("文 张三、新华社", ("张三",), "Xinhua"),
    ("Ayşe Kaya / Anadolu Ajansı", ("Ayşe Kaya",), "AA"),
]
SENTENCES = "".join(
    f"<p>On day {n} the keeper counted {n} ships in the fog, and wrote down the name of each.</p>" for n in range(9)
)
PAGE = (
    "<html><head><title>Ships</title>{}</head><body><article><h1>Ships</h1>{}" + SENTENCES + "</article></body></html>"
)


@pytest.mark.parametrize(("byline", "people", "agency"), BYLINES)
def test_an_agency_beside_people_is_credited_and_no_author(byline: str, people: tuple[str, ...], agency: str) -> None:
    stated = json.dumps({"@type": "NewsArticle", "author": {"@type": "Person", "name": byline}})
    for head, body in (
        (f'<meta name="author" content="{byline}">', ""),
        (f'<script type="application/ld+json">{stated}</script>', ""),
        ("", f'<p class="byline">{byline}</p>'),
    ):
        article = extract(PAGE.format(head, body), "https://ness.example/ships")
        assert (article.authors, article.agency) == (people, agency)


@pytest.mark.parametrize(
    ("given", "people", "agency"),
    [
        (("Ada Quill", "AFP"), ("Ada Quill",), "AFP"),
        (("Ada Quill, AFP", "Ben Holm"), ("Ada Quill", "Ben Holm"), "AFP"),
        (("AFP",), ("AFP",), "AFP"),
        (("NP-Redaktion", "AFP"), ("NP-Redaktion", "AFP"), "AFP"),
        (("Yilmaz, Efe",), ("Yilmaz, Efe",), ""),
        (("Ada Quill, Ness Post",), ("Ada Quill, Ness Post",), ""),
    ],
)
def test_so_it_is_in_feeds(given: tuple[str, ...], people: tuple[str, ...], agency: str) -> None:
    entry = Entry(key="1", url="https://ness.example/ships", title="Ships", content=SENTENCES, authors=given)
    article = from_entry(entry, entry.url, "no-page")
    assert (article.authors, article.agency) == (people, agency)
    assert at_once(entry).authors == people


def test_a_byline_of_people_and_an_agency_is_found_where_nothing_marks_it() -> None:
    article = extract(PAGE.format("", "<p>By Ada Quill and Reuters</p>"), "https://ness.example/ships")
    assert (article.authors, article.agency) == (("Ada Quill",), "Reuters")
    assert "Ada Quill" not in article.text
