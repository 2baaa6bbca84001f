"""Credits of wire services."""

import pytest

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
