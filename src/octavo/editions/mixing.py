"""Which of an edition's draws a publisher is of, and where headlines say that something happened there. Pure."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from octavo.core.languages import territory_names
from octavo.editions.edition import Edition
from octavo.sources import packs
from octavo.sources.hosts import site_of

_CODE_LETTERS = 2
"""Of a country; regions of the world have three digits."""
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that glue particles to names, or write no spaces at all."""
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_BEFORE_ARABIC, _AFTER_ARABIC = r"\b[وف]?(?:[بك]?ال|لل|[بكل])?", r"(?:ي|ية|يين|يون|يا)?\b"
"""What is glued to Arabic names: and, in, for, the; and the endings of adjectives."""


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
def place_pattern(names: tuple[str, ...], languages: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds one of a place's names in a headline, also as an adjective or with an s; None for no names.

    Not within the longer name that another country or a region elsewhere has in these languages: Niger is not Nigeria,
    인도 not 인도네시아.
    """
    if not names:
        return None
    others = [name for language in languages for name in (*_countries(language).values(), *_regions(language))]
    return re.compile("|".join(_finding(name, others) for name in names))


def _finding(name: str, others: Sequence[str]) -> str:
    """Return the pattern of one name that does not stand within one of the others."""
    written = f"(?={re.escape(name)}){_outside(name, others)}{re.escape(name)}"
    if _NO_SPACES.search(name):
        return written
    if _ARABIC.search(name):
        return f"{_BEFORE_ARABIC}{re.escape(name.removeprefix('ال'))}{_AFTER_ARABIC}"
    return rf"\b{written}(?:n?s|n)?\b"


def _outside(name: str, others: Sequence[str]) -> str:
    """Return what looks around a name, and refuses the longer ones that hold it."""
    held = ((longer, longer.find(name)) for longer in others if name != longer and name in longer)
    around = ((longer[:at], longer[at:]) for longer, at in held)
    return "".join(f"(?!(?<={re.escape(before)}){re.escape(rest)})" for before, rest in around)


@cache
def _countries(language: str) -> Mapping[str, str]:
    """Return what a language calls countries, by their codes."""
    return {code: name for code, name in territory_names(language).items() if len(code) == _CODE_LETTERS}


@cache
def _regions(language: str) -> Sequence[str]:
    """Return the names of regions that hold a country's name that they are not of."""
    table = tomllib.loads((files(__package__) / "regions.toml").read_text("utf-8"))
    found: Sequence[str] = table.get(language, ())
    return found


@cache
def place_names(country: str, places: tuple[str, ...], languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a country in these languages (CLDR) and the further ones of an edition's place."""
    found = list(places)
    for language in languages if country else ():
        found.append(_countries(language).get(country, ""))
    return tuple(dict.fromkeys(filter(None, found)))
