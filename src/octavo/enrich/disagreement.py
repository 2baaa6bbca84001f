"""Where independent reports state different numbers of the same thing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from octavo.core.quantities import UNITS, Quantity, is_year, quantities
from octavo.core.text import tokens, words
from octavo.enrich import constants
from octavo.enrich.amounts import numbers
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.days import days
from octavo.enrich.lexicon import Lexicon, lexicon
from octavo.enrich.passages import Passage
from octavo.enrich.tolls import since, tolls


@dataclass(frozen=True, slots=True)
class Count:
    """A number with the word that it counts, where a passage states it."""

    passage: Passage
    start: int
    """Offsets into the article's text."""
    end: int
    text: str
    """As written: "212 passengers"."""
    value: Decimal
    counted: str
    """The counted word, case-folded, or the unit."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    one: Count
    other: Count


def disagreements(found: Sequence[Passage], language: str) -> list[Disagreement]:
    """Return pairs of counts of the same thing by different articles that do not agree, none of them twice.

    Only numbers that the other article states nowhere, in sentences that otherwise say the same.
    """
    stated = counts(found, language)
    values = {
        article: {one.value for one in stated if one.passage.article == article}
        for article in {one.passage.article for one in stated}
    }
    out: list[Disagreement] = list(_of_tolls(found, language))
    told: set[str] = set()
    taken = {(pair.passage.article, pair.value) for one in out for pair in (one.one, one.other)}
    for one, other in combinations(stated, 2):
        apart = one.passage.article != other.passage.article and one.counted == other.counted
        known = {(one.passage.article, one.value), (other.passage.article, other.value)} <= taken
        fresh = apart and one.counted not in told and not known
        if (
            fresh
            and _differ(one, other, values)
            and _same_claim(one, other, language)
            and _same_time(one, other, language)
        ):
            told.add(one.counted)
            out.append(Disagreement(one, other))
    return out


def counts(found: Sequence[Passage], language: str) -> list[Count]:
    """Return the numbers of passages that say what they count."""
    listed = lexicon(language)
    return [count for passage in found for count in _counts(passage, listed)]


def _differ(one: Count, other: Count, values: dict[int, set[Decimal]]) -> bool:
    if one.value in values[other.passage.article] or other.value in values[one.passage.article]:
        return False
    larger, smaller = max(one.value, other.value), min(one.value, other.value)
    return not _is_rounded(larger, smaller) and larger < smaller * constants.FARTHEST_FACTOR


def _is_rounded(larger: Decimal, smaller: Decimal) -> bool:
    """Say whether two numbers are one, of which one report gives fewer figures."""
    figures = [len(value.normalize().as_tuple().digits) for value in (larger, smaller)]
    near = smaller >= larger * Decimal(constants.ROUNDED_ALIKE)
    return near and (figures[0] != figures[1] or max(figures) == 1)


def _of_tolls(found: Sequence[Passage], language: str) -> Iterator[Disagreement]:
    """Yield the first two reports whose tolls differ, unless either has the other's number too, as that of a part."""
    stop = lexicon(language).stop
    values: dict[int, set[Decimal]] = defaultdict(set)
    for passage in found:
        values[passage.article] |= {one.value for one in numbers(passage.text, language)}
    stated = [
        Count(passage, passage.start + start, passage.start + end, passage.text[start:end], one.value, "")
        for passage, start, end, one in tolls(found, language).values()
    ]
    for one, other in combinations(stated, 2):
        larger, smaller = max(one.value, other.value), min(one.value, other.value)
        known = one.value in values[other.passage.article] or other.value in values[one.passage.article]
        shared = (set(tokens(one.passage.text)) & set(tokens(other.passage.text))) - stop
        near = larger < smaller * constants.FARTHEST_TOLL_FACTOR and not _is_rounded(larger, smaller)
        if near and larger != smaller and not known and len(shared) >= constants.SHARED_TOLL_COUNT:
            yield Disagreement(one, other)
            return


def _same_time(one: Count, other: Count, language: str) -> bool:
    """Say whether nothing tells that two statements are of different days or spans."""
    spans = [
        {match.group().casefold() for match in since(language).finditer(count.passage.text)} for count in (one, other)
    ]
    named = [_days(count.passage.text, language) for count in (one, other)]
    return spans[0] == spans[1] and (not all(named) or not named[0].isdisjoint(named[1]))


def _days(text: str, language: str) -> set[str]:
    folded = text.casefold()
    periods = {period for period in lexicon(language).periods if period in folded}
    return periods | {folded[day.start : day.end] for day in days(text, language, None)}


