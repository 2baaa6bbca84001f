"""Which Wikidata item a name stands for, by a table of countries in the package; "" where that is not sure."""

from functools import cache
from importlib.resources import files

from octavo.enrich.declined import nominatives
from octavo.enrich.entities import EntityKind
from octavo.enrich.places import territories

SHARED = frozenset({"georgia", "jordan", "jersey", "chad", "niger", "guernsey", "réunion", "reunion"})
"""Countries whose name a state, a river, an island's namesake or many people bear too."""


def wikidata_id(name: str, kind: EntityKind, language: str) -> str:
    """Return the identifier of a country or a dependent territory, as "Q884", by its name in `language`."""
    known = name.casefold()
    if kind is not EntityKind.PLACE or known in SHARED:
        return ""
    codes = {code for one in nominatives(known, language) if (code := territories(language).get(one))}
    return _ids().get(codes.pop(), "") if len(codes) == 1 else ""


@cache
def _ids() -> dict[str, str]:
    lines = (files("octavo.enrich.lexicon") / "territories.txt").read_text("utf-8").splitlines()
    return dict(line.split() for line in lines if not line.startswith("#"))
