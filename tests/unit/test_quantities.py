"""Numbers with what they count, where a letter behind the digits may mean several things."""

from decimal import Decimal

import pytest

from octavo.core.quantities import is_year, quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Tamsin Orrel fell 600m while she climbed the north face of Mount Garrow.", 600, "m"),
        ("The hut stands at 1450m.", 1450, "m"),
        ("A 30m-high statue came down in Velmar.", 30, "m"),
        ("Ines Karu won the 200m individual medley in front of the people of Ostrel.", 200, "m"),
        ("The icebreaker is 130 m long and cuts through two decks of ice.", 130, "m"),
        ("A corner of the hall measuring 50m by 60 paces was alight.", 50, "m"),
        ("Ana Soll broke the record in the 100m women's hurdles.", 100, "m"),
        ("The coach with forty passengers plunged 30m onto parked cars.", 30, "m"),
        ("Das Seil ist 500 m lang.", 500, "m"),
        ("Le pont mesure 340 m et pèse lourd.", 340, "m"),
        ("El avión tiene una envergadura de 79 m.", 79, "m"),
        ("해발 1450m 능선에서 구조됐다.", 1450, "m"),
        ("標高1450mの山小屋で見つかった。", 1450, "m"),
        ("在海拔1450m处发现了他们。", 1450, "m"),
        ("The regatta cost Velmar £24m.", 24_000_000, "£"),
        ("The club bid around €40-45m for Joss Ander.", 45_000_000, ""),
        ("The state collects US$2m a month.", 2_000_000, "$"),
        ("They made off with 3m euros in gems.", 3_000_000, "€"),
        ("The flaw has hit over 2m users of the browser.", 2_000_000, ""),
        ("The airline sees its passengers jump to 70m by then.", 70_000_000, ""),
        ("A population of 8m lives along the river Sarn.", 8_000_000, ""),
        ("1.6m car recall puts Orlo Motors on a rough road", 1_600_000, ""),
        ("The union's 1.2m-strong membership votes.", 1_200_000, ""),
        ("The premiere drew 40M on Sunday.", 40_000_000, ""),
        ("The plot measures 500 m² in all.", 500, "m²"),
    ],
)
def test_m_means_metres_or_millions_by_what_stands_beside_it(text: str, value: int, unit: str) -> None:
    assert (Decimal(value), unit) in [(one.value, one.unit) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("An A400M landed in Velmar.", 400),
        ("The X-37B took off from Ostrel.", 37),
        ("Joss Ander clocked 1m44 in the last lap.", 1),
    ],
)
def test_letters_within_a_name_or_a_time_are_no_scale(text: str, value: int) -> None:
    assert quantities(text)[0].value == value


SCALED = """
군인 1천500명이 왔다.|1500|
정부는 5천만 달러를 낸다.|50000000|$
시가총액은 3천억원이다.|300000000000|₩
벨마르 예산은 1조2천억원이다.|1200000000000|₩
쌀값은 23만 1000원이다.|231000|₩
관객 2만3천명이 들었다.|23000|
헌법 제1조를 읽었다.|1|
約2千人が避難した。|2000|
工費は1兆2千億円。|1200000000000|
１億２０００万円を失った。|120000000|
売上は1万2千円。|12000|
损失达1.2亿元。|120000000|
营收为3.5万亿元。|3500000000000|
1000多万人受影响。|10000000|
Le chantier a coûté 1,5 milliard d'euros.|1500000000|€
La dette est de 2,5 milliards de dollars.|2500000000|$
La obra costó 2,4 mil millones de euros.|2400000000|€
La deuda es de 3 billones de dólares.|3000000000000|$
Invertirá 1.200 millones de euros.|1200000000|€
Die Schulden liegen bei 3 Billionen Euro.|3000000000000|€
Der Bau kostet 2,4 Mio. Euro.|2400000|€
Der Gewinn lag bei 3 Mrd. Euro.|3000000000|€
The scheme cost Rs 500 crore.|5000000000|
Some 5 lakh people came.|500000|
The fund is worth 10 lakh crore.|10000000000000|
The island has 12,34,567 voters.|1234567|
وصل 12 ألفا إلى فلمار.|12000|
Dana itu bernilai RM2.5 juta.|2500000|
The hall holds two hundred and fifty.|250|
They counted one million two hundred thousand votes.|1200000|
Between one million and two million came.|1000000|
"""
"""Text, value, unit of its first number."""


@pytest.mark.parametrize(("text", "value", "unit"), [line.split("|") for line in SCALED.strip().split("\n")])
def test_scales_of_each_language_are_read_to_the_end(text: str, value: str, unit: str) -> None:
    one = quantities(text)[0]
    assert (one.value, one.unit) == (Decimal(value), unit)


MARKS = """
Net income fell to $1.125 billion.|1125000000
The yield rose to 4.375%.|4.375
4.375%|4.375
The stake is 33.333 percent of the shares.|33.333
About 12,000 people came.|12000
The island has 1,250 goats.|1250
The price of the index was 1,234.567.|1234.567
Rund 12.000 Menschen kamen.|12000
Die Stadt hat 1.125 Brunnen.|1125
Der Liter kostet 1,759 Euro.|1.759
Die Rendite stieg auf 4,375 Prozent.|4.375
Der Bau kostet 1,125 Milliarden Euro.|1125000000
Der Haushalt umfasst 2.000 Milliarden Euro.|2000000000000
Le litre coûte 1,759 euro dans la vallée.|1.759
Le budget est de 1,125 milliard.|1125000000
Llegaron 12.000 personas.|12000
Llegaron 12,000 personas.|12000
Costó 1.125 millones de pesos.|1125000000
12,000명이 왔다.|12000
금리는 4.375%다.|4.375
"""
"""Text, value of its first number."""


@pytest.mark.parametrize(("text", "value"), [line.split("|") for line in MARKS.strip().split("\n")])
def test_what_a_point_or_comma_means_is_told_by_language_and_other_numbers(text: str, value: str) -> None:
    assert quantities(text)[0].value == Decimal(value)


def test_a_year_is_four_bare_digits() -> None:
    text = "In 2000, 2,000 people came; 2천명, 2千人, two thousand."
    assert [is_year(one) for one in quantities(text)] == [True, False, False, False, False]
