"""What a source only denies, doubts, supposes or reports, and a claim states as a fact."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from octavo.core.quantities import quantities
from octavo.core.text import sentences
from octavo.enrich.checking.pieces import Piece, pieces
from octavo.enrich.lexicon import GLUED, lexicon
from octavo.enrich.verification import Unsupported, bare

CLAUSE_END = re.compile(r"[,;:،、，；：\"“”„»«」—]|\s[–-]\s")
_ASKING = ("?", "？", "؟")
HELD_SHARE = 0.75
"""Of a claim's telling words, those that a sentence which says the same holds at least; below, it is about something
else as often as not."""
_CLOSING_PIECES = 5
"""Behind a closing "police said", the most words that tell more of who said it."""
_VERB_LAST = ("ko", "ja")
_REACH = {"ar": 2}
"""Behind a negation, the telling words of which one must be shared: in Arabic the verb's form changes with it."""
_ALIKE = {"id": "ms"}
"""Languages that are told with another's words."""
_KINDS = ("negating", "hedging", "doubting", "denying", "reporting", "sourcing", "supposing")
_KEPT_BY = {
    "negating": ("negating", "denying"),
    "hedging": ("hedging", "doubting", "supposing", "denying", "allowing"),
    "doubting": ("doubting", "hedging", "reporting", "supposing", "denying"),
    "denying": ("denying", "negating"),
    "reporting": ("sourcing", "doubting", "hedging", "reporting", "supposing", "denying"),
    "sourcing": ("sourcing", "doubting", "hedging", "reporting", "supposing", "denying"),
    "supposing": ("supposing", "hedging"),
}
"""What a claim may say instead."""
_NAMED = {"negating": "negation", "denying": "negation"}


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with what is compared of it."""

    text: str
    pieces: tuple[Piece, ...]
    numbers: frozenset[str]

    @property
    def telling(self) -> list[Piece]:
        return [one for one in self.pieces if one.tells]


def read(text: str, language: str) -> list[Read]:
    """Return the sentences of `text`, each once, with its pieces."""
    told = dict.fromkeys(span.text for span in sentences(text, language))
    return [
        Read(one, tuple(pieces(one, language)), frozenset(str(number.value) for number in quantities(one)))
        for one in told
    ]


def nearest(claim: Read, source: Sequence[Read]) -> list[Read]:
    """Return the sentences of a source that hold the most of a claim's telling words and numbers, if that is enough."""
    mine = {one.key for one in claim.telling} | claim.numbers
    held = [len(mine & ({one.key for one in sentence.pieces} | sentence.numbers)) for sentence in source]
    most = max(1, HELD_SHARE * len(mine), *held)
    return [sentence for sentence, count in zip(source, held, strict=True) if count == most]


def turned(claim: Read, near: Sequence[Read], language: str, *, is_toll: bool) -> Iterator[Unsupported]:
    """Yield what marks each of a source's nearest sentences as no fact, where the claim lacks it; or the other way.

    A toll may be told without the officials who gave it.
    """
    if near and all(one.text.endswith(_ASKING) for one in near) and not claim.text.endswith(_ASKING):
        yield Unsupported(claim.text, "attribution")
    kept = {kind for kind in (*_KINDS, "allowing") if mark(language, kind).search(_lowered(claim.text))}
    if mark(language, "telling").search(_lowered(claim.text)):
        kept.add("reporting")
    if is_toll and all(mark(language, "officials").search(_lowered(one.text)) for one in near):
        kept.add("reporting")
    for kind in _KINDS:
        lacking = kept.isdisjoint(_KEPT_BY[kind])
        if lacking and near and all(_governing(kind, sentence, claim, language) for sentence in near):
            yield Unsupported(claim.text, _NAMED.get(kind, "attribution"))
    theirs = [any(mark(language, kind).search(_lowered(one.text)) for kind in _KEPT_BY["negating"]) for one in near]
    if near and not any(theirs) and (added := _governing("negating", claim, near[0], language)):
        yield Unsupported(added.group(), "negation")


def is_clause(claim: str, source: str, language: str) -> bool:
    """Tell whether each sentence of a claim is a whole clause of a sentence of the source, word for word.

    One that begins it and ends before an "and" or a closing "police said", or one that ends it and begins behind an
    "and" or a "said". Whether it may do without who said it, `turned` tells.
    """
    mine, theirs = ([bare(one.text) for one in sentences(text, language)] for text in (claim, source))
    return all(any(_is_clause(one, other, language) for other in theirs) for one in mine)


