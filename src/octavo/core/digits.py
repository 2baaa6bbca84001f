"""Whole numbers as others write them."""

ID_MOST = 2**63 - 1
"""The greatest id that the database gives."""
_DIGITS_COUNT = 20
"""More than any number that is asked for has; of some thousands Python would read none."""


def whole(text: str, most: int = ID_MOST) -> int | None:
    """Return the number that `text` writes in ASCII digits alone; None for any other text, and above `most`."""
    if not (text.isascii() and text.isdigit()) or len(text) > _DIGITS_COUNT:
        return None
    number = int(text)
    return number if number <= most else None
