"""Which of an edition's draws a publisher is of, and where headlines say that something happened there. Pure."""

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from octavo.editions.edition import Edition
from octavo.sources import packs
from octavo.sources.hosts import site_of

_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0600-\u06ff]")
"""Scripts that glue particles to names, or write no spaces at all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a publisher is to an edition."""

    weight: float
    draw: int | None
    """The index of the draw that it is of; None for the rest."""


def standing(edition: Edition, site: str, country: str, languages: tuple[str, ...]) -> Standing:
    """Return what the publisher of this site, country and languages is to `edition`."""
    for index, draw in enumerate(edition.draws):
        kind, _, code = draw.source.partition(":")
        named = {"country": code == country, "language": code in languages[:1]}
        if named[kind] if code else site in _sites(kind):
            return Standing(draw.weight, index)
    return Standing(edition.rest, None)


@cache
def _sites(reference: str) -> frozenset[str]:
    """Return the sites of a pack's publishers, as `Publisher.site` keeps them; of none for a code."""
    return frozenset(site_of(one.home, with_path=True) for one in packs.pick(reference).publishers)


@cache
def place_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds one of a place's names in a headline, also as an adjective or with an s; None for no names."""
    if not names:
        return None
    glued = "|".join(re.escape(name) for name in names if _NO_SPACES.search(name))
    apart = "|".join(re.escape(name) for name in names if not _NO_SPACES.search(name))
    patterns = [rf"(?:{glued})"] if glued else []
    patterns += [rf"\b(?:{apart})(?:n?s|n)?\b"] if apart else []
    return re.compile("|".join(patterns))


@cache
def place_names(country: str, places: tuple[str, ...], languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a country in these languages (CLDR) and the further ones of an edition's place."""
    found = list(places)
    for language in languages if country else ():
        try:
            found.append(Locale(language).territories.get(country, ""))
        except (UnknownLocaleError, ValueError):
            continue
    return tuple(dict.fromkeys(filter(None, found)))
