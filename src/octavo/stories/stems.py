"""Light stemming that suits comparing news in any language."""

from octavo.stories.constants import STEM_LETTERS

_POSSESSIVE = ("'s", "’s")
_LAST_LATIN = "\u036f"


def stem(term: str) -> str:
    """Return a case-folded term without possessive and plural; beyond Latin, cut to its first letters."""
    if term.endswith(_POSSESSIVE):
        term = term[:-2]
    if term[:1] > _LAST_LATIN:
        return term[:STEM_LETTERS]
    if len(term) > 3 and term[-1] == "s" and term[-2] not in "su" and term.isascii():
        return term[:-1]
    return term
