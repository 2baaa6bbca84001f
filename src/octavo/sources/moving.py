"""When a permanent redirect is believed: once it has held, for an outage or a captive portal redirects too."""

from dataclasses import dataclass, replace
from datetime import datetime

from octavo.sources import constants as c


@dataclass(frozen=True, slots=True)
class Moving:
    """Where a feed's permanent redirects have led, poll after poll."""

    url: str = ""
    """"" where it does not redirect."""
    since: datetime | None = None
    polls_count: int = 0


def seen(moving: Moving, url: str, now: datetime) -> Moving:
    """Return what is known after a good poll whose permanent redirects led to `url`, "" for none."""
    if not url:
        return Moving()
    if url != moving.url or moving.since is None:
        return Moving(url, now, 1)
    return replace(moving, polls_count=moving.polls_count + 1)


def has_held(moving: Moving, now: datetime) -> bool:
    """Tell whether the feed now lives where its redirects lead."""
    if moving.since is None:
        return False
    return moving.polls_count >= c.MOVE_POLLS_COUNT and (now - moving.since).total_seconds() >= c.MOVE_SECONDS
