"""How many an event has killed, and what beside a word of death is no such number."""

from decimal import Decimal

import pytest

from octavo.enrich import SourceArticle
from octavo.enrich.passages import passages
from octavo.enrich.tolls import tolls

AGES = """
en|Two of the dead were brothers aged 58 and 61 from Castrel, police said on Friday.
de|Die Polizei in Castrel hat beide Toten im Alter von 58 und 61 Jahren geborgen, teilte sie am Freitag mit.
es|Los muertos tenían edades de 58 y 61 años y eran hermanos, informó la policía de Castrel.
fr|La police de Castrel a retrouvé les morts âgés de 58 et 61 ans dans la vallée vendredi.
ru|Полиция Кастреля сообщила, что погибшие в возрасте 58 и 61 года были братьями.
ms|Polis di Castrel menemui mangsa maut berumur 58 dan 61 tahun pada Jumaat, kata jurucakap.
ar|وقالت الشرطة إن القتلى أعمارهم 58 و61 عاما وإنهم من سكان كاستريل.
"""
"""Language, and a sentence in which ages stand beside a word of death."""


@pytest.mark.parametrize(("language", "text"), [line.split("|") for line in AGES.strip().split("\n")])
def test_an_age_is_no_toll(language: str, text: str) -> None:
    report = SourceArticle("1", "", text, language)
    told = {one.number.value for one in tolls(passages([report]), language).values()}
    assert told.isdisjoint({Decimal(58), Decimal(61)})
