"""How long a translation is, whatever the scripts, and whether it ends."""

import re

from octavo.enrich.translation.constants import ENDED_WEIGHT, LONGEST_BASE, LONGEST_FACTOR, WEIGHTS

_SCRIPTS = tuple((re.compile(f"[{signs}]"), weight - 1) for signs, weight in WEIGHTS)
_ENDED = re.compile(r"[.!?。！？…؟]['\"”’»›」』)\]\s]*$")
_OPEN = re.compile(r"[\w,،、;(\-–—]\s*$")
_UNENDED_LANGUAGES = ("th",)
"""That close no sentence with a sign."""


def weight(text: str) -> float:
    """Return how much a text tells, in Latin letters."""
    return len(text) + sum(more * len(signs.findall(text)) for signs, more in _SCRIPTS)


def is_of_length(text: str, translated: str) -> bool:
    """Tell whether a translation is neither much longer than its original nor much shorter."""
    short, long = sorted((weight(text), weight(translated)))
    return long <= LONGEST_FACTOR * short + LONGEST_BASE


def breaks_off(text: str, translated: str, target: str) -> bool:
    """Tell whether a translation ends in the midst of what its original ends with a sign."""
    is_ended = weight(text) < ENDED_WEIGHT or not _ENDED.search(text) or target in _UNENDED_LANGUAGES
    return not is_ended and _OPEN.search(translated) is not None
