"""A text as the claims in it: every word with what it is, base form, and how it is compared."""

import re
from dataclasses import dataclass
from enum import StrEnum

from octavo.core.quantities import Quantity, quantities
from octavo.core.text import listed
from octavo.enrich.thesaurus import thesaurus

_WORD = re.compile(r"\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?|[^\W_]+(?:['’\-][^\W_]+)*|[$€£¥%]")
_SIGNS = frozenset("$€£¥%")
_CONTRACTED = re.compile(r"n['’]t$|^cannot$")


class WordKind(StrEnum):
    """What a word does in a claim."""

    NUMBER = "number"
    NAME = "name"
    CONTENT = "content"
    NEGATION = "negation"
    QUANTIFIER = "quantifier"
    MODAL = "modal"
    DIRECTION = "direction"
    FUNCTION = "function"


_LISTED = {
    WordKind.NEGATION: (
        "not no never neither nor none nobody nothing without hardly cannot unable fail fails failed refuse refuses "
        "refused deny denies denied lack lacks lacked exclude excludes excluding excluded except"
    ),
    WordKind.QUANTIFIER: (
        "all every each any some many most few several both half more less least fewer only always sometimes often "
        "rarely usually first last next previous best worst entire whole part partly another other own same different"
    ),
    WordKind.MODAL: (
        "may might could can would will shall should must possibly probably perhaps likely unlikely certainly "
        "definitely allegedly reportedly"
    ),
    WordKind.DIRECTION: (
        "before after until since during while because despite although however but to from above below over under "
        "against with between up down in out into off for by"
    ),
}
_KINDS = {word: kind for kind, words in _LISTED.items() for word in words.split()}
_FUNCTION = frozenset(
    listed(
        "a an the of and or as at on is are was were be been being am 's it its this that these those there "
        "here he she they them his her their him we us our you your i me my mine who whom whose which what "
        "when where why how if then than so such do does did done doing have has had having about also just "
        "very too s t re ve ll d m"
    )
)
_MONTHS = frozenset(
    listed(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
        "august september october november december"
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: `text[start:end]`."""

    start: int
    end: int
    surface: str
    key: str
    """Case-folded."""
    base: str
    kind: WordKind

    @property
    def tells(self) -> bool:
        """It carries meaning of its own."""
        return self.kind in (WordKind.CONTENT, WordKind.NAME, WordKind.NUMBER)


@dataclass(frozen=True, slots=True)
class Claims:
    """A text's words and quantities in order."""

    text: str
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]


def claims(text: str) -> Claims:
    """Return the words of `text`, each with its kind."""
    counted = quantities(text)
    within = {at: one for one in counted for at in range(one.start, one.end)}
    words = []
    heads = True
    for match in _WORD.finditer(text):
        words.append(_word(match, within.get(match.start()), heads=heads))
        heads = text[match.end() : match.end() + 1] in (".", "!", "?", ":", "\n") or (
            text[match.end() : match.end() + 2] in ('."', ".”", " .")
        )
    return Claims(text, tuple(words), counted)


def _word(match: re.Match[str], counted: Quantity | None, *, heads: bool) -> Word:
    surface = match.group()
    key = surface.casefold().replace("’", "'")
    key = key.removesuffix("'s")
    kind = _kind(surface, key, heads=heads, numeric=counted is not None)
    return Word(match.start(), match.end(), surface, key, _base(match, key, counted), kind)


def _base(match: re.Match[str], key: str, counted: Quantity | None) -> str:
    """Return what a word is compared by: twelve is 12, percent is %, can't is not."""
    if _CONTRACTED.search(key):
        return "not"
    if counted and counted.unit and match.end() == counted.end and not key[0].isdigit():
        return counted.unit
    if counted and (match.start() == counted.start or key[0].isdigit()):
        return counted.unit if key in _SIGNS else str(counted.value.normalize())
    return thesaurus().base(key)


def _kind(surface: str, key: str, *, heads: bool, numeric: bool) -> WordKind:
    if numeric or surface[0].isdigit():
        return WordKind.NUMBER
    if _CONTRACTED.search(key):
        return WordKind.NEGATION
    if key in _KINDS:
        return _KINDS[key]
    if key in _FUNCTION:
        return WordKind.FUNCTION
    capital = surface[0].isupper() and (not heads or not thesaurus().knows(thesaurus().base(key)))
    return WordKind.NAME if capital or key in _MONTHS else WordKind.CONTENT
