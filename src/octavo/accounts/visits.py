"""When a reader was here last: what "since your last visit" counts from."""

from dataclasses import dataclass
from datetime import datetime, timedelta

PAUSE = timedelta(minutes=30)
"""After so long without a page, the next one begins a new visit; web statistics use the same half hour."""


@dataclass(frozen=True, slots=True)
class Visits:
    """The visit that goes on, and the end of the one before."""

    latest: datetime
    """The last page of the visit that goes on."""
    before: datetime | None = None
    """The last page of the visit before; None in a first visit, in which nothing is marked as new."""


def visited(known: Visits | None, now: datetime) -> Visits:
    """Return what is known after a page at `now`; clocks that go back change nothing."""
    if known is None:
        return Visits(now)
    if now <= known.latest:
        return known
    return Visits(now, known.latest if now - known.latest > PAUSE else known.before)


def is_new(moment: datetime, visits: Visits | None) -> bool:
    """Tell whether news of `moment` came since the last visit."""
    return bool(visits and visits.before and moment > visits.before)
