"""Numbers with what they count, where a letter behind the digits may mean several things."""

from decimal import Decimal

import pytest

from octavo.core.quantities import quantities


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
