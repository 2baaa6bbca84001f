"""Whether two reports state a number of one thing: at one time, in one place, of the same doer and matter.

Where it cannot be told, they do not: who says that reports differ accuses one of them.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache

from octavo.core.languages import script_code
from octavo.core.quantities import UNITS
from octavo.core.text import tokens, words
from octavo.enrich import constants
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.counts import Count
from octavo.enrich.cues import UNCASED
from octavo.enrich.days import calendar, days
from octavo.enrich.lexicon import GLUED, Lexicon, any_of, lexicon
from octavo.enrich.tolls import Toll, are_same_victims, since
from octavo.enrich.wording import finds

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLAUSE_PARTS = re.compile(r"[,;:()—、，；：]|\s[-–]\s")


def is_same_toll(one: Toll, other: Toll, language: str) -> bool:
    """Tell whether two tolls are of the same victims of one event."""
    texts = (one.passage.text, other.passage.text)
    shared = set(tokens(texts[0])) & set(tokens(texts[1])) - lexicon(language).stop
    return (
        are_same_victims(one, other)
        and len(shared) >= constants.SHARED_TOLL_COUNT
        and not circumstances_differ(texts, language)
        and not may_be_part((one.number.value, other.number.value), texts, (language, language))
    )


def is_same_claim(one: Count, other: Count, language: str) -> bool:
    """Tell whether two sentences state the same of what they count: much in common, and also right beside the number.

    Sentences full of numbers are tallies, and sentences that name different names speak of different things.
    """
    listed = lexicon(language)
    texts = (one.passage.text, other.passage.text)
    if circumstances_differ(texts, language) or _subjects_differ(texts, listed):
        return False
    if may_be_part((one.value, other.value), texts, (language, language)) or _grades_differ((one, other), language):
        return False
    if language not in CASED_NOUNS and _doers_differ(one, other, listed):
        return False
    if (language in UNCASED or language in CASED_NOUNS) and all(_lacking_both(one, other, language)):
        return False
    mine, theirs = (_telling(count.passage.text, language) - {count.counted} for count in (one, other))
    shared = len(mine & theirs)
    enough = max(constants.SHARED_WORDS_COUNT, constants.SHARED_WORDS_SHARE * min(len(mine), len(theirs)))
    if shared < enough and not (mine == theirs and shared >= constants.SHARED_ONLY_COUNT):
        return False
    is_alike = _is_same_matter if one.counted in UNITS.values() else _is_beside_the_same
    return _are_governed_alike(one, other, language) and is_alike(one, other, language)


def circumstances_differ(texts: Sequence[str], language: str) -> bool:
    """Tell whether two sentences name different names or times, or only one speaks of several events or is unsure."""
    for finder in (finds(language, "several"), finds(language, "unsure")):
        if len({bool(finder.search(text)) for text in texts}) > 1:
            return True
    return _names_differ(texts, language) or not _is_same_time(texts, language)


def _is_same_time(texts: Sequence[str], language: str) -> bool:
    """Tell whether nothing tells that two statements are of different days, hours or spans."""
    if any(map(are_apart, zip(*(_periods(text, language) for text in texts), strict=True))):
        return False
    spans = [{match.group().casefold() for match in since(language).finditer(text)} for text in texts]
    moments = ([_days(text, language) for text in texts], [hours(text, language) for text in texts])
    return spans[0] == spans[1] and not any(map(are_apart, moments))


def are_apart(found: Sequence[set[str]]) -> bool:
    """Tell whether two sets have something each, and nothing in common."""
    return bool(found[0] and found[1]) and found[0].isdisjoint(found[1])


def _days(text: str, language: str) -> set[str]:
    folded = text.casefold()
    periods = {period for period in lexicon(language).periods if period in folded}
    return periods | {folded[day.start : day.end] for day in days(text, language, None)}


def _periods(text: str, language: str) -> tuple[set[str], set[str]]:
    """Return the months and the years that a text names."""
    months = {match.group().casefold() for match in _month(language).finditer(text)}
    return months, {match.group() for match in _YEAR.finditer(text)}


@cache
def _month(language: str) -> re.Pattern[str]:
    named = r"\d{1,2}\s?[월月]" if language in GLUED else rf"\b(?:{any_of(calendar(language)[0])})\b"
    return re.compile(named, re.IGNORECASE)


def hours(text: str, language: str) -> set[str]:
    return {re.sub(r"[\s.]", "", match.group().casefold()) for match in _hour(language).finditer(text)}


@cache
def _hour(language: str) -> re.Pattern[str]:
    """Return what an hour of the day looks like, which is no number of hours."""
    known = lexicon(language)
    before, behind = any_of(known.hours_before), any_of(known.hours)
    number, edge = r"(?<![\d.,:])\d{1,2}(?:[:.]\d{2})?", "(?![間间간])" if language in GLUED else r"(?!\w)"
    named = rf"(?:{before})\s{number}" if language not in GLUED else "(?!)"
    return re.compile(rf"(?:(?:{before})\s?)?{number}\s?(?:{behind}){edge}|{named}", re.IGNORECASE)


def _names_differ(texts: Sequence[str], language: str) -> bool:
    """Tell whether two sentences name names, and none in common, with the names of days or without."""
    named = [{word for word in words(text)[1:] if word[0].isupper()} for text in texts]
    dated = frozenset(name for names in calendar(language) for name in names)
    return are_apart(named) or are_apart([{name for name in one if name.casefold() not in dated} for one in named])


def may_be_part(values: Sequence[Decimal], texts: Sequence[str], languages: Sequence[str]) -> bool:
    """Tell whether the lower number may be a part of the other: of a smaller place, or without the one who killed.

    Places are compared where both texts are in one script, and so spell them alike.
    """
    (low, lower, language), (high, higher, _) = sorted(zip(values, texts, languages, strict=True))
    spelled_alike = len(set(map(script_code, languages))) == 1
    elsewhere = spelled_alike and any(place not in higher for place in _places(lower, language))
    killed = any(_killers(one).search(text) for text, one in zip(texts, languages, strict=True))
    return elsewhere or (high - low == 1 and killed)


def _grades_differ(told: Sequence[Count], language: str) -> bool:
    """Tell whether only one of two numbers stands beside a word for how badly somebody is hurt."""
    clauses = ("".join(_clause(count)) for count in told)
    return len({bool(finds(language, "graded").search(clause)) for clause in clauses}) > 1


def _places(text: str, language: str) -> Iterable[str]:
    """Return the names behind words of places; where nothing parts words, the letters before them."""
    dated = {name for names in calendar(language) for name in names}
    return {match[1] for match in _place(language).finditer(text)} - {name.capitalize() for name in dated}


@cache
def _place(language: str) -> re.Pattern[str]:
    known = lexicon(language)
    districts = any_of(known.districts)
    if language in GLUED:
        return re.compile(rf"(\w{{2}})(?:{districts})")
    if known.districts:
        return re.compile(rf"\b(?i:{districts})\s([^\Wa-zß-ÿ]\w+)")
    small = r"[a-zß-ÿа-я][\w’'-]*"
    return re.compile(rf"\b(?:{any_of(known.locating)})\s(?:{small}\s){{0,4}}([A-ZÀ-ÞА-Я][\w’'-]+)")


@cache
def _killers(language: str) -> re.Pattern[str]:
    """Return what finds words for who killed, and may be counted among the dead or not."""
    return re.compile(rf"(?:{any_of(lexicon(language).killers)})", re.IGNORECASE)


def _is_same_matter(one: Count, other: Count, language: str) -> bool:
    """Tell whether two numbers with a unit, which says nothing of what is counted, have the same words around them.

    All words of their sentences, or two right beside them, and before them in their clauses none that the other lacks.
    """
    (before, behind), (their_before, their_behind) = (_beside(count, language) for count in (one, other))
    mine, theirs = (_telling(count.passage.text, language) for count in (one, other))
    near = len((before & their_before) | (behind & their_behind)) >= constants.SHARED_BESIDE_UNIT
    return mine == theirs or (near and not any(_lacking_both(one, other, language)))


def _lacking_both(one: Count, other: Count, language: str) -> tuple[set[str], set[str]]:
    return _lacking(one, other, language), _lacking(other, one, language)


def _lacking(one: Count, other: Count, language: str) -> set[str]:
    """Return the telling words before a number, in its clause, that the other's sentence lacks."""
    return _telling(_clause(one)[0], language) - _telling(other.passage.text, language)


