"""What a passage promises: by when, or how much."""

import re

from octavo.enrich import constants
from octavo.enrich.counts import counts
from octavo.enrich.days import deadlines
from octavo.enrich.passages import Passage
from octavo.enrich.wording import finds, promising


def promised(passage: Passage, language: str) -> str:
    """Return the date or amount that a passage promises, "" for none: what is denied or moved is no promise."""
    text = passage.text
    word = next(promising(language).finditer(text), None)
    if word is None or finds(language, "moved").search(text) or _is_denied(text, word, language):
        return ""
    by = deadlines(language).search(text)
    if by:
        return by["by"]
    pledge = finds(language, "pledging").search(text)
    stated = list(counts([passage], language)) if pledge else []
    follows = len(stated) == 1 and pledge is not None and stated[0].start - passage.start > pledge.start()
    return stated[0].text if follows else ""


def _is_denied(text: str, word: re.Match[str], language: str) -> bool:
    reach = constants.DENIED_CHARACTERS
    return bool(finds(language, "undone").search(text[max(0, word.start() - reach) : word.end() + reach]))
