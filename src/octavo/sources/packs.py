"""Starter packs: publishers and their feeds by place, topic and language, in files that people can edit and review.

A file of `packs_data` is a pack, called like the file. It holds publishers of its own, so that each feed is written
down once, in one file; and it may include feeds of others by reference (PACK/PUBLISHER/SECTION), or gather the main
feed of every publisher of a country that writes in one language. Files are read when a pack is asked for.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from octavo.core.errors import BadInput, Fatal
from octavo.sources.sections import GROUPS, SECTIONS

_PUBLISHER_FORM = {"name": str, "home": str, "country": str, "english": str, "languages": tuple, "feeds": dict}
_PACK_FORM = {
    **dict.fromkeys(("title", "group", "english", "country", "gathers"), str),
    **dict.fromkeys(("languages", "provenance", "includes"), tuple),
}
NEAR_LIMIT = 3
"""Names offered in place of one that is not there."""


@dataclass(frozen=True, slots=True)
class PackPublisher:
    """A publisher as a pack names it."""

    slug: str
    """One over all packs."""
    name: str
    """In its own script."""
    home: str
    country: str
    """ISO 3166-1 alpha-2; "" for one of no country."""
    languages: tuple[str, ...]
    feeds: Mapping[str, str]
    """Addresses by section; the first is the main one."""
    english: str = ""
    """The English name of one that writes its own in another script."""

    def only(self, *sections: str) -> "PackPublisher":
        """Return the publisher with these of its feeds."""
        return replace(self, feeds={section: self.feeds[section] for section in sections})


@dataclass(frozen=True, slots=True)
class Pack:
    """Publishers that belong together."""

    name: str
    title: str
    group: str
    english: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    """In a file: those of its publishers that state none. In a loaded pack: those and then all others."""
    provenance: tuple[str, ...] = ()
    """The public lists that the addresses come from, each with its licence."""
    includes: tuple[str, ...] = ()
    gathers: str = ""
    publishers: tuple[PackPublisher, ...] = field(default=(), repr=False)

    @property
    def feeds_count(self) -> int:
        return sum(len(publisher.feeds) for publisher in self.publishers)

    def main(self) -> "Pack":
        """Return the pack with the main feed of each publisher alone."""
        return _with(self, [publisher.only(next(iter(publisher.feeds))) for publisher in self.publishers])

    def sample(self, count: int) -> "Pack":
        """Return the main feeds of at most `count` publishers, of each country in turn, in the order of the pack."""
        turns: Counter[str] = Counter()
        ranks = {}
        for publisher in self.publishers:
            turns[publisher.country] += 1
            ranks[publisher.slug] = turns[publisher.country]
        taken = set(sorted(ranks, key=ranks.__getitem__)[:count])
        return _with(self, [publisher for publisher in self.main().publishers if publisher.slug in taken])


@cache
def names() -> tuple[str, ...]:
    """Return the names of all packs, sorted."""
    found = files("octavo.sources").joinpath("packs_data").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in found if file.name.endswith(".toml")))


@cache
def load(name: str) -> Pack:
    """Return a pack with all that it includes. Raises BadInput for an unknown name, Fatal for an odd file."""
    pack = _file(name)
    try:
        included = [_pick(_file(reference.partition("/")[0]), reference) for reference in pack.includes]
    except BadInput as error:
        raise Fatal(f"the starter pack {name} includes what is not there: {error}") from error
    gathered = [_speaking(_file(other), pack.gathers) for other in names()] if pack.gathers else []
    return _with(pack, _merged([pack, *included, *gathered]))


def load_all() -> list[Pack]:
    """Return every pack by group, and within it in the order of names."""
    order = list(GROUPS)
    return sorted(map(load, names()), key=lambda pack: (order.index(pack.group), pack.name))


def pick(reference: str) -> Pack:
    """Return what PACK, PACK/PUBLISHER or PACK/PUBLISHER/SECTION names. Raises BadInput, with what is near."""
    return _pick(load(reference.partition("/")[0]), reference)


def find(word: str) -> list[Pack]:
    """Return the packs that a word tells of: the code of a country or language, else part of a name, title or group."""
    word, packs = word.casefold(), load_all()
    coded = [pack for pack in packs if word in (pack.country.casefold(), *pack.languages)]
    return coded or [pack for pack in packs if _tells(word, pack.name, pack.title, pack.english, GROUPS[pack.group])]


def find_publishers(word: str) -> list[Pack]:
    """Return the packs with publishers of their own that are called like this, and these alone."""
    word, packs = word.casefold(), map(_file, names())
    found = (
        _with(pack, (it for it in pack.publishers if _tells(word, it.slug, it.name, it.english))) for pack in packs
    )
    return [pack for pack in found if pack.publishers]


def at_home(language: str, country: str) -> str:
    """Return the name of the pack for a reader of this language in this country; "" where there is none.

    It is the country's; else the language's, be it that of the one country whose pack is first in this language.
    """
    packs = load_all()
    here = [pack.name for pack in packs if country and pack.country == country and language in pack.languages]
    spoken = [pack.name for pack in packs if language and pack.gathers == language]
    only = [pack.name for pack in packs if pack.country and pack.languages[:1] == (language,)]
    return next(iter(here or spoken or (only if len(only) == 1 else ())), "")


def _tells(word: str, *texts: str) -> bool:
    return any(word in text.casefold() for text in texts)


def _pick(pack: Pack, reference: str) -> Pack:
    _, *steps = reference.rstrip("/").split("/")
    if len(steps) > 2:
        raise BadInput(f"{reference!r} is no reference; write PACK, PACK/PUBLISHER or PACK/PUBLISHER/SECTION")
    if not steps:
        return pack
    publishers = {publisher.slug: publisher for publisher in pack.publishers}
    chosen = publishers.get(steps[0])
    if chosen is None:
        raise BadInput(f"the pack {pack.name} has no publisher {steps[0]!r}{_near(steps[0], publishers)}")
    if len(steps) == 2:
        if steps[1] not in chosen.feeds:
            raise BadInput(f"{pack.name}/{chosen.slug} has no feed {steps[1]!r}{_near(steps[1], chosen.feeds)}")
        chosen = chosen.only(steps[1])
    return _with(pack, [chosen])


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name.casefold(), list(known), NEAR_LIMIT)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def _speaking(pack: Pack, language: str) -> Pack:
    """Return the main feeds of a country's publishers that write in `language` before all."""
    found = [publisher for publisher in pack.publishers if pack.country and publisher.languages[:1] == (language,)]
    return _with(pack, found).main()