def _clause(count: Count) -> tuple[str, str]:
    """Return what stands in a number's clause before it, and behind what it counts."""
    return _CLAUSE_PARTS.split(count.before)[-1], _CLAUSE_PARTS.split(count.behind)[0]


def _are_governed_alike(one: Count, other: Count, language: str) -> bool:
    """Tell whether no word that governs one number speaks against its governing the other."""
    mine, theirs = (_telling(count.passage.text, language) | {""} for count in (one, other))
    sides = zip(_governing(one, language), _governing(other, language), strict=True)
    return all("" in side or {*side} <= mine & theirs for side in sides)


def _is_beside_the_same(one: Count, other: Count, language: str) -> bool:
    """Tell whether two numbers share a word that governs both, or one beside both that governs neither."""
    governing, their_governing = ({*_governing(count, language)} - {""} for count in (one, other))
    near, their_near = (set().union(*_beside(count, language)) for count in (one, other))
    return bool(governing & their_governing or (near & their_near) - governing - their_governing)


def _governing(count: Count, language: str) -> tuple[str, str]:
    """Return the nearest telling words before a number and behind what it counts, "" where the clause has none."""
    before, behind = (_pieces(part, language) for part in _clause(count))
    return _first_telling(reversed(before), language), _first_telling(behind, language)


