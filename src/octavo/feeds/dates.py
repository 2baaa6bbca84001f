"""Dates as publishers write them, to aware UTC."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from octavo.core.clock import as_utc

_HOUR = 3600
_ZONES = (
    "UT 0,WET 0,WEST 1,BST 1,CET 1,CEST 2,MEZ 1,MESZ 2,EET 2,EEST 3,CAT 2,SAST 2,EAT 3,MSK 3,WIB 7,ICT 7,MYT 8,SGT 8,"
    "HKT 8,AWST 8,KST 9,JST 9,AEST 10,AEDT 11,NZST 12,NZDT 13,IST 5.5,ART -3,BRT -3,EST -5,EDT -4,CST -6,CDT -5,"
    "MST -7,MDT -6,PST -8,PDT -7"
)
"""Hours from UTC. Where letters mean several zones (IST, CST, BST), the one with most newsrooms."""
_ZONE_SECONDS = {name: int(float(hours) * _HOUR) for name, hours in (zone.split() for zone in _ZONES.split(","))}
_LAST_WORD = re.compile(r"\b([A-Z]{2,5})\s*$")
_EAST_ASIAN = re.compile(
    r"(\d{4})\s*[년年./-]\s*(\d{1,2})\s*[월月./-]\s*(\d{1,2})\s*[일日.]?\D{0,12}?"
    r"(오전|오후|上午|下午|午前|午後)?\s*(?:(\d{1,2})\s*[:시時]\s*(\d{1,2})(?:\s*[:분分]\s*(\d{1,2})?\s*[초秒]?)?)?"
)
_AFTERNOON = {"오후", "下午", "午後"}
_LONGEST = 120


@lru_cache(maxsize=4096)
def read_date(text: str) -> datetime | None:
    """Return the moment that `text` names, in UTC; None where it names none. Without a zone it is taken as UTC."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    for reader in (_iso, _mail, _east_asian, _loose):
        try:
            moment = reader(text)
            if moment is not None:
                return as_utc(moment)
        except (ValueError, TypeError, IndexError, ArithmeticError, RecursionError):
            continue
    return None


def _iso(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text[:4].isdigit() and "-" in text else None


def _mail(text: str) -> datetime | None:
    if text[-1].isalpha():
        named = _LAST_WORD.search(text)
        if named and named[1] in _ZONE_SECONDS:
            text = f"{text[: named.start()]}{_offset(_ZONE_SECONDS[named[1]])}"
    return parsedate_to_datetime(text)


def _offset(seconds: int) -> str:
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), _HOUR)
    return f"{sign}{hours:02d}{rest // 60:02d}"


def _east_asian(text: str) -> datetime | None:
    found = _EAST_ASIAN.fullmatch(text)
    if not found:
        return None
    year, month, day, half, hour, minute, second = found.groups()
    hours = int(hour or 0) % 12 + (12 if half in _AFTERNOON else 0) if half else int(hour or 0)
    return datetime(int(year), int(month), int(day), hours, int(minute or 0), int(second or 0), tzinfo=UTC)


def _loose(text: str) -> datetime | None:
    if not re.search(r"\d{4}|\d{1,2}[./:-]\d{1,2}", text):
        return None
    from dateutil import parser

    return parser.parse(text, tzinfos=_ZONE_SECONDS, default=datetime(1, 1, 1))  # noqa: DTZ001 - a zone comes after
