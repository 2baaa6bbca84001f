"""Amounts with what they count, "310 kilograms of cocaine", each within the clause that says what they are about."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise

from octavo.core.quantities import Quantity, is_year, quantities
from octavo.core.text import words
from octavo.enrich import constants
from octavo.enrich.cues import UNCASED, without_particle
from octavo.enrich.days import days, short_months
from octavo.enrich.lexicon import any_of, lexicon
from octavo.enrich.numerals import numerals
from octavo.enrich.passages import Passage, is_dense

_WORD = re.compile(r"(?:\s|(?<=\sd)[’'])([^\W\d_][\w’'-]*)")
_PART_OF_NUMBER = re.compile(r"[^\W\d_]|[-–:/.]\d|\s?(?:a\.m|p\.m|am\b|pm\b|uhr\b)|-[^\W\d_]", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(
    r"(?:\d[-–:/.,]|\d\s[-–:]\s?|[A-Za-zÀ-ÿА-я][-–]?|[№#]|\b(?:no|nr|number|nummer|room|bus|route|page|mil)\.?\s)$",
    re.IGNORECASE,
)
_DENSE_BEHIND = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CLAUSE_END = re.compile(r"[,;:](?=\s)|[،、，；：]|\s[–—-](?=\s)|—")
_LINK = re.compile(r"\s(?:(?:of|de)\s|d[’'])(?:(?:the|its|their|all|la|las|los|les|el)\s)?([^\W\d_][\w’'-]*)")
_OF_MILLIONS = re.compile(r"\sd(?:e(?=\s[^\W\d_])|(?=[’']))")
_CURRENCY_OF = re.compile(r"\b[A-Z]{1,3}$")
"""Before the sign: HK$, US$."""
_KOREAN_NOUN = re.compile(r"([가-힣]{2,})(?<![고며서해쳐져려워와아어게던한된할는은지다며여내])\s$")
_DESCRIBING = ("ing", "ed", "al", "ic", "ous", "ive", "est", "ary", "able", "ful", "less")
_LINKED_CHARACTERS = 40
_CURRENCY_SIGNS = "$€£¥₩"
_SIGN_CHARACTERS = 8
_SHARE_OF = 10
_READ_COUNT = 4_096
"""Passages whose numbers are remembered, some 2 MB: facts, differences and summaries each ask for those of a story."""
_DESCRIBING_COUNT = 3
"""Words between a number and what it counts: "2,300 counterfeit wristbands"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts: `passage.text[start:end]`."""

    start: int
    end: int
    value: Decimal
    unit: str
    """The unit, or the counted word, case-folded."""
    is_duration: bool
    clause: tuple[int, int]
    """Of the passage, what it stands in."""
    number: Quantity


def amounts(passage: Passage, language: str) -> Iterator[Amount]:
    """Yield the amounts of a passage in order: with a unit, or with the thing that is counted."""
    text = passage.text
    for one in numbers(text, language):
        if found := counted(text, one, language):
            start, end, unit = found
            is_duration = unit in lexicon(language).clock
            if not (is_duration and _is_moment(text[:start], text[end:], language)):
                yield Amount(start, end, one.value, unit, is_duration, clause(text, start, end), one)


@lru_cache(maxsize=_READ_COUNT)
def numbers(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text in order, those in words too, that are neither a day nor a part of another sign."""
    named = [(day.start, day.end) for day in days(text, language, None)]
    found = sorted((*quantities(text), *numerals(text, language)), key=lambda one: one.start)
    shares = {at for one, other in pairwise(found) if _is_share(text, one, other, language) for at in (one, other)}
    return tuple(
        one
        for one in found
        if one not in shares
        and _is_amount(text, one, language)
        and not any(start < one.end and one.start < end for start, end in named)
    )


def _is_share(text: str, one: Quantity, other: Quantity, language: str) -> bool:
    """Tell whether two small numbers are a share: "one in five trains", "three voters in four"."""
    match = _share(language).fullmatch(text, one.end, other.start)
    is_small = one.value == 1 or max(one.value, other.value) <= _SHARE_OF
    return match is not None and is_small and not (match["counted"] and counted(text, other, language))


@cache
def _share(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:(?P<counted>[^\W\d_]+)\s)?(?:{any_of(lexicon(language).shares)})\s?", re.IGNORECASE)


def _is_amount(text: str, one: Quantity, language: str) -> bool:
    """Tell whether a number is neither a part of another sign nor a year nor a single thing nor a day."""
    alone = not one.unit and (one.value in (0, 1) or is_year(one))
    before, is_money = text[max(0, one.start - _SIGN_CHARACTERS) : one.start], text[one.start] in _CURRENCY_SIGNS
    sign = not is_money and (_BEFORE_NUMBER.search(before) or (not one.unit and _month_before(language).search(before)))
    ended = not one.unit and text[one.end - 1].isdigit() and _PART_OF_NUMBER.match(text[one.end :])
    return not alone and not sign and not (ended and not _DENSE_BEHIND.match(text[one.end :]))


@cache
def _month_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(short_months(language))})\w?\.?\s$", re.IGNORECASE)


def counted(text: str, one: Quantity, language: str) -> tuple[int, int, str] | None:
    """Return where an amount begins and ends with what it counts, and that; None where nothing says so."""
    if one.unit:
        letters = _CURRENCY_OF.search(text[: one.start]) if text[one.start] in _CURRENCY_SIGNS else None
        start = letters.start() if letters else one.start
        return start, _linked(text, _rated(text, one.end, language), language), one.unit
    if lexicon(language).counters:
        return _by_counter(text, one, language)
    end = _noun_end(text, one.end, language)
    if end is None:
        return None
    noun = words(text[one.end : end])[-1].casefold().removeprefix("d'").removeprefix("d’")
    return one.start, _linked(text, _rated(text, end, language), language), noun


