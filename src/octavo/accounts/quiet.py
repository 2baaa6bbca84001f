"""Quiet hours: when a reader's devices are left in peace."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_of(name: str) -> ZoneInfo | None:
    """Return the time zone of an IANA name; None where there is no such."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def is_quiet(now: datetime, zone: str, begins: time | None, ends: time | None) -> bool:
    """Tell whether `now` falls into the hours from `begins` up to `ends` in `zone` (IANA; UTC where unknown).

    Hours that pass midnight count as one night; equal ones, or one that is missing, as none.
    """
    if begins is None or ends is None or begins == ends:
        return False
    local = now.astimezone(zone_of(zone) or UTC).time()
    return begins <= local < ends if begins < ends else local >= begins or local < ends
