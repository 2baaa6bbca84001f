"""Days of other calendars than the Gregorian: the Persian year and the Thai one, as pages write them."""

import re
from datetime import date

from octavo.extract.moment_words import MONTHS, PERSIAN_MONTHS

_YEAR = re.compile(r"(?:1[34]|2[45])\d\d")
_DAY = r"(?<!\d)(0?[1-9]|[12]\d|3[01])"
_PERSIAN_YEAR = r"(1[34]\d\d)(?!\d)"
_PERSIAN = re.compile(rf"{_DAY}\s*({'|'.join(PERSIAN_MONTHS)})(?:\s*ماه)?\s*[،,]?\s*{_PERSIAN_YEAR}")
_PERSIAN_DIGITS = re.compile(r"(?<!\d)(1[34]\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?!\d)")
_THAI_MONTH = "|".join(re.escape(word) for word in MONTHS if "ก" <= word[0] <= "ฮ" or word[0] == "เ")
_THAI = re.compile(rf"{_DAY}\s*({_THAI_MONTH})\s*(?:พ\.ศ\.\s*)?(2[45]\d\d)(?!\d)")
BUDDHIST_YEARS = 543
LONG_MONTHS_COUNT = 6
"""So many months of the Persian year have 31 days; the others have 30 or, the last, one less."""
PERSIAN_SHIFT = 1595
"""With so many years added, a Persian year is divided by 33 to tell how many leap years lie behind it."""

PERSIAN_START = -356032
"""The ordinal of the day before such years begin."""


def find(written: str) -> tuple[int, int, int, str] | None:
    """Return year, month and day, made Gregorian, and what stands around them; None where no such day is written."""
    if _YEAR.search(written) is None:
        return None
    if match := _THAI.search(written):
        day = int(match[3]) - BUDDHIST_YEARS, MONTHS[match[2]], int(match[1])
    elif match := _PERSIAN.search(written):
        day = _from_persian(int(match[3]), PERSIAN_MONTHS[match[2]], int(match[1]))
    elif match := _PERSIAN_DIGITS.search(written):
        day = _from_persian(*map(int, match.groups()))
    else:
        return None
    return *day, written[: match.start()] + " " + written[match.end() :]


def _from_persian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """Return a day of the Persian calendar as year, month and day of the Gregorian."""
    years = year + PERSIAN_SHIFT
    leap_days = years // 33 * 8 + (years % 33 + 3) // 4
    past_months = (month - 1) * 30 + min(month - 1, LONG_MONTHS_COUNT)
    found = date.fromordinal(PERSIAN_START + 365 * years + leap_days + past_months + day - 1)
    return found.year, found.month, found.day
