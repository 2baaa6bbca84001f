"""What kind of error a word is."""

from collections.abc import Sequence

from octavo.core.text import listed
from octavo.enrich.checking.claims import Word, WordKind
from octavo.enrich.thesaurus import Relation, thesaurus

NUMBER, NAME, NEGATION, ATTRIBUTION, INVENTED = KINDS = ("number", "name", "negation", "attribution", "invented")
_SAYING = frozenset(
    listed(
        "say said tell told claim claimed argue argued admit admitted announce announced deny denied "
        "according suggest suggested state stated believe believed report reported ask asked"
    )
)


def kind_of(word: Word, others: Sequence[Word]) -> str:
    """Return the kind of error that `word` is, where the text beside it has `others`."""
    if word.kind is WordKind.NUMBER:
        return NUMBER
    if word.kind is WordKind.NAME:
        return NAME
    opposite = any(thesaurus().relation(word.base, other.base) is Relation.ANTONYM for other in others)
    if word.kind is WordKind.NEGATION or opposite:
        return NEGATION
    return ATTRIBUTION if word.key in _SAYING else INVENTED
