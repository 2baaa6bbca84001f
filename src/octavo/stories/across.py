"""What tells that two texts in different languages are of one event: names by their sound, and figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from octavo.core.quantities import quantities
from octavo.stories.constants import LEAST_FIGURE, LEAST_SOUNDS, LEAST_SOUNDS_TOLD, TOLD_CHARACTERS, YEARS
from octavo.stories.sounds import script_of, sounds

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Across:
    """What a text keeps in any language."""

    script: str
    sounds: Codes
    """What its names, or the words that may be some, sound like."""
    figures: Codes
    """Its numbers, however written, that are not in any text."""


NOTHING = Across("", np.empty(0, np.int32), np.empty(0, np.int32))


def across(text: str, names: Sequence[str]) -> Across:
    """Return what `text` keeps in any language; names: those that Latin letters write, case-folded."""
    figures = {
        1 + crc32(f"{one.value.normalize():f}".encode()) % 0x7FFFFFFE for one in quantities(text) if _tells(one.value)
    }
    lead = text[:TOLD_CHARACTERS].casefold()
    heard = sounds(text, names, LEAST_SOUNDS) | sounds(
        text[:TOLD_CHARACTERS], [name for name in names if name in lead], LEAST_SOUNDS_TOLD
    )
    return Across(script_of(lead), _sorted(heard), _sorted(figures))


def _tells(value: Decimal) -> bool:
    if value != value.to_integral_value():
        return True
    return value >= LEAST_FIGURE and not YEARS[0] <= value <= YEARS[1]


def _sorted(codes: Iterable[int]) -> Codes:
    return np.array(sorted(codes), dtype=np.int32)
