"""Direction: of two texts that are one, which is the original.

In this order: the agency's own publication; the earlier published; where the times are the same or one is unknown, the
text that holds the other; else the first to arrive. A publisher's time is a claim, and feeds bring articles in any
order, so arrival decides last.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Carrier:
    """What one publisher's carrying of a text says of its origin."""

    publisher: str
    """Case-folded; "" where unknown."""
    agency: str
    """Credited, case-folded; an agency that credits none is its own; "" where none is."""
    moment: float | None
    """Published, seconds since 1970."""
    length: int
    """Tokens of the text."""


def comes_first(held: Carrier, arriving: Carrier, *, is_part: bool) -> bool:
    """Tell whether `held`, which arrived first, is the original; `is_part`: one text is a part of the other."""
    agency = held.agency or arriving.agency
    is_own = is_of_agency(held.publisher, agency)
    if is_own != is_of_agency(arriving.publisher, agency):
        return is_own
    if held.moment is not None and arriving.moment is not None and held.moment != arriving.moment:
        return held.moment < arriving.moment
    return held.length >= arriving.length if is_part else True


def is_of_agency(publisher: str, agency: str) -> bool:
    """Tell whether the publisher is the agency itself: "yonhap", "yonhap news agency"."""
    return bool(agency) and f"{publisher} ".startswith(f"{agency} ")
