"""Names of countries and large cities, in the languages that the CLDR and the word lists know."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from octavo.core.languages import territory_names
from octavo.enrich.lexicon import common_countries, lexicon

_EXPLAINED = re.compile(r"\s?[(（][^()（）]*[)）]$")
_ALLIANCES = ("EU", "EZ", "UN", "QO", "ZZ")
"""Entries of the CLDR that are no places: unions of states and the unknown."""


@cache
def places(language: str) -> frozenset[str]:
    """Return the case-folded names of territories, continents and large cities in `language`."""
    return frozenset(territories(language)) | lexicon(language).places


@cache
def territories(language: str) -> dict[str, str]:
    """Return case-folded names of countries and continents in `language`, each with its code in the CLDR."""
    names = {name.casefold(): code for code, name in territory_names(language).items() if code not in _ALLIANCES}
    if not names:
        return {}
    short = {one: names[name] for one, name in _unexplained(names).items()}
    return dict(common_countries(language)) | short | names


def _unexplained(names: Iterable[str]) -> dict[str, str]:
    """Return which names say more in brackets at their end, by what stands before it: Myanmar (Burma)."""
    short = {name: _EXPLAINED.sub("", name) for name in names}
    times = Counter(short.values())
    return {one: name for name, one in short.items() if one != name and times[one] == 1}


_PEOPLES_END = ("an", "ans", "ian", "ians", "ean", "eans", "ish", "ese")
_STEM_LETTERS = 4


@cache
def is_demonym(word: str, language: str) -> bool:
    """Tell whether a word with a capital means a people or its language, not a name: Syrian, Swedes, Dutch.

    The English ones that are made from their country's name by an ending are known by that. Other languages write such
    words small, or as nouns among nouns.
    """
    key = word.casefold()
    if key in lexicon(language).peoples:
        return True
    made = language == "en" and key.endswith(_PEOPLES_END) and key not in places("en")
    return made and any(
        name.startswith(key[:_STEM_LETTERS]) for name in territories("en") if len(name) >= _STEM_LETTERS
    )
