"""What a verb is about, told without grammar by the words beside it: that somebody opened a road, and not fire near it.

Where spaces part words that is what stands behind the verb up to the next preposition, else what stands before it in
its clause; in Korean and Japanese the nouns before it, in Chinese those beside it. Days are no part of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from octavo.core.text import is_paired
from octavo.enrich import constants
from octavo.enrich.days import day_forms
from octavo.enrich.lexicon import GLUED, any_of, lexicon
from octavo.enrich.wording import finds, found

Groups = tuple[tuple[str, ...], ...]
"""Nouns that stand together, those nearest to the verb's thing first."""

_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)[년年]?"
_NOUN_LETTERS = 3
"""Fewest that a case leaves of a noun."""
_KEPT_COUNT = 512
_MARK = re.compile(r"[.,;:!?،؛、；：，。！？()\"“”„«»「」『』]|\s[–—-]\s")
_PART = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NOUN_JA = re.compile(r"[\u4e00-\u9fff々〆ァ-ヶー]+")


def things(text: str, verb: tuple[int, int], language: str) -> Groups:
    """Return what the verb that stands at `verb` is about; nothing where that is not sure."""
    return _read(text, verb, language, _READERS.get(language, _parted))


@lru_cache(_KEPT_COUNT)
def deeds(text: str, language: str) -> tuple[tuple[tuple[str, ...], tuple[int, int], Groups], ...]:
    """Return what a passage says shall be done: words that say that it was done, where its verb stands, to what."""
    reader = _GLUED_READERS.get(language, _parted)
    return tuple(
        (forms, verb.span(), _read(text, verb.span(), language, reader))
        for verbs, forms in lexicon(language).done
        for verb in found(language, verbs).finditer(text)
    )


def _read(text: str, verb: tuple[int, int], language: str, reader: Callable[[str, str, str], Groups]) -> Groups:
    bare = _dayless(language).sub(lambda day: " " * len(day.group()), text)
    return reader(bare[: verb[0]], bare[verb[1] :], language)


def beyond_matters(group: Sequence[str], language: str) -> list[str]:
    """Return nouns without those that stand for whatever was promised: its opening, the plan, the deadline."""
    known = _matters(language)
    if language in GLUED:
        return [bare for noun in group if (bare := _without(noun, known))]
    return [noun for noun in group if noun not in known]


@cache
def _matters(language: str) -> frozenset[str]:
    listed = lexicon(language)
    return frozenset(_without(word, listed.particles, _NOUN_LETTERS) for word in listed.matters)


def is_held(nouns: Iterable[str], text: str, language: str) -> bool:
    """Tell whether a text has all of these nouns, in whatever form."""
    if language in GLUED:
        return all(noun in text for noun in nouns)
    known = [part for part, _ in _parts(text, language)]
    return all(any(is_alike(noun, part) for part in known) for noun in nouns)


def is_alike(one: str, other: str) -> bool:
    """Tell whether two nouns are forms of one, by their beginnings; of scripts without spaces, by their ends."""
    if is_paired(one):
        return one.endswith(other) or other.endswith(one)
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    shorter = min(len(one), len(other))
    return one == other or shared >= min(constants.STEM_LETTERS, max(constants.SHORT_STEM_LETTERS, shorter - 1))


@cache
def _dayless(language: str) -> re.Pattern[str]:
    """Return what finds days, years and words that replace them, with the prepositions beside them."""
    listed = lexicon(language)
    when = f"(?:{day_forms(language).pattern}|{_YEAR}|{finds(language, 'replacing').pattern})"
    if language in GLUED:
        return re.compile(rf"{when}(?:{any_of((*listed.until_after, *listed.towards_after))})?", re.IGNORECASE)
    before = any_of(_governing(language))
    return re.compile(rf"(?:\b(?:{before})\s(?:(?:{any_of(listed.articles)})\s)?)?{when}", re.IGNORECASE)


def _parted(ahead: str, behind: str, language: str) -> Groups:
    return _groups(_first_clause(behind, language), language) or _groups(_last_clause(ahead, language), language)


def _verb_first(ahead: str, behind: str, language: str) -> Groups:
    """Return what stands behind a verb, or before it, as one: who does it, in what place, and to what."""
    first, second, *_ = (*_parted(ahead, behind, language), (), ())
    return ((*first, *second),) if first else ()


def _first_clause(text: str, language: str) -> str:
    return _bounds(language).split(text, maxsplit=1)[0]


def _last_clause(text: str, language: str) -> str:
    return _bounds(language).split(text)[-1]


@cache
def _bounds(language: str) -> re.Pattern[str]:
    """Return what parts a verb's clause from others: marks, words that open clauses, words of saying and promising."""
    opening = any_of((*lexicon(language).subordinating, *lexicon(language).saying))
    return re.compile(rf"{_MARK.pattern}|\b(?:{opening})\b|{finds(language, 'pledging').pattern}", re.IGNORECASE)


def _groups(clause: str, language: str) -> Groups:
    """Return the nouns of a clause, parted at prepositions; none where it begins with one and says no more."""
    out: list[list[str]] = [[]]
    for part, tells in _parts(clause, language):
        if part in _governing(language):
            out.append([])
        elif tells:
            out[-1].append(part)
    first, *further = out
    return tuple(map(tuple, (first, *filter(None, further)))) if first else ()


@cache
def _governing(language: str) -> frozenset[str]:
    listed = lexicon(language)
    return frozenset((*listed.governing, *listed.locating, *listed.until, *listed.towards))


def _parts(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of a text without their cases, and whether each tells of a thing; an apostrophe parts them."""
    listed = lexicon(language)
    empty = listed.stop - listed.matters | listed.manner
    for part in _PART.findall(text.casefold()):
        is_noun = part not in _governing(language)
        tells = is_noun and (len(part) > 1 or part.isdigit()) and part not in empty
        yield (_without(part, listed.particles, _NOUN_LETTERS) if is_noun else part), tells


def _korean(ahead: str, behind: str, language: str) -> Groups:
    listed = lexicon(language)
    nouns = [_without(word, listed.particles, 1) for word in _PART.findall(_last_clause(ahead, language))]
    return tuple((noun,) for noun in reversed(nouns) if len(noun) > 1 and noun not in listed.manner)


def _japanese(ahead: str, behind: str, language: str) -> Groups:
    runs = _NOUN_JA.findall(_last_clause(ahead, language)) or _NOUN_JA.findall(ahead)
    nouns = [_without(run, lexicon(language).manner) for run in runs]
    return tuple((noun,) for noun in reversed(nouns) if len(noun) > 1)


def _chinese(ahead: str, behind: str, language: str) -> Groups:
    """Return the last characters before a verb's object ends, or before the verb: there a noun's head stands."""
    manner = lexicon(language).manner
    object_, subject = _first_clause(behind, language).strip(), _last_clause(ahead, language).strip()
    run = _without(object_, manner) or _without(subject, manner)
    return tuple((run[end - 2 : end],) for end in (len(run), len(run) - 2) if end > 1)


def _without(word: str, endings: frozenset[str], fewest: int = 0) -> str:
    """Return a word without what stands at its end and is no part of it; `fewest` characters stay."""
    longest = sorted(endings, key=len, reverse=True)
    while ending := next((one for one in longest if word.endswith(one) and len(word) >= len(one) + fewest), ""):
        word = word.removesuffix(ending).rstrip()
    return word


_GLUED_READERS: Mapping[str, Callable[[str, str, str], Groups]] = {"ko": _korean, "ja": _japanese, "zh": _chinese}
_READERS = {**_GLUED_READERS, "ar": _verb_first}
