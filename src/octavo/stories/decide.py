"""The decision: the log-odds that an article belongs to a story, and its reasons."""

from octavo.core.types import Signal
from octavo.stories.constants import JOIN, JOIN_BIAS, JOIN_PLAIN, JOIN_PLAIN_BIAS, WHY_SIGNALS
from octavo.stories.signals import Signals

_SHOWN = {"best": "terms", "names": "entities", "vector_best": "vector", "days": "time"}


def kinds(found: Signals) -> tuple[float, float, float]:
    """Return how far the pair is of headlines alone, of full texts, across languages; they add up to 1."""
    at_home = 1.0 - found.is_foreign
    return found.shortness * at_home, (1.0 - found.shortness) * at_home, found.is_foreign


def log_odds(found: Signals, *, has_vectors: bool) -> float:
    """Return the log-odds of one story; above 0 is a join."""
    weights, bias = (JOIN, JOIN_BIAS) if has_vectors else (JOIN_PLAIN, JOIN_PLAIN_BIAS)
    mix = kinds(found)
    total = sum(share * value for share, value in zip(mix, bias, strict=True))
    return total + sum(_part(name, found, weights[name], mix) for name in weights)


def reasons(found: Signals, *, has_vectors: bool) -> tuple[Signal, ...]:
    """Return the signals that weighed most, for and against, strongest first."""
    weights, mix = (JOIN if has_vectors else JOIN_PLAIN), kinds(found)
    parts: dict[str, float] = {}
    for name in weights:
        shown = _SHOWN.get(name, name)
        parts[shown] = parts.get(shown, 0.0) + _part(name, found, weights[name], mix)
    strongest = sorted(parts.items(), key=lambda part: -abs(part[1]))[:WHY_SIGNALS]
    return tuple(Signal(name, round(value, 3)) for name, value in strongest if value)


def _part(name: str, found: Signals, weights: tuple[float, float, float], mix: tuple[float, float, float]) -> float:
    value: float = getattr(found, name)
    return value * sum(weight * share for weight, share in zip(weights, mix, strict=True))
