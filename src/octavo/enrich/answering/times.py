"""Of which times a passage speaks: its report's, or another, as of an earlier case."""

import re

from octavo.core.text import sentences
from octavo.enrich.answering.measures import numbers
from octavo.enrich.answering.wording import word_spans
from octavo.enrich.wording import finds

_YEAR = re.compile(r"(?<![\d.,])(?:1[7-9]|20)\d\d(?![\d%‰]|[.,]\d)")
_COUNT_STEP = 50
"""Round numbers such as 1900 and 2000, written without a point, are more often a count than a year."""
_CLAUSE_END = re.compile(r"[,;:،、，；：](?!\d)")


def times_named(text: str, language: str) -> frozenset[int]:
    """Return the years that a text names; 0 where it speaks of a time before the news, as of last year."""
    years = {int(found) for found in _YEAR.findall(text)}
    former = {0} if finds(language, "formerly").search(text) else set()
    return frozenset(former.union(year for year in years if year % _COUNT_STEP))


def counts_of_another_time(text: str, language: str, own: frozenset[int]) -> bool:
    """Tell whether all numbers of a passage but years stand in or behind a clause that names a time, and none of `own`.

    "It killed 34, the most since 1987" counts of its report's time, "the worst since 1987, when 90 died" does not.
    """
    words, told = word_spans(text), [one.at for one in numbers(text) if "year" not in one.dimensions]
    starts = [span.start for span in sentences(text, language)]
    so_far = (
        text[max((start for start in starts if start <= words[at].start), default=0) : _clause_end(text, words[at].end)]
        for at in told
    )
    return bool(told) and all(times_named(one, language) - own for one in so_far)


def _clause_end(text: str, at: int) -> int:
    found = _CLAUSE_END.search(text, at)
    return found.start() if found else len(text)