def _first_telling(found: Iterable[str], language: str) -> str:
    """Return the first word that is no stop word, "" where a name, a number or a word that joins clauses is nearer."""
    known = lexicon(language)
    told = (one for one in found if len(one) > 1 or language not in GLUED)
    word = next((one for one in told if one.casefold() in known.joining or one.casefold() not in known.stop), "")
    is_name = word[:1].isupper() and language not in CASED_NOUNS
    return "" if is_name or not word.isalpha() or word.casefold() in known.joining else word.casefold()


def _beside(count: Count, language: str) -> tuple[set[str], set[str]]:
    """Return the telling words next to a number in its clause, but names: two before it, two after what it counts."""
    known, is_cased = lexicon(language), language in CASED_NOUNS
    parts = (_pieces(part, language) for part in _clause(count))
    before, after = ([word for word in part if word.casefold() not in known.stop] for part in parts)
    before, after = (
        [word.casefold() for word in part if not word[0].isupper() or is_cased] for part in (before, after)
    )
    return {*before[-2:]}, {*after[:2]}


def _telling(text: str, language: str) -> set[str]:
    return {word.casefold() for word in _pieces(text, language) if word[0].isalpha()} - lexicon(language).stop


def _pieces(text: str, language: str) -> list[str]:
    """Return the words of a text; where its script hardly parts them, pairs of letters."""
    return tokens(text) if language in GLUED else words(text)


def _doers_differ(one: Count, other: Count, listed: Lexicon) -> bool:
    """Tell whether right before two numbers stand different names, of whom the numbers are: who scored how many."""
    doers = [_doer(count, listed) for count in (one, other)]
    texts = [set(words(count.passage.text)) for count in (one, other)]
    return bool(doers[0] and doers[1]) and doers[0] not in texts[1] and doers[1] not in texts[0]


def _doer(count: Count, listed: Lexicon) -> str:
    """Return the last name before a number, not many words away, and nobody's who speaks."""
    near = words(re.split(r"[;:()]", count.before)[-1])[-constants.DOER_WORDS_COUNT :]
    at = next((n for n in range(len(near) - 1, -1, -1) if near[n][0].isupper()), None)
    if at is None or not listed.saying.isdisjoint(word.casefold() for word in near[at:]):
        return ""
    return near[at] if near[at].casefold() not in listed.stop else ""


def _subjects_differ(texts: Sequence[str], listed: Lexicon) -> bool:
    """Tell whether two sentences begin with names of which neither stands in the other: who scored, who was hurt."""
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
    """Tell whether a first word is one that the sentences also write small."""
    small = {word for text in texts for word in words(text)}
    return any(head[0].casefold() in small for head in heads)