def _by_counter(text: str, one: Quantity, language: str) -> tuple[int, int, str] | None:
    match = _counter(language).match(text, one.end)
    if match is None:
        return None
    start = one.start
    before = _KOREAN_NOUN.search(text[:start]) if language == "ko" else None
    if before and before[1] not in lexicon("ko").stop and not without_particle(before[1])[1]:
        start = before.start(1)
    return start, match.end(), match[1]


@cache
def _counter(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:여\s?|[余餘多])?({any_of(lexicon(language).counters)})")


def _noun_end(text: str, at: int, language: str) -> int | None:
    """Return where the thing counted ends that stands right behind a number."""
    stop, is_noun, describing = lexicon(language).stop, _NOUNS.get(language, _is_first), lexicon(language).describing
    beside = describing | lexicon(language).clock
    if match := _OF_MILLIONS.match(text, at):
        at = match.end()
    for _ in range(_DESCRIBING_COUNT):
        match = _WORD.match(text, at)
        if match is None or (match[1].casefold() in stop and match[1].casefold() not in beside):
            return None
        at, is_beside = match.end(), match[1].casefold() in describing
        if not is_beside and is_noun(match[1], language):
            return at
        if not is_beside and language in _AGREEING:
            return None
    return None


def _is_plural(word: str, language: str) -> bool:
    plain = word.casefold()
    ends = plain.endswith("s") and not plain.endswith(("ss", "us", "is", "'s", "’s"))
    return word[0].islower() and len(plain) > 3 and (ends or plain in lexicon(language).plurals)


def _is_capital(word: str, language: str) -> bool:
    return (
        word[0].isupper() and word.casefold() not in lexicon(language).stop | {"uhr"}
    ) or word.casefold() in lexicon(language).clock


def _is_first(word: str, language: str) -> bool:
    return (language in UNCASED or word[0].islower()) and len(word) > 2


def _is_of_many(word: str, language: str) -> bool:
    return word[0].islower() and (word.endswith(("s", "x", "z")) or word.casefold() in lexicon(language).clock)


_NOUNS: dict[str, Callable[[str, str], bool]] = {
    "en": _is_plural,
    "de": _is_capital,
    "es": _is_of_many,
    "fr": _is_of_many,
}
_AGREEING = ("es", "fr")
"""Languages in which whatever stands with a plural is one, so that other words are none of what is counted."""


def _rated(text: str, at: int, language: str) -> int:
    match = _rate(language).match(text, at)
    return match.end() if match else at


@cache
def _rate(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(lexicon(language).rates)})\b", re.IGNORECASE)


def _linked(text: str, at: int, language: str) -> int:
    """Return where what follows with "of" ends: "of cocaine", "of drinking water"."""
    match = _LINK.match(text, at) if language not in UNCASED else None
    if match is None or match[1].casefold() in lexicon(language).stop:
        return at
    end, word = match.end(), match[1]
    while word[0].isupper() or "-" in word or (language == "en" and word.endswith(_DESCRIBING)):
        more = _WORD.match(text, end)
        if more is None or more[1].casefold() in lexicon(language).stop or more.end() - at > _LINKED_CHARACTERS:
            return end if word[0].isupper() else at
        end, word = more.end(), more[1]
    return end


def _is_moment(before: str, behind: str, language: str) -> bool:
    """Tell whether a duration tells how long ago something was, or how old somebody is."""
    listed, following, leading = lexicon(language), words(behind[:20]), words(before[-20:])
    ago = bool(following) and following[0].casefold() in listed.ago
    since = bool(leading) and leading[-1].casefold() in listed.ago_before
    return ago or since or (before.endswith(", ") and behind[:1] in tuple(",.;"))


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a sentence that says what `text[start:end]` is about, whole clauses if it may be."""
    shortest, longest = constants.CLAUSE_CHARACTERS
    if is_dense(text):
        shortest, longest = int(shortest / constants.DENSE_FACTOR), int(longest / constants.DENSE_FACTOR)
    if len(text) <= longest:
        return 0, len(text)
    cuts = [match.end() for match in CLAUSE_END.finditer(text) if not start <= match.start() < end]
    first = max((cut for cut in cuts if cut <= start), default=0)
    last = min((cut for cut in cuts if cut >= end), default=len(text))
    while last - first < shortest and (first > 0 or last < len(text)):
        if first > 0:
            first = max((cut for cut in cuts if cut < first), default=0)
        else:
            last = min((cut for cut in cuts if cut > last), default=len(text))
    return _trimmed(text, (first, last), (start, end), longest)


def _trimmed(text: str, whole: tuple[int, int], held: tuple[int, int], longest: int) -> tuple[int, int]:
    """Return `whole` without the spaces around it, cut between words on both sides of `held` where it is too long."""
    first, last = whole
    if last - first > longest:
        room = max(0, longest - (held[1] - held[0]))
        left = max(first, held[0] - room * 2 // 3)
        right = min(last, left + longest)
        first = left if left == first else text.find(" ", left, held[0]) + 1 or held[0]
        last = right if right == last else max(text.rfind(" ", held[1], right), held[1])
    while first < held[0] and text[first].isspace():
        first += 1
    return first, first + len(text[first:last].rstrip(" ,;:،、，；：–—-"))
