"""Moments as machines and people write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.extract import moments

NOW = datetime(2031, 3, 9, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "ago", "precision", "before"),
    [
        ("time5 hours ago", timedelta(hours=5), 3600, "time"),
        ("The Alder Courieran hour ago", timedelta(hours=1), 3600, "The Alder Courier"),
        ("누리일보 · 3시간 전", timedelta(hours=3), 3600, "누리일보 · "),
        ("vor einer Stunde", timedelta(hours=1), 3600, ""),
        ("hace 12 minutos", timedelta(minutes=12), 60, ""),
        ("منذ ٣ ساعات", timedelta(hours=3), 3600, ""),
        ("منذ ساعتين", timedelta(hours=2), 3600, ""),
        ("il y a 2 jours", timedelta(days=2), 86400, ""),
        ("2時間前", timedelta(hours=2), 3600, ""),
        ("yesterday", timedelta(days=1), 86400, ""),
        ("gestern", timedelta(days=1), 86400, ""),
        ("어제", timedelta(days=1), 86400, ""),
        ("just now", timedelta(0), 60, ""),
    ],
)
def test_relative_times(line: str, ago: timedelta, precision: int, before: str) -> None:
    assert moments.at_end(line, NOW) == moments.Found(moments.Moment(NOW - ago, precision), before)


@pytest.mark.parametrize(
    ("written", "when", "precision"),
    [
        ("26. Juni 2030, 14:05 Uhr", datetime(2030, 6, 26, 14, 5, tzinfo=UTC), 60),
        ("June 26, 2030", datetime(2030, 6, 26, tzinfo=UTC), 86400),
        ("26 de junio de 2030", datetime(2030, 6, 26, tzinfo=UTC), 86400),
        ("2030년 6월 26일 14:05", datetime(2030, 6, 26, 14, 5, tzinfo=UTC), 60),
        ("2030.06.26 오전", datetime(2030, 6, 26, tzinfo=UTC), 86400),
        ("26 يونيو 2030", datetime(2030, 6, 26, tzinfo=UTC), 86400),
        ("26 maart 2030", datetime(2030, 3, 26, tzinfo=UTC), 86400),
        ("26 augusti 2030 kl 14:05", datetime(2030, 8, 26, 14, 5, tzinfo=UTC), 60),
        ("26. července 2030", datetime(2030, 7, 26, tzinfo=UTC), 86400),
        ("26 lipca 2030", datetime(2030, 7, 26, tzinfo=UTC), 86400),
        ("26. lokakuuta 2030", datetime(2030, 10, 26, tzinfo=UTC), 86400),
        ("26 Οκτωβρίου 2030", datetime(2030, 10, 26, tzinfo=UTC), 86400),
        ("26 вересня 2030", datetime(2030, 9, 26, tzinfo=UTC), 86400),
        ("26 Desember 2030", datetime(2030, 12, 26, tzinfo=UTC), 86400),
        ("26 अक्टूबर 2030", datetime(2030, 10, 26, tzinfo=UTC), 86400),
        ("26 במרץ 2030", datetime(2030, 3, 26, tzinfo=UTC), 86400),
        ("2030. augusztus 26., 14:05", datetime(2030, 8, 26, 14, 5, tzinfo=UTC), 60),
        ("2030 m. rugpjūčio 26 d.", datetime(2030, 8, 26, tzinfo=UTC), 86400),
        ("2030. gada 26. augusts", datetime(2030, 8, 26, tzinfo=UTC), 86400),
        ("26 آب 2030", datetime(2030, 8, 26, tzinfo=UTC), 86400),
        ("26 آب/أغسطس 2030", datetime(2030, 8, 26, tzinfo=UTC), 86400),
        ("26 جويلية 2030", datetime(2030, 7, 26, tzinfo=UTC), 86400),
        ("26 octombrie 2030", datetime(2030, 10, 26, tzinfo=UTC), 86400),
        ("26 setembre 2030", datetime(2030, 9, 26, tzinfo=UTC), 86400),
        ("June 26, 2030 2:05 pm EDT", datetime(2030, 6, 26, 18, 5, tzinfo=UTC), 60),
        ("2030.06.26. 오후 2:20", datetime(2030, 6, 26, 14, 20, tzinfo=UTC), 60),
        ("2030年6月26日 下午2:20", datetime(2030, 6, 26, 14, 20, tzinfo=UTC), 60),
        ("2030年6月26日午後2時5分", datetime(2030, 6, 26, 14, 5, tzinfo=UTC), 60),
        ("2030-06-26 2:20 PM", datetime(2030, 6, 26, 14, 20, tzinfo=UTC), 60),
        ("2030.06.26. 오전 12:20", datetime(2030, 6, 26, 0, 20, tzinfo=UTC), 60),
        ("26/6/2030, 08:00 (GMT+7)", datetime(2030, 6, 26, 1, 0, tzinfo=UTC), 60),
        ("26/6/2030 08:00 GMT-3", datetime(2030, 6, 26, 11, 0, tzinfo=UTC), 60),
        ("26 June 2030 14:05 ET", datetime(2030, 6, 26, 18, 5, tzinfo=UTC), 60),
        ("26 juin 2030 à 14:05 et modifié depuis", datetime(2030, 6, 26, 14, 5, tzinfo=UTC), 60),
        ("26. Juni 2030, 14:05 Uhr, ist neu", datetime(2030, 6, 26, 14, 5, tzinfo=UTC), 60),
        ("26 January 2030 14:05 ET", datetime(2030, 1, 26, 19, 5, tzinfo=UTC), 60),
        ("26. mars 2030 kl. 14.20", datetime(2030, 3, 26, 14, 20, tzinfo=UTC), 60),
        ("26.3.2030 14.20", datetime(2030, 3, 26, 14, 20, tzinfo=UTC), 60),
        ("Rabu, 26 Juni 2030 19.20 WIB", datetime(2030, 6, 26, 12, 20, tzinfo=UTC), 60),
        ("26 June 2030, up 14.20 percent", datetime(2030, 6, 26, tzinfo=UTC), 86400),
        ("26 mrt 2030", datetime(2030, 3, 26, tzinfo=UTC), 86400),
        ("26 Οκτ 2030", datetime(2030, 10, 26, tzinfo=UTC), 86400),
        ("26 KASIM 2030", datetime(2030, 11, 26, tzinfo=UTC), 86400),
        ("26 HAZİRAN 2030", datetime(2030, 6, 26, tzinfo=UTC), 86400),
        ("26 มิ.ย. 2573 14:20 น.", datetime(2030, 6, 26, 14, 20, tzinfo=UTC), 60),
        ("๒๖ มิถุนายน พ.ศ. ๒๕๗๓", datetime(2030, 6, 26, tzinfo=UTC), 86400),
        ("۲۱ اسفند ۱۴۰۹ - ۱۴:۲۰", datetime(2031, 3, 12, 14, 20, tzinfo=UTC), 60),
        ("1403/01/01", datetime(2024, 3, 20, tzinfo=UTC), 86400),
    ],
)
def test_days_in_words(written: str, when: datetime, precision: int) -> None:
    assert moments.in_words(written) == moments.Moment(when, precision)


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("Wed Jun 26 2030 14:20:00 GMT+0900 (Korean Standard Time)", datetime(2030, 6, 26, 5, 20, tzinfo=UTC)),
        ("Wed, 26 Jun 2030 14:20:00 PDT", datetime(2030, 6, 26, 21, 20, tzinfo=UTC)),
        ("2030-06-26 09:14:05 KST", datetime(2030, 6, 26, 0, 14, 5, tzinfo=UTC)),
        ("2030-06-26T12:10CEST", datetime(2030, 6, 26, 10, 10, tzinfo=UTC)),
        ("20300626T1042", datetime(2030, 6, 26, 10, 42, tzinfo=UTC)),
    ],
)
def test_a_machines_time_keeps_its_zone(written: str, when: datetime) -> None:
    assert moments.machine(written) == moments.Moment(when, 1)


@pytest.mark.parametrize("written", ["2030-06-26 02:20 PM", "2030-06-26 오후 2:20", "June 26, 2030 2:20 pm"])
def test_a_time_by_the_half_day_is_no_machines(written: str) -> None:
    assert moments.machine(written) is None
    assert moments.in_words(written) == moments.Moment(datetime(2030, 6, 26, 14, 20, tzinfo=UTC), 60)


@pytest.mark.parametrize("written", ["", "99 June 2030", "1409/99/99", "soon", "2030-13-45", "31/31/2030"])
def test_what_is_no_day_is_none(written: str) -> None:
    assert moments.machine(written) is None
    assert moments.in_words(written) is None


@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2100, 1, 1), timezones=st.timezones()))  # noqa: DTZ001
def test_iso_times_come_back_in_utc(moment: datetime) -> None:
    found = moments.machine(moment.isoformat())
    assert found is not None
    assert abs(found.when - moment) < timedelta(minutes=1)
    assert found.when.tzinfo is UTC


@given(st.text(max_size=80))
def test_any_text_is_safe(text: str) -> None:
    moments.machine(text)
    moments.in_words(text)
    moments.at_end(text, NOW)
