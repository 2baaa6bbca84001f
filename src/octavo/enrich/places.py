"""Names of countries and large cities, in the languages that the CLDR and the word lists know."""

from functools import cache

from octavo.enrich.lexicon import lexicon

_ALLIANCES = ("EU", "EZ", "UN", "QO", "ZZ")
"""Entries of the CLDR that are no places: unions of states and the unknown."""


@cache
def places(language: str) -> frozenset[str]:
    """Return the case-folded names of territories, continents and large cities in `language`."""
    return frozenset(territories(language)) | lexicon(language).places


@cache
def territories(language: str) -> dict[str, str]:
    """Return case-folded names of countries and continents in `language`, each with its code in the CLDR."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {name.casefold(): code for code, name in names.items() if code not in _ALLIANCES}
