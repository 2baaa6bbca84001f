"""HTTP headers that several stages understand."""

from datetime import datetime
from email.utils import parsedate_to_datetime

from octavo.core.clock import as_utc


def retry_after_seconds(value: str, now: datetime) -> int | None:
    """Return Retry-After's pause (RFC 9110, 10.2.3), at least 0; None where it says none that can be understood."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return int(value[:9])
    try:
        return max(0, int((as_utc(parsedate_to_datetime(value)) - now).total_seconds())) if value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
