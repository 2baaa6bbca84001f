"""What a passage promises: by when, or how much."""

import re
from datetime import datetime

from octavo.enrich import constants
from octavo.enrich.counts import counts
from octavo.enrich.days import calendar, days, deadlines
from octavo.enrich.lexicon import lexicon
from octavo.enrich.passages import Passage
from octavo.enrich.wording import finds, found, promising

_DEED_FIRST = ("de", "ja", "ko")
"""Languages in which a verb may stand before the word that says it shall be done."""
_BREAKING = ("moved", "replacing", "withdrawn", "unkept")


def promised(passage: Passage, language: str, published: datetime | None = None) -> str:
    """Return the date or amount that a passage promises, "" for none.

    What is denied, moved, withdrawn, broken or overdue is no promise, and neither is what only happens, as rain does.
    """
    text = passage.text
    if any(finds(language, kind).search(text) for kind in _BREAKING):
        return ""
    word = next(promising(language).finditer(text), None)
    by = deadlines(language).search(text)
    if (word is None or by is None) and (day := _appointed(text, language, published)):
        return day
    if word is None or _is_denied(text, word, language):
        return ""
    if by:
        return (
            by["by"] if _is_undertaken(text, word, language) and not _has_passed(by["by"], language, published) else ""
        )
    pledge = finds(language, "pledging").search(text)
    stated = list(counts([passage], language)) if pledge else []
    follows = len(stated) == 1 and pledge is not None and stated[0].start - passage.start > pledge.start()
    return stated[0].text if follows else ""


def _appointed(text: str, language: str, published: datetime | None) -> str:
    """Return the day ahead on which somebody will do what people do on a day that is set."""
    word = finds(language, "appointing").search(text)
    if word is None or published is None or _is_denied(text, word, language) or finds(language, "unsure").search(text):
        return ""
    ahead = (one for one in days(text, language, published) if one.date and one.date > published.date())
    return next((text[one.start : one.end] for one in ahead), "")


def _is_denied(text: str, word: re.Match[str], language: str) -> bool:
    reach = constants.DENIED_CHARACTERS
    return bool(finds(language, "undone").search(text[max(0, word.start() - reach) : word.end() + reach]))


def _is_undertaken(text: str, word: re.Match[str], language: str) -> bool:
    """Tell whether a passage speaks of a promise or a plan, or says that a deed shall be done.

    Where verbs do not stand last, the deed stands behind the word of promises: "the bank will open".
    """
    listed = lexicon(language)
    sure = tuple(word for word in listed.promising if word not in listed.foretelling)
    deeds = tuple(verb for verbs, _ in listed.done for verb in verbs) + listed.appointing
    start = 0 if language in _DEED_FIRST else word.start()
    return bool(found(language, sure).search(text) or found(language, deeds).search(text, start))


def _has_passed(by: str, language: str, published: datetime | None) -> bool:
    """Tell whether a month or year that is named in full lay behind the reader already."""
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
