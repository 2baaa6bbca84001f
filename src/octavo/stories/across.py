"""What tells that two texts in different languages are of one event: names by their sound, and figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from octavo.core.quantities import YEARS, quantities
from octavo.stories.codes import Codes, code, in_order
from octavo.stories.constants import LEAST_FIGURE, LEAST_SOUNDS, LEAST_SOUNDS_TOLD, TOLD_CHARACTERS
from octavo.stories.sounds import script_of, sounds


@dataclass(frozen=True, slots=True)
class Across:
    """What a text keeps in any language."""

    script: str
    sounds: Codes
    """What its names, or the words that may be some, sound like."""
    figures: Codes
    """Its numbers, however written, that are not in any text."""


NOTHING = Across("", in_order(()), in_order(()))


def across(text: str, names: Sequence[str]) -> Across:
    """Return what `text` keeps in any language; names: those that Latin letters write, case-folded."""
    figures = {code(f"{one.value.normalize():f}") for one in quantities(text) if _tells(one.value)}
    lead = text[:TOLD_CHARACTERS].casefold()
    heard = sounds(text, names, LEAST_SOUNDS) | sounds(
        text[:TOLD_CHARACTERS], [name for name in names if name in lead], LEAST_SOUNDS_TOLD
    )
    return Across(script_of(lead), in_order(heard), in_order(figures))


def _tells(value: Decimal) -> bool:
    if value != value.to_integral_value():
        return True
    return value >= LEAST_FIGURE and not YEARS[0] <= value <= YEARS[1]
