"""How often a feed brings something: learned from its entries' times and from what polls have seen change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from octavo.sources import constants as c


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a feed's entries follow one another."""

    entry_gap_seconds: int | None = None
    """The usual gap between entries; None where that is not known."""
    newest: datetime | None = None
    """When its newest entry was published."""


UNKNOWN = Rhythm()


def rhythm(entry_times: Sequence[datetime], now: datetime) -> Rhythm:
    """Learn a feed's rhythm from when its entries were published, or first seen where they do not say; any order."""
    times = sorted((moment for moment in entry_times if moment <= now), reverse=True)[: c.RHYTHM_ENTRIES_COUNT]
    gap_seconds = _entry_gap_seconds(times)
    return Rhythm(round(gap_seconds) if gap_seconds else None, times[0] if times else None)


def rhythm_seconds(
    known: Rhythm, change_gap_seconds: int | None, now: datetime, quiet_polls_count: int = 0
) -> float | None:
    """Return the pause between polls that suits a feed; None where nothing is known.

    The usual gap between entries proposes. Where polls have seen a longer one between changes, the entries come in
    bursts, so that one counts. A feed that fell silent is polled ever more rarely, also one of a single entry, or of
    none, for which `quiet_polls_count` tells how long that has been so.
    """
    gaps = [float(gap) for gap in (known.entry_gap_seconds, change_gap_seconds) if gap]
    empty_seconds = float(quiet_polls_count * c.FIRST_POLL_SECONDS)
    silence = (now - known.newest).total_seconds() if known.newest else empty_seconds
    if not gaps and silence * c.QUIET_SHARE <= c.FIRST_POLL_SECONDS:
        return None
    proposed = max(gaps, default=0.0) / c.POLLS_PER_ENTRY
    seconds = max(proposed, silence * c.QUIET_SHARE, c.SHORTEST_POLL_SECONDS)
    return min(seconds, c.LONGEST_POLL_SECONDS)


def _entry_gap_seconds(times: Sequence[datetime]) -> float | None:
    """Return the usual gap between moments, newest first; None where all are one.

    The median of gaps heeds no entry that was left standing for a year, the mean none that bear the day alone: the
    smaller of both is meant.
    """
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(times)]
    distinct = [gap for gap in gaps if gap > 0]
    if not distinct:
        return None
    from statistics import mean, median  # brings fractions along, for which polls without news need not wait

    return min(median(distinct), mean(gaps))


def change_gap_seconds(known: int | None, seen_seconds: float, quiet_polls_count: int) -> int | None:
    """Return the usual gap between changes after a poll that saw one, `seen_seconds` after the last.

    `quiet_polls_count` polls in between saw none. Without any, the feed may have changed more often than it was asked:
    then what was seen is only the most that the gap can be (Cho and Garcia-Molina, "Estimating frequency of change").
    """
    seen_seconds = max(0.0, seen_seconds)  # a clock that was set back
    if not quiet_polls_count:
        return min(known, int(seen_seconds)) if known else None
    if known is None:
        return int(seen_seconds)
    return int(known + c.CHANGE_SHARE * (seen_seconds - known))
