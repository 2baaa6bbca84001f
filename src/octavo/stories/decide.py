"""The decision: the log-odds that an article belongs to a story, and its reasons."""

from octavo.core.types import Signal
from octavo.stories.constants import JOIN, JOIN_BIAS, JOIN_PLAIN, JOIN_PLAIN_BIAS, WHY_SIGNALS
from octavo.stories.signals import Signals

_SHOWN = {
    "told": "title",
    "tells": "title",
    "names": "entities",
    "dates": "time",
    "days": "time",
    "near": "time",
    "ahead": "time",
}
"""Signals that a person is shown under one name."""
Mix = tuple[float, float, float]


def log_odds(found: Signals, *, has_vectors: bool) -> float:
    """Return the log-odds of one story; above 0 is a join."""
    weights, bias = (JOIN, JOIN_BIAS) if has_vectors else (JOIN_PLAIN, JOIN_PLAIN_BIAS)
    short, long, foreign = _mix(found)
    total = short * bias[0] + long * bias[1] + foreign * bias[2]
    for name, (in_short, in_long, in_foreign) in weights.items():
        value: float = getattr(found, name)
        if value:
            total += value * (short * in_short + long * in_long + foreign * in_foreign)
    return total


def reasons(found: Signals, *, has_vectors: bool) -> tuple[Signal, ...]:
    """Return the signals that weighed most, for and against, strongest first."""
    mix = _mix(found)
    parts: dict[str, float] = {}
    for name, weights in (JOIN if has_vectors else JOIN_PLAIN).items():
        shown = _SHOWN.get(name, name)
        weight = sum(share * part for share, part in zip(mix, weights, strict=True))
        parts[shown] = parts.get(shown, 0.0) + weight * getattr(found, name)
    strongest = sorted(parts.items(), key=lambda part: -abs(part[1]))[:WHY_SIGNALS]
    return tuple(Signal(name, round(value, 3)) for name, value in strongest if value)


def _mix(found: Signals) -> Mix:
    """Return how far the pair is of headlines alone, of full texts, across languages; they add up to 1."""
    at_home = 1.0 - found.is_foreign
    return found.shortness * at_home, (1.0 - found.shortness) * at_home, found.is_foreign