def _merged(packs: Iterable[Pack]) -> list[PackPublisher]:
    """Return each publisher once, with all its feeds that the packs hold."""
    found: dict[str, PackPublisher] = {}
    for publisher in (publisher for pack in packs for publisher in pack.publishers):
        known = found.get(publisher.slug, publisher)
        found[publisher.slug] = replace(publisher, feeds={**known.feeds, **publisher.feeds})
    return list(found.values())


def _with(pack: Pack, publishers: Iterable[PackPublisher]) -> Pack:
    publishers = tuple(publishers)
    spoken = Counter(language for publisher in publishers for language in publisher.languages)
    ordered = [
        *(language for language in pack.languages if language in spoken),
        *(found for found, _ in spoken.most_common()),
    ]
    return replace(pack, publishers=publishers, languages=tuple(dict.fromkeys(ordered)))


@cache
def _file(name: str) -> Pack:
    """Return the pack with its own publishers alone."""
    if name not in names():
        raise BadInput(f"there is no pack {name!r}{_near(name, names()) or '; octavo packs lists them'}")
    return _pack(name, files("octavo.sources").joinpath("packs_data", f"{name}.toml").read_bytes())


def _pack(name: str, body: bytes) -> Pack:
    try:
        data = tomllib.loads(body.decode("utf-8-sig"))
        written = data.pop("publishers", {})
        pack = Pack(name, **_tuples(data))
        _require_form(pack, _PACK_FORM, name)
        publishers = tuple(_publisher(slug, pack, **_tuples(found)) for slug, found in written.items())
        for publisher in publishers:
            _require_form(publisher, _PUBLISHER_FORM, publisher.slug)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Fatal(f"the starter pack {name}.toml is not of the form of the others: {error}") from error
    odd = {section for publisher in publishers for section in publisher.feeds} - SECTIONS
    if odd or pack.group not in GROUPS:
        raise Fatal(f"the starter pack {name}.toml names an unknown section or group: {min(odd | {pack.group})}")
    return replace(pack, publishers=publishers)


def _publisher(slug: str, pack: Pack, **facts: Any) -> PackPublisher:
    return PackPublisher(slug, **{"country": pack.country, "languages": pack.languages, **facts})


def _require_form(made: Pack | PackPublisher, form: Mapping[str, type], slug: str) -> None:
    """Raise TypeError, with the first fact that is not what it should be: a text, a list, addresses by section."""
    for name, kind in form.items():
        value = getattr(made, name)
        is_missing = kind is dict and not value
        if is_missing or not isinstance(value, kind) or not all(isinstance(one, str) for one in _parts(value)):
            raise TypeError(f"{name} of {slug}")


def _parts(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, Mapping) else value


def _tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
