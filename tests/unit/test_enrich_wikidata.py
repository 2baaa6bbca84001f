"""Countries' names lead to their Wikidata items; what is not sure leads nowhere."""

import pytest

from octavo.enrich import EntityKind
from octavo.enrich.wikidata import wikidata_id


@pytest.mark.parametrize(
    ("name", "language", "item"),
    [
        ("South Korea", "en", "Q884"),
        ("대한민국", "ko", "Q884"),
        ("Südkorea", "de", "Q884"),
        ("alemania", "es", "Q183"),
        ("ドイツ", "ja", "Q183"),
        ("德国", "zh", "Q183"),
        ("ألمانيا", "ar", "Q183"),
        ("Jerman", "ms", "Q183"),
        ("Puerto Rico", "en", "Q1183"),
        ("UK", "en", "Q145"),
        ("U.S.", "en", "Q30"),
        ("Turkey", "en", "Q43"),
        ("Czech Republic", "en", "Q213"),
        ("Bosnia and Herzegovina", "en", "Q225"),
        ("USA", "de", "Q30"),
        ("Myanmar", "de", "Q836"),
        ("EE. UU.", "es", "Q30"),
        ("Gran Bretaña", "es", "Q145"),
        ("한국", "ko", "Q884"),
        ("홍콩", "ko", "Q8646"),
        ("米国", "ja", "Q30"),
        ("英国", "ja", "Q145"),
        ("韩国", "zh", "Q884"),
        ("澳门", "zh", "Q14773"),
        ("بريطانيا", "ar", "Q145"),
        ("أمريكا", "ar", "Q30"),
        ("Turki", "ms", "Q43"),
        ("République tchèque", "fr", "Q213"),
        ("США", "ru", "Q30"),
        ("России", "ru", "Q159"),
        ("Соединённых Штатов", "ru", "Q30"),
        ("Южной Кореи", "ru", "Q884"),
    ],
)
def test_a_country_is_known_in_every_language(name: str, language: str, item: str) -> None:
    assert wikidata_id(name, EntityKind.PLACE, language) == item


@pytest.mark.parametrize(
    ("name", "kind", "language"),
    [
        ("Georgia", EntityKind.PLACE, "en"),
        ("Jordan", EntityKind.PLACE, "en"),
        ("Germany", EntityKind.ORGANISATION, "en"),
        ("Velmar", EntityKind.PLACE, "en"),
        ("Congo", EntityKind.PLACE, "en"),
        ("刚果", EntityKind.PLACE, "zh"),
        ("Озёрска", EntityKind.PLACE, "ru"),
        ("European Union", EntityKind.PLACE, "en"),
        ("Germany", EntityKind.PLACE, "xx"),
    ],
)
def test_a_name_that_may_be_something_else_leads_nowhere(name: str, kind: EntityKind, language: str) -> None:
    assert wikidata_id(name, kind, language) == ""
