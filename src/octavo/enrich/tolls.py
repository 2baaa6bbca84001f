"""How many an event has killed, as the head of each report states it, however it words that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from octavo.core.quantities import Quantity, is_year
from octavo.core.text import words
from octavo.enrich import constants
from octavo.enrich.amounts import counted, numbers
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.lexicon import any_of, lexicon
from octavo.enrich.passages import Passage, is_dense

_STOPS = re.compile(r"[,;.:،、，；。：\n]|\d")
"""Where what stands beside a number ends."""
_FURTHER = re.compile(
    r"\s(?:more|other|others|of\s|weitere|más\s|otr[oa]s|autres|-\s?year|(?:to|auf|a|à|до)\s\d)|-", re.IGNORECASE
)
"""Right behind a number that is only a part of the toll, the toll of before, or an age."""
_CAPITAL = re.compile(r"\s[A-ZÀ-ÞА-Я][a-zß-ÿа-я]")
_VICTIMS_BEFORE = {"ja": re.compile(r"[\u4e00-\u9fff]{2,}$")}
_VICTIMS_BEHIND = {"ja": re.compile(r"の(\w{2})"), "zh": re.compile(r"(?<=名)([\u4e00-\u9fff]{2})")}
"""Who is counted, beside the word that counts people: 兵士12人, 12名士兵."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of dead where a passage states it: `passage.text[start:end]`."""

    passage: Passage
    start: int
    end: int
    number: Quantity
    victims: str
    """Who died, case-folded: soldiers; "" for people of any kind."""


def tolls(found: Sequence[Passage], language: str) -> dict[int, Toll]:
    """Return by article its toll; nothing from sentences that look back on years.

    The largest number beside a word of death in the first sentences.
    """
    best: dict[int, Toll] = {}
    for passage in found:
        if passage.position >= constants.TOLL_SENTENCES_COUNT or since(language).search(passage.text):
            continue
        for start, end, one in _deaths(passage.text, language):
            if passage.article not in best or best[passage.article].number.value < one.value:
                best[passage.article] = Toll(passage, start, end, one, _victims(passage.text, one, language))
    return best


def _deaths(text: str, language: str) -> Iterator[tuple[int, int, Quantity]]:
    """Yield the numbers beside a word of death, each with where its statement begins and ends."""
    reach, far = (
        count if not is_dense(text) else int(count / constants.DENSE_FACTOR)
        for count in (constants.TOLL_CHARACTERS, constants.NAMED_TOLL_CHARACTERS)
    )
    for one in numbers(text, language):
        if one.unit or one.value < 1 or is_year(one) or _FURTHER.match(text, one.end):
            continue
        before, named = (_STOPS.split(text[max(0, one.start - count) : one.start])[-1] for count in (reach, far))
        behind = _STOPS.split(text[one.end : one.end + reach])[0]
        start, end = (counted(text, one, language) or (one.start, one.end, ""))[:2]
        follows = _deadly(language).search(behind)
        if follows and not (_CAPITAL.search(behind[: follows.start()]) and language not in CASED_NOUNS):
            yield start, max(end, one.end + follows.end()), one
        elif _governs(before, language) or _named_toll(language).search(named):
            yield start, end, one


def _governs(before: str, language: str) -> bool:
    """Say whether a word of death governs what follows: not where a clause is joined to it, "dead and 30 hurt"."""
    deed = _deadly(language).search(before)
    return deed is not None and lexicon(language).joining.isdisjoint(words(before[deed.end() :].casefold()))


def _victims(text: str, one: Quantity, language: str) -> str:
    """Return who is said to have died, "" for people of any kind."""
    start, end, noun = counted(text, one, language) or (one.start, one.end, "")
    if lexicon(language).counters:
        noun = text[start : one.start].strip() or _glued_victims(text, one.start, end, language)
    elif not noun and text[end : end + 1] == " ":
        noun = "".join(words(text[end : end + constants.TOLL_CHARACTERS])[:1]).casefold()
    known = lexicon(language)
    return "" if noun in known.people or noun in known.stop or _deadly(language).match(noun) else noun


def _glued_victims(text: str, start: int, end: int, language: str) -> str:
    before, behind = _VICTIMS_BEFORE.get(language), _VICTIMS_BEHIND.get(language)
    if behind and (match := behind.match(text, end)):
        return match[1]
    match = before.search(text[:start]) if before else None
    return match.group() if match else ""


@cache
def _deadly(language: str) -> re.Pattern[str]:
    """Return what finds words of death, with their endings where the script parts words."""
    ending = "" if lexicon(language).counters else r"\w*"
    return re.compile(rf"(?:{any_of(lexicon(language).deadly)}){ending}", re.IGNORECASE)


@cache
def _named_toll(language: str) -> re.Pattern[str]:
    """Return what finds the name of a toll, which may stand far from its number: the death toll has risen to 41."""
    return re.compile(rf"(?:{any_of(lexicon(language).toll)})", re.IGNORECASE)


@cache
def since(language: str) -> re.Pattern[str]:
    """Return what finds a word that opens a span of time up to now, with what follows it: since July."""
    return re.compile(rf"(?:{any_of(lexicon(language).since)})(?:\s\w+){{0,2}}", re.IGNORECASE)
