"""What a passage promises: by when, or how much."""

import re
from datetime import datetime

from octavo.enrich import constants
from octavo.enrich.counts import counts
from octavo.enrich.days import calendar, deadlines
from octavo.enrich.lexicon import lexicon
from octavo.enrich.passages import Passage
from octavo.enrich.wording import finds, found, promising

_BREAKING = ("moved", "replacing", "withdrawn", "unkept")


def promised(passage: Passage, language: str, published: datetime | None = None) -> str:
    """Return the date or amount that a passage promises, "" for none.

    What is denied, moved, withdrawn, broken or overdue is no promise, and neither is what only happens, as rain does.
    """
    text = passage.text
    word = next(promising(language).finditer(text), None)
    if word is None or _is_denied(text, word, language):
        return ""
    if any(finds(language, kind).search(text) for kind in _BREAKING):
        return ""
    by = deadlines(language).search(text)
    if by:
        return by["by"] if _is_undertaken(text, language) and not _has_passed(by["by"], language, published) else ""
    pledge = finds(language, "pledging").search(text)
    stated = list(counts([passage], language)) if pledge else []
    follows = len(stated) == 1 and pledge is not None and stated[0].start - passage.start > pledge.start()
    return stated[0].text if follows else ""


def _is_denied(text: str, word: re.Match[str], language: str) -> bool:
    reach = constants.DENIED_CHARACTERS
    return bool(finds(language, "undone").search(text[max(0, word.start() - reach) : word.end() + reach]))


def _is_undertaken(text: str, language: str) -> bool:
    """Say whether a passage speaks of a promise or a plan, or says that a deed shall be done."""
    listed = lexicon(language)
    sure = tuple(word for word in listed.promising if word not in listed.foretelling)
    deeds = tuple(verb for verbs, _ in listed.done for verb in verbs)
    return bool(found(language, sure + deeds).search(text))


def _has_passed(by: str, language: str, published: datetime | None) -> bool:
    """Say whether a month or year that is named in full lay behind the reader already."""
    year = re.search(r"20\d\d", by)
    if year is None or published is None:
        return False
    return (int(year.group()), _month(by, language)) < (published.year, published.month)


def _month(by: str, language: str) -> int:
    """Return the month of a date, that of a year its last."""
    if numbered := re.search(r"(\d{1,2})\s?[월月]", by):
        return int(numbered[1])
    named = by.casefold()
    return next((n for n, name in enumerate(calendar(language)[0], start=1) if name in named), 12)
