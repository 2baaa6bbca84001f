"""Which spelling of a name stands for which bearer, in scripts with capitals: surnames, acronyms, cases."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from octavo.enrich.cased_kinds import is_short, short_forms
from octavo.enrich.entities import EntityKind

_ACRONYM_LETTERS = 3


def fuller(surfaces: dict[str, EntityKind]) -> dict[str, str]:
    """Return which surface stands for another: a surname's full name, an acronym for its long form."""
    bearers, acronyms = _bearers(surfaces), _acronyms(surfaces)
    standing = {}
    for surface, kind in surfaces.items():
        called = bearers[kind is EntityKind.PLACE, surface] if is_short(surface) else []
        if len(called) == 1:
            standing[surface] = called[0]
        elif surface.isupper() and surface.title() in surfaces:
            standing[surface] = surface.title()
        elif kind is not EntityKind.PERSON and (short := acronyms.get(_initials(surface))):
            standing[surface] = short
    return standing


def _bearers(surfaces: dict[str, EntityKind]) -> dict[tuple[bool, str], list[str]]:
    """Return the persons called so for short, and the places that it is the last word of, by whether it is a place."""
    bearers: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for surface, kind in surfaces.items():
        if kind is EntityKind.PERSON and not is_short(surface):
            for short in set(short_forms(surface)):
                bearers[False, short].append(surface)
        elif " " in surface and kind is EntityKind.PLACE:
            bearers[True, surface.rpartition(" ")[2]].append(surface)
    return bearers


def _acronyms(surfaces: Iterable[str]) -> dict[str, str]:
    """Return the first surface of each row of capitals, by these."""
    return {one.replace(".", ""): one for one in reversed([*surfaces]) if one.isupper()}


def _initials(surface: str) -> str:
    """Return the capitals that a long name's words begin with; "" for too few to stand for it."""
    letters = "".join(word[0] for word in surface.split() if word[0].isupper())
    return letters if len(letters) >= _ACRONYM_LETTERS else ""


def families(kinds: Mapping[str, EntityKind], forms: Mapping[str, str]) -> dict[str, str]:
    """Return whom a family's name in any case stands for: the only person of that name."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name, kind in kinds.items():
        if kind is EntityKind.PERSON and " " in name and forms:
            bearers[forms[name.split()[-1]]].append(name)
    return {name: full[0] for name in kinds if len(full := bearers[name]) == 1}
