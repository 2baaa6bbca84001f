"""Names of several reports that stand for one bearer: by spelling, surname or initials, each bearer once."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from octavo.core.text import words
from octavo.enrich.declined import heads_by_case
from octavo.enrich.entities import Entity, EntityKind
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.spelling import american
from octavo.enrich.verification import plain

Found = tuple[SourceArticle, Entity]
_SPELLED_APART = 2
"""Letters that may differ between two spellings of one first name beside the same surname."""
_INITIALS_COUNT = (2, 6)
_OF = re.compile(r"\s(?:of|for|de|del|des|du|di|von|der|für|para)\s")

FACT_OF_NAME = {EntityKind.PERSON: "who", EntityKind.ORGANISATION: "who", EntityKind.PLACE: "where"}
"""Which key fact a name is."""


def gathered(found: Iterable[Found]) -> list[list[Found]]:
    """Return what reports name, a list for each bearer, in the order of first mention."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for article, one in _in_one_case([*found]):
        groups[_key(one.surface)].append((article, one))
    into = _initials(groups) | _bodies(groups) | _persons(groups)
    whole: dict[str, list[Found]] = defaultdict(list)
    for key, group in groups.items():
        whole[_last(key, into)] += group
    return [*whole.values()]


def _in_one_case(found: list[Found]) -> Iterator[Found]:
    """Yield what reports name with one spelling for all cases of a name."""
    surfaces: dict[str, list[str]] = defaultdict(list)
    for article, one in found:
        surfaces[article.language].append(one.surface)
    heads = {language: heads_by_case(listed, language) for language, listed in surfaces.items()}
    for article, one in found:
        yield article, replace(one, surface=heads[article.language].get(one.surface, one.surface))


def weightiest(groups: Sequence[list[Found]]) -> list[list[Found]]:
    """Return these with what most reports name, and name most often, first."""
    return sorted(groups, key=lambda group: -sum(2 + min(one.count, 4) for _, one in group))


def spelled(group: Sequence[Found]) -> Found:
    """Return the mention that names a bearer best: in full, as most reports do."""
    times: dict[str, int] = defaultdict(int)
    for _, one in group:
        times[one.surface] += 1
    return max(group, key=lambda found: (len(words(found[1].surface)) > 1, times[found[1].surface]))


def kind_of(group: Sequence[Found]) -> EntityKind:
    """Return what a bearer is, as the first report says that is sure of it."""
    return next((one.kind for _, one in group if one.kind is not EntityKind.OTHER), EntityKind.OTHER)


def _key(surface: str) -> str:
    return plain(" ".join(american(word) for word in surface.replace(".", "").split()))


def _last(key: str, into: dict[str, str]) -> str:
    seen = {key}
    while (key := into.get(key, key)) not in seen:
        seen.add(key)
    return key


def _initials(groups: dict[str, list[Found]]) -> dict[str, str]:
    """Return which letters stand for which name, the one that most reports have: UN for United Nations."""
    full: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        letters = "".join(word[0] for word in group[0][1].surface.split() if word[0].isupper())
        if _INITIALS_COUNT[0] <= len(letters) <= _INITIALS_COUNT[1] and " " in key:
            full[letters.casefold()].add(key)
    short = [key for key, group in groups.items() if group[0][1].surface.isupper() and " " not in key]
    return {key: max(full[key], key=lambda name: (len(groups[name]), name)) for key in short if full.get(key)}


def _bodies(groups: dict[str, list[Found]]) -> dict[str, str]:
    """Return which bodies are named without what they are of: the National Bank, of Lurania, where no other has one."""
    named: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        if kind_of(group) is EntityKind.ORGANISATION and (link := _OF.search(key)):
            named[key[: link.start()]].add(key)
    return {short: keys.pop() for short, keys in named.items() if len(keys) == 1 and " " in short and short in groups}


def _persons(groups: dict[str, list[Found]]) -> dict[str, str]:
    """Return which surname, first name or spelling stands for which full name, where that is one person's alone."""
    full = [key for key, group in groups.items() if " " in key and kind_of(group) is EntityKind.PERSON]
    by_surname: dict[str, list[str]] = defaultdict(list)
    into: dict[str, str] = {}
    for key in full:
        bearers = by_surname[key.split()[-1]]
        same = next((one for one in bearers if _is_one_name(one, key)), None)
        if same:
            into[key] = same
        else:
            bearers.append(key)
    for place in (-1, 0):
        called: dict[str, list[str]] = defaultdict(list)
        for key in full:
            if key not in into:
                called[key.split()[place]].append(key)
        for short, keys in called.items():
            if len(keys) == 1 and short in groups and _may_be_short(groups[short], groups[keys[0]], place):
                into.setdefault(short, keys[0])
    return into


def _may_be_short(short: Sequence[Found], full: Sequence[Found], place: int) -> bool:
    """Tell whether a name alone may be a full one's: a first name only where some report has both."""
    reports = {article.id for article, _ in full}
    return kind_of(short) is not EntityKind.PLACE and (place == -1 or any(one.id in reports for one, _ in short))


def _is_one_name(one: str, other: str) -> bool:
    """Tell whether two full names of one surname are one: Vyacheslav, Vyachislav; or one with a further name."""
    mine, theirs = (_bare(name.rpartition(" ")[0]) for name in (one, other))
    if mine in theirs.split()[:1] or theirs in mine.split()[:1]:
        return True
    return (
        mine[0] == theirs[0]
        and min(len(mine), len(theirs)) > _SPELLED_APART
        and Levenshtein.distance(mine, theirs) <= _SPELLED_APART
    )


def _bare(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
