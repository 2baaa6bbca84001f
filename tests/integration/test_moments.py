"""Moments come out of the database as aware UTC, and those that Python cannot name not at all."""

from datetime import UTC, datetime

import pytest

from octavo.config.settings import Settings


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2031-06-24 09:10:00+00", datetime(2031, 6, 24, 9, 10, tzinfo=UTC)),
        ("2031-06-24 09:10:00.5+00", datetime(2031, 6, 24, 9, 10, 0, 500_000, tzinfo=UTC)),
        ("2031-06-24 09:10:00.000001+05:30", datetime(2031, 6, 24, 3, 40, 0, 1, tzinfo=UTC)),
        ("0001-01-01 00:00:00+00", datetime(1, 1, 1, tzinfo=UTC)),
    ],
)
def test_moments_are_aware_utc(house: Settings, written: str, moment: datetime) -> None:
    from octavo.config.bulk import returned

    ((found, missing),) = returned("SELECT %s::timestamptz, NULL::timestamptz", [written])
    assert (found, found.tzinfo, missing) == (moment, UTC, None)


@pytest.mark.parametrize("written", ["infinity", "0044-03-15 10:00:00+00 BC", "12025-01-01 00:00:00+00"])
def test_what_python_cannot_name_is_refused(house: Settings, written: str) -> None:
    from django.db import DataError

    from octavo.config.bulk import returned

    with pytest.raises(DataError):
        returned("SELECT %s::timestamptz", [written])
