"""Times, numbers and names as readers of each language expect them."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from octavo import enrich
from octavo.config.settings import Settings

FAULT = re.compile(r"Unsupported\([^\n]*\"([a-z]+)\"\)|return \"([a-z]+)\"(?: if .* else \"([a-z]+)\")?")
"""Where a kind of fault stands in the code that finds it."""
MOMENT = datetime(2031, 5, 4, 20, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "told"),
    [
        ("en", "UTC", "May 4, 2031, 8:05\u202fPM UTC"),
        ("ko", "Asia/Seoul", "2031년 5월 5일 오전 5:05 UTC+9"),
        ("de", "Europe/Berlin", "4. Mai 2031, 22:05 UTC+2"),
        ("es", "America/Mexico_City", "4 de mayo de 2031, 14:05 UTC−6"),
        ("ar", "Africa/Cairo", "4 مايو 2031، 11:05 م UTC+3"),
        ("ja", "Asia/Tokyo", "2031年5月5日 5:05 UTC+9"),
        ("ms", "Asia/Kuala_Lumpur", "5 Mei 2031, 4:05\u202fPG UTC+8"),
        ("zh", "Asia/Kolkata", "2031年5月5日 01:35 UTC+5:30"),
    ],
)
def test_a_time_is_told_in_the_page_s_zone(session_house: Settings, language: str, zone: str, told: str) -> None:
    from django.utils import timezone, translation

    from octavo.web import words

    with translation.override(language), timezone.override(ZoneInfo(zone)):
        assert words.exact(MOMENT) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "3 hours ago"),
        ("ko", "3시간 전"),
        ("de", "vor 3 Stunden"),
        ("es", "hace 3 horas"),
        ("ar", "قبل 3 ساعات"),
        ("ja", "3 時間前"),
        ("ms", "3 jam lalu"),
        ("zh", "3小时前"),
    ],
)
def test_how_long_ago(session_house: Settings, language: str, told: str) -> None:
    from django.utils import translation

    from octavo.web import words

    with translation.override(language):
        assert words.relative(datetime.now(UTC) - timedelta(hours=3)) == told


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("ar", 0, "لا مقالات"),
        ("ar", 3, "3 مقالات"),
        ("ar", 11, "11 مقالًا"),
        ("de", 1, "1 Artikel"),
        ("ms", 2, "2 artikel"),
        ("ja", 1200, "記事1,200件"),
        ("es", 12000, "12.000 artículos"),
    ],
)
def test_counted_things(session_house: Settings, language: str, count: int, told: str) -> None:
    from django.utils import translation

    from octavo.web import words

    with translation.override(language):
        text = translation.ngettext("%(count)s article", "%(count)s articles", count)
        assert text % {"count": words.number(count)} == told


def test_every_kind_of_fault_of_a_sentence_is_worded(session_house: Settings) -> None:
    from octavo.enrich.checking.kinds import KINDS
    from octavo.web.made_words import FAULTS

    files = [one.read_text("utf-8") for one in Path(enrich.__file__).parent.rglob("*.py")]
    found = [kinds for text in files if "Unsupported(" in text for kinds in FAULT.findall(text)]
    assert {kind for kinds in found for kind in kinds if kind}.union(KINDS) == set(FAULTS)
