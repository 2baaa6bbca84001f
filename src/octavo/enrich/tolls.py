"""How many an event has killed, as the head of each report states it, however it words that."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from octavo.core.quantities import Quantity, is_year
from octavo.enrich import constants
from octavo.enrich.amounts import counted, numbers
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.lexicon import any_of, lexicon
from octavo.enrich.passages import Passage, is_dense

_STOPS = re.compile(r"[,;.:،、，；。：\n]|\d")
"""Where what stands beside a number ends."""
_FURTHER = re.compile(r"\s(?:more|other|others|of\s|weitere|más\s|otr[oa]s|autres|-\s?year)|-", re.IGNORECASE)
"""Right behind a number that is only a part of the toll, or an age."""
_CAPITAL = re.compile(r"\s[A-ZÀ-ÞА-Я][a-zß-ÿа-я]")


def tolls(found: Sequence[Passage], language: str) -> dict[int, tuple[Passage, int, int, Quantity]]:
    """Return by article its toll: the passage, where in it the statement begins and ends, and the number.

    The largest number beside a word of death in the first sentences; nothing from sentences that look back on years.
    """
    best: dict[int, tuple[Passage, int, int, Quantity]] = {}
    for passage in found:
        if passage.position >= constants.TOLL_SENTENCES_COUNT or since(language).search(passage.text):
            continue
        for start, end, one in _deaths(passage.text, language):
            if passage.article not in best or best[passage.article][3].value < one.value:
                best[passage.article] = (passage, start, end, one)
    return best


def _deaths(text: str, language: str) -> Iterator[tuple[int, int, Quantity]]:
    """Yield the numbers beside a word of death, each with where its statement begins and ends."""
    reach = constants.TOLL_CHARACTERS if not is_dense(text) else int(constants.TOLL_CHARACTERS / constants.DENSE_FACTOR)
    for one in numbers(text, language):
        if one.unit or one.value < 1 or is_year(one) or _FURTHER.match(text, one.end):
            continue
        before = _STOPS.split(text[max(0, one.start - reach) : one.start])[-1]
        behind = _STOPS.split(text[one.end : one.end + reach])[0]
        start, end = (counted(text, one, language) or (one.start, one.end, ""))[:2]
        follows = _deadly(language).search(behind)
        if follows and not (_CAPITAL.search(behind[: follows.start()]) and language not in CASED_NOUNS):
            yield start, max(end, one.end + follows.end()), one
        elif _deadly(language).search(before):
            yield start, end, one


@cache
def _deadly(language: str) -> re.Pattern[str]:
    """Return what finds words of death, with their endings where the script parts words."""
    ending = "" if lexicon(language).counters else r"\w*"
    return re.compile(rf"(?:{any_of(lexicon(language).deadly)}){ending}", re.IGNORECASE)


@cache
def since(language: str) -> re.Pattern[str]:
    """Return what finds a word that opens a span of time up to now, with what follows it: since July."""
    return re.compile(rf"(?:{any_of(lexicon(language).since)})(?:\s\w+){{0,2}}", re.IGNORECASE)
