"""Saved aggregator pages: invented news on pages with other furniture, another order, other languages."""

from datetime import UTC, datetime, timedelta

import pytest

from octavo.core.errors import BadInput
from octavo.extract import saved_page

SAVED = datetime(2031, 3, 9, 12, 0, tzinfo=UTC)

ENGLISH = """\
app-logo
Port Alder votes to rebuild its sea wall after the January storms

Port Alder votes to rebuild its sea wall after the January storms

The Alder Courier3 hours ago

The council of Port Alder voted on Sunday to rebuild the sea wall that the January storms broke in four places.
Mayor Ilse Brandt said the first stones would be laid in May and that fishing boats could stay in the harbour.
"We will not lose another winter," she told the packed chamber.
Engineers expect the wall to cost 42 million crowns, a third of which the regional government has promised. (Haneul)

Sponsored

Purple gradient

Get our newsletter: one e-mail a day with everything that you need to know, and nothing that you do not.

Reader comments

Nobody has written anything yet...

You may also like

Fishing fleet of Port Alder to leave early
Fishing fleet of Port Alder to leave early

Northern Ledger

time2 days ago

  • Northern Ledger

Fishing fleet of Port Alder to leave early

WESTHAVEN, Aldermark (MRW) -- The fishing fleet of Port Alder will leave a week early this year, its owners said. \
Skippers want to be back before work on the sea wall closes the inner harbour in May. The owners of 31 boats signed \
a letter to the harbour office. 'Nobody wants to unload over a building site,' one skipper said.

Ferry line opens between Westhaven and the islands
Ferry line opens between Westhaven and the islands

Northern Ledger

timeyesterday

  • Northern Ledger

Ferry line opens between Westhaven and the islands

A ferry line between Westhaven and the three islands opened on Saturday with free trips for everyone. The boats run \
on hydrogen and carry 180 passengers each. Islanders had waited eleven years for the connection, which the last \
government had promised and dropped twice.

TAKE US WITH YOU

Curious what happens elsewhere? Install our free reader today and get every headline straight onto your telephone!
store-badge-onestore-badge-two
"""

KOREAN = """\
메뉴
로그인

누리일보 · 3시간 전
한솔시, 새 도서관 다섯 곳을 올해 안에 연다
한솔시, 새 도서관 다섯 곳을 올해 안에 연다

(한솔=연합뉴스) 한솔시는 올해 안에 새 도서관 다섯 곳을 차례로 연다고 9일 밝혔다.
시는 지난해 주민 투표에서 가장 많은 표를 얻은 동네부터 공사를 시작했으며 모두 합쳐 책 이십만 권을 갖출 계획이다.
김보람 시장은 "걸어서 십 분 안에 책을 빌릴 수 있는 도시를 만들겠다"고 말했다.

광고
지금 가입하면 첫 달은 무료입니다

Lesenswert

Abendpost Lindau · vor 20 Minuten
Lindauer Bäcker backen wieder nachts
Lindauer Bäcker backen wieder nachts

Die Bäcker von Lindau backen seit dieser Woche wieder nachts, nachdem der Stadtrat das Verbot aufgehoben hat. Viele \
Anwohner hatten sich frisches Brot am Morgen gewünscht, andere fürchten den Lärm der Lieferwagen in der Altstadt.

El Faro de Puerto Claro · 8 de marzo de 2031
Puerto Claro estrena su primer tranvía
Puerto Claro estrena su primer tranvía

Puerto Claro estrenó el sábado su primer tranvía entre el puerto y la universidad, con doce paradas y billetes \
gratuitos durante un mes. La alcaldesa prometió una segunda línea hacia los barrios del norte antes de tres años.

이용약관
"""

FURNITURE = (
    "app-logo", "Sponsored", "gradient", "newsletter", "comments", "Nobody has", "also like", "TAKE US", "Install",
    "store-badge", "메뉴", "로그인", "광고", "무료", "Lesenswert", "이용약관", "ago", "시간 전",
)  # fmt: skip


def test_english_page() -> None:
    wall, fleet, ferry = saved_page.read(ENGLISH, SAVED)
    assert wall.title == "Port Alder votes to rebuild its sea wall after the January storms"
    assert (wall.publisher, wall.agency, wall.dateline) == ("The Alder Courier", "Haneul", "")
    assert (wall.published, wall.published_precision_seconds) == (SAVED - timedelta(hours=3), 3600)
    assert wall.text.count("\n") == 3
    assert wall.text.startswith("The council")
    assert wall.text.endswith("(Haneul)")
    assert (fleet.publisher, fleet.agency, fleet.dateline) == ("Northern Ledger", "MRW", "WESTHAVEN, Aldermark")
    assert (fleet.published, fleet.published_precision_seconds) == (SAVED - timedelta(days=2), 86400)
    assert fleet.text.endswith("one skipper said.")
    assert "\n" not in fleet.text
    assert (ferry.publisher, ferry.published) == ("Northern Ledger", SAVED - timedelta(days=1))
    assert ferry.text.endswith("dropped twice.")


def test_korean_page_with_german_and_spanish() -> None:
    library, bakers, tram = saved_page.read(KOREAN, SAVED)
    assert library.title == "한솔시, 새 도서관 다섯 곳을 올해 안에 연다"
    assert (library.publisher, library.agency, library.dateline) == ("누리일보", "Yonhap", "한솔")
    assert (library.published, library.language) == (SAVED - timedelta(hours=3), "ko")
    assert library.text.count("\n") == 2
    assert (bakers.publisher, bakers.language) == ("Abendpost Lindau", "de")
    assert (bakers.published, bakers.published_precision_seconds) == (SAVED - timedelta(minutes=20), 60)
    assert (tram.publisher, tram.language) == ("El Faro de Puerto Claro", "es")
    assert (tram.published, tram.published_precision_seconds) == (datetime(2031, 3, 8, tzinfo=UTC), 86400)


@pytest.mark.parametrize("page", [ENGLISH, KOREAN])
def test_no_furniture_in_any_text(page: str) -> None:
    for article in saved_page.read(page, SAVED):
        assert not [phrase for phrase in FURNITURE if phrase in f"{article.title}\n{article.text}"]
        assert article.title not in article.text
        assert article.url == ""


def test_windows_line_ends_and_byte_order_mark_change_nothing() -> None:
    assert saved_page.read("\ufeff" + ENGLISH.replace("\n", "\r\n"), SAVED) == saved_page.read(ENGLISH, SAVED)


@pytest.mark.parametrize(
    "page",
    [
        "",
        " \n\n",
        '{"id": 1}',
        '[{"id": 1}]',
        "<!DOCTYPE html><html><p>Hello</p></html>",
        "On walking\n\nWalking is the oldest way to travel, and walkers see more than riders.\n\nThe end.",
        "Headline\nHeadline\nA paper 3 hours ago\n",
    ],
)
def test_pages_of_another_kind_are_refused_in_one_line(page: str) -> None:
    with pytest.raises(BadInput) as refused:
        saved_page.read(page, SAVED)
    assert str(refused.value)
    assert "\n" not in str(refused.value)
