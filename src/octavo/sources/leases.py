"""When a hub is asked again: a pure decider over one lease."""

from datetime import datetime, timedelta
from enum import StrEnum

RENEW_SHARE = 1 / 3
"""Of a lease's time that is left when it is renewed: a hub that is down for a day of a usual lease loses nothing."""
RETRY = timedelta(minutes=10)
UNANSWERED = timedelta(days=1)
"""After which a hub that never confirmed is asked again."""
DENIED = timedelta(days=7)
ENDING = timedelta(hours=1)
"""After which a lease that ends is forgotten, whether its hub has confirmed that or not."""
STEADY = timedelta(minutes=30)
"""A shorter lease may end before its renewal: leases are looked over every ten minutes."""
AHEAD = timedelta(minutes=10)
"""How much later than its hub's word a feed's newest change may have been kept."""


class Turn(StrEnum):
    """What a lease needs."""

    REST = "rest"
    ASK = "ask"
    FORGET = "forget"


def turn(state: str, asked: datetime, expires: datetime | None, now: datetime) -> Turn:
    """Return what to do about a lease in `state` (asked, held, ending, denied), last asked for at `asked`.

    A hub that let it run out is asked again after twice as long each time, up to UNANSWERED.
    """
    waited = now - asked
    if state == "ending":
        return Turn.FORGET if waited >= ENDING else Turn.REST
    if state == "held" and expires is not None and expires <= now:
        return Turn.ASK if waited >= min((now - expires) / 2, UNANSWERED) else Turn.REST
    if state == "held" and expires is not None:
        is_due = expires - now <= (expires - asked) * RENEW_SHARE
        return Turn.ASK if is_due and waited >= RETRY else Turn.REST
    return Turn.ASK if waited >= (DENIED if state == "denied" else UNANSWERED) else Turn.REST


def is_steady(asked: datetime, expires: datetime) -> bool:
    """Tell whether a lease lasts long enough to be renewed before it ends; else what is pushed between is lost."""
    return expires - asked >= STEADY


def is_ahead(pushed: datetime | None, changed: datetime | None) -> bool:
    """Tell whether the hub has told of what is newest; else it is not relied upon until it has."""
    return pushed is not None and (changed is None or changed - pushed <= AHEAD)