def _same_claim(one: Count, other: Count, language: str) -> bool:
    """Say whether two sentences state the same of what they count: much in common, and also right beside the number.

    Sentences full of numbers are tallies, and sentences that name different names speak of different things.
    """
    listed = lexicon(language)
    texts = [count.passage.text for count in (one, other)]
    names = [_names(text) for text in texts]
    if (all(names) and names[0].isdisjoint(names[1])) or _subjects_differ(texts, listed):
        return False
    if language not in CASED_NOUNS and _doers_differ(one, other, listed):
        return False
    mine, theirs = (_telling(count.passage.text, listed) - {count.counted} for count in (one, other))
    shared = len(mine & theirs)
    (before, after), (their_before, their_after) = (_beside(count, language) for count in (one, other))
    if one.counted in UNITS.values():
        near, few = (before & their_before) | (after & their_after), constants.SHARED_BESIDE_UNIT
    else:
        near, few = (before | after) & (their_before | their_after), 1
    enough = max(constants.SHARED_WORDS_COUNT, constants.SHARED_WORDS_SHARE * min(len(mine), len(theirs)))
    return len(near) >= few and shared >= enough


def _names(text: str) -> set[str]:
    return {word for word in words(text)[1:] if word[0].isupper()}


def _doers_differ(one: Count, other: Count, listed: Lexicon) -> bool:
    """Say whether right before two numbers stand different names, of whom the numbers are: who scored how many."""
    doers = [_doer(count, listed) for count in (one, other)]
    texts = [set(words(count.passage.text)) for count in (one, other)]
    return bool(doers[0] and doers[1]) and doers[0] not in texts[1] and doers[1] not in texts[0]


def _doer(count: Count, listed: Lexicon) -> str:
    """Return the last name before a number, not many words away, and nobody's who speaks."""
    before = count.passage.text[: count.start - count.passage.start]
    near = words(re.split(r"[;:()]", before)[-1])[-constants.DOER_WORDS_COUNT :]
    at = next((n for n in range(len(near) - 1, -1, -1) if near[n][0].isupper()), None)
    if at is None or not listed.saying.isdisjoint(word.casefold() for word in near[at:]):
        return ""
    return near[at] if near[at].casefold() not in listed.stop else ""


def _subjects_differ(texts: Sequence[str], listed: Lexicon) -> bool:
    """Say whether two sentences begin with names of which neither stands in the other: who scored, who was hurt."""
    heads = [words(text)[:1] for text in texts]
    named = all(head and head[0][0].isupper() and head[0].casefold() not in listed.stop for head in heads)
    follows = [words(text)[1:2] for text in texts]
    plain = all(following and following[0][0].islower() for following in follows)
    return (
        named
        and plain
        and heads[0][0] not in texts[1]
        and heads[1][0] not in texts[0]
        and not _are_common(texts, heads)
    )


def _are_common(texts: Sequence[str], heads: Sequence[list[str]]) -> bool:
    """Say whether a first word is one that the sentences also write small."""
    small = {word for text in texts for word in words(text)}
    return any(head[0].casefold() in small for head in heads)


def _beside(count: Count, language: str) -> tuple[set[str], set[str]]:
    """Return the telling words next to a number, but names: two before it, and two after what it counts."""
    text, start, end = count.passage.text, count.start - count.passage.start, count.end - count.passage.start
    stop, is_cased = lexicon(language).stop, language in CASED_NOUNS
    before, after = (
        [word for word in words(part) if word.casefold() not in stop] for part in (text[:start], text[end:])
    )
    near, behind = (
        {word.casefold() for word in part if word[0].islower() or is_cased} for part in (before[-2:], after[:2])
    )
    return near, behind


def _telling(text: str, listed: Lexicon) -> set[str]:
    return {word.casefold() for word in words(text) if word[0].isalpha()} - listed.stop


def _counts(passage: Passage, listed: Lexicon) -> Iterator[Count]:
    stated = quantities(passage.text)
    for one in stated if len(stated) <= constants.TALLY_COUNT else ():
        if (counted := _counted(passage.text, one, listed)) and not is_year(one):
            word, end = counted
            text = passage.text[one.start : end]
            yield Count(passage, passage.start + one.start, passage.start + end, text, one.value, word)


def _counted(text: str, one: Quantity, listed: Lexicon) -> tuple[str, int] | None:
    """Return the word right after a number, or its unit; None where neither says what is counted."""
    if one.unit:
        return one.unit, one.end
    rest = text[one.end :]
    following = words(rest[:40])
    if not rest.startswith(" ") or not following or not rest[1:].startswith(following[0]):
        return None
    word = following[0]
    if not word.isalpha() or not word.islower() or word in listed.stop or word in listed.clock or len(word) < 3:
        return None
    return word, one.end + 1 + len(word)