def _is_clause(clause: str, sentence: str, language: str) -> bool:
    rest, added = sentence.removeprefix(clause), mark(language, "adding")
    if rest != sentence and rest[:1] in (" ", ",") and added.match(rest.lstrip(" ,")):
        return True
    if rest[:1] == "," and len(rest.split()) <= _CLOSING_PIECES and mark(language, "reporting").search(rest):
        return True
    lead = sentence.removesuffix(clause)
    opening = lead.split()[-1:] if lead != sentence and lead[-1:] == " " else []
    return any(mark(language, kind).fullmatch(word) for word in opening for kind in ("adding", "reporting"))


def _governing(kind: str, sentence: Read, other: Read, language: str) -> re.Match[str] | None:
    """Return the first mark of this kind that bears on what a sentence shares with the other."""
    shared = {one.key for one in other.pieces}
    follows = language in _VERB_LAST and kind != "sourcing"
    bears = _is_beside if kind in ("negating", "hedging", "doubting") else _is_over
    found = mark(language, kind).finditer(_lowered(sentence.text))
    return next((one for one in found if bears(one, sentence, shared, follows, language)), None)


def _is_beside(at: re.Match[str], sentence: Read, shared: set[str], follows: bool, language: str) -> bool:
    """Tell whether the telling word that a mark belongs to is shared."""
    start, end = _clause(sentence.text, at.start(), at.end())
    before = [one for one in sentence.telling if start <= one.start < at.start()]
    behind = [one for one in sentence.telling if at.end() <= one.start < end]
    if follows or not behind:
        return any(one.key in shared for one in before[-1:])
    return any(one.key in shared for one in behind[: _REACH.get(language, 1)])


def _is_over(at: re.Match[str], sentence: Read, shared: set[str], follows: bool, language: str) -> bool:
    """Tell whether a mark opens or closes the clause that holds what is shared."""
    before = [one for one in sentence.telling if one.start < at.start()]
    behind = [one for one in sentence.telling if one.start >= at.end()]
    held_before, held_behind = (sum(one.key in shared for one in some) for some in (before, behind))
    if follows:
        return held_before > held_behind or any(one.key in shared for one in before[-1:])
    if held_behind > held_before or any(one.key in shared for one in behind[:1]):
        return True
    return not held_behind and len(behind) <= _CLOSING_PIECES and not _is_linked(at, sentence.text, language)


def _is_linked(at: re.Match[str], text: str, language: str) -> bool:
    """Tell whether a mark's clause is one of its own beside what stands before it: "and the mayor said that"."""
    start, _ = _clause(text, at.start(), at.end())
    return bool(mark(language, "linking").search(_lowered(text[start : at.start()])))


def is_one_clause(text: str, language: str) -> bool:
    """Tell whether nothing in `text` ends or opens a clause."""
    marks = (mark(language, kind) for kind in ("linking", "adding"))
    return not CLAUSE_END.search(text) and not any(one.search(text) for one in marks)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the clause around `text[start:end]`."""
    begins = max((one.end() for one in CLAUSE_END.finditer(text, 0, start)), default=0)
    following = CLAUSE_END.search(text, end)
    return begins, following.start() if following else len(text)


def _lowered(text: str) -> str:
    """Return `text` as marks are looked for: what is a name within a sentence keeps its capital."""
    return text[:1].lower() + text[1:]


@cache
def mark(language: str, kind: str) -> re.Pattern[str]:
    """Return what finds the words of one kind; nothing where the language has none."""
    listed = [
        " ".join(one.split()) for one in _table().get(_ALIKE.get(language, language), {}).get(kind, "").split(",")
    ]
    if kind == "telling" and language not in GLUED:
        listed += lexicon(language).saying
    found = "|".join(_pattern(one) for one in sorted(listed, key=len, reverse=True) if one) or "(?!)"
    if language in GLUED:
        return re.compile(found)
    return re.compile(rf"(?:(?<!\w)|(?=n['’]t))[وف]?(?:{found})(?!\w)")


def _pattern(phrase: str) -> str:
    opened = r"(?:^|(?<=[，。、；：\s]))" if phrase.startswith("^") else ""
    return opened + re.escape(phrase.strip("^*")) + (r"\w*" if phrase.endswith("*") else "")


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("octavo.enrich.lexicon") / "turning.toml").read_text("utf-8"))
