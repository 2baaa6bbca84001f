"""Questions that say only what is new: "And in Ostrel?", "¿Y el viernes?", "타르반에서는?"; and what they ask.

The question before is asked anew with the new place, name or moment instead of its own of the same kind. Where it has
none, a place or a moment is added; where it has several, nobody can tell which is meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from octavo.enrich.answering.constants import PIECE_WORDS
from octavo.enrich.answering.questions import asks, telling
from octavo.enrich.answering.wording import is_glued, words
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.cues import UNCASED
from octavo.enrich.days import calendar
from octavo.enrich.entities import EntityKind
from octavo.enrich.lexicon import any_of, given_names, lexicon
from octavo.enrich.naming import entities
from octavo.enrich.places import places

_MARKS = " \t¿?？؟!！¡.。…,،、"
_AND_AR = "و"
"""It is written in one with the next word."""
_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_END = re.compile(r"[\s?？؟.。]*$")
_LOCATED = {
    "ja": re.compile(r"[ァ-ヴー・]{2,}(?=で|に|の)"),
    "ko": re.compile(r"(?<![가-힣])[가-힣]{2,}?(?=(?:에서는|에서|에는|에)(?:\s|$))"),
    "ar": re.compile(r"(?<=في )[^\s؟]+(?:\sال[^\s؟]+)*"),
    "zh": re.compile(r"(?<=在)[\u4e00-\u9fff]{2,6}?(?=有|共|被|多少|几)"),
}
"""Where places stand in a question whose script has no capitals."""
_HEADS = {
    "ja": re.compile(r"[\u4e00-\u9fff々]+"),
    "ko": re.compile(r"[가-힣]{2,}?(?=은|는|이|가|의)"),
    "zh": re.compile(r"[\u4e00-\u9fff]{2,4}?(?=是|的|说|有)"),
}
"""What such a question begins with where that may be a name."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What an elliptic question says: in Ostrel."""

    text: str
    preposition: str
    """in; "" for none."""
    name: str
    """Ostrel; "" where it names nothing."""
    is_moment: bool = False
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """A name in a question, `text[start:end]`; with the preposition before it, `text[at:end]`."""

    at: int
    start: int
    end: int
    preposition: str


def pronouns(question: str, language: str) -> list[str]:
    """Return the words that stand for somebody or something named before."""
    asking, folded = lexicon(language).asking, question.casefold()
    for phrase in asking.get("impersonal", ()):
        folded = folded.replace(phrase, " ")
    said = re.split(r"[\W_]+", folded)
    begun = tuple(said) if language != "ko" else tuple(word[:n] for word in said for n in range(2, len(word) + 1))
    return [one for one in asking.get("pronoun", ()) if (one in folded if is_glued(one) else one in begun)]


def elliptic(question: str, language: str) -> Piece | None:
    """Return what a question says that has neither an asking word nor a verb; None of a whole one."""
    asking, core = lexicon(language).asking, question.strip(_MARKS)
    rest = _without_lead(core, asking.get("following", ()))
    behind = _tail(rest, asking.get("following_behind", ()))
    is_cued = rest != core or bool(behind or _preposition(rest, language))
    if not is_cued or not rest or asks(core, language) or asks(rest, language) or pronouns(rest, language):
        return None
    stem = rest.removesuffix(behind)
    is_whole = len(words(rest)) > PIECE_WORDS or _says_more(stem, language)
    return None if is_whole else _piece(stem, rest, behind, language)


def _says_more(stem: str, language: str) -> bool:
    """Tell whether there are words beside a name: the mayor of Ostrel."""
    if _moment(language).fullmatch(stem):
        return False
    if language in UNCASED:
        bare = stem.removeprefix(_preposition(stem, language)).strip()
        return any(one.surface != bare for one in entities(stem, "", language))
    known = lexicon(language)
    leading = {*known.asking.get("before_place", ()), *known.governing, *known.articles}
    slots = list(_slots(stem, language, heads=True))
    told = {word.casefold() for word in words(stem[: slots[0].start])} if slots else set()
    return bool(slots) and (slots[0].end != len(stem) or not told <= leading)


def is_led(question: str, language: str) -> bool:
    """Tell whether a question begins with words that tie it to the one before: and, but."""
    core = question.strip(_MARKS)
    return _without_lead(core, lexicon(language).asking.get("following", ())) != core


def _without_lead(core: str, leads: Sequence[str]) -> str:
    """Return a question without the words that lead to what is new: and, what about."""
    for lead in sorted(leads, key=len, reverse=True):
        rest = core[len(lead) :]
        if core.casefold().startswith(lead) and (is_glued(lead) or lead == _AND_AR or not rest[:1].isalnum()):
            return rest.strip(_MARKS)
    return core


def _tail(rest: str, tails: Sequence[str]) -> str:
    """Return the particles that an elliptic question ends with where the language has some."""
    bare = rest.removesuffix("요")
    found = (tail for tail in sorted(tails, key=len, reverse=True) if bare.endswith(tail) and len(bare) - len(tail) > 1)
    return next(found, "") + rest[len(bare) :]


def _preposition(rest: str, language: str) -> str:
    """Return the preposition that a piece begins with, before a place."""
    placing = lexicon(language).asking.get("before_place", ())
    if language == "zh":
        return next((one for one in placing if rest.startswith(one) and len(rest) > len(one)), "")
    first = next(iter(_WORD.findall(rest)), "").casefold()
    return first if first in placing and 1 < len(words(rest)) <= PIECE_WORDS else ""


def _piece(stem: str, rest: str, behind: str, language: str) -> Piece:
    if _moment(language).fullmatch(rest):
        return Piece(rest, "", "", is_moment=True)
    if language in UNCASED:
        return _uncased_piece(stem, behind.removesuffix("요"), language)
    slots = list(_slots(rest, language, heads=True))
    if not slots:
        return Piece(rest, "", "")
    name, preposition = rest[slots[0].start :], _preposition(rest, language)
    text = preposition + rest[len(preposition) :]
    return Piece(text, preposition, name, is_place=bool(preposition) or name.casefold() in places(language))


def _uncased_piece(stem: str, behind: str, language: str) -> Piece:
    preposition = _preposition(stem, language)
    name = stem.removeprefix(preposition).strip()
    is_place = bool(preposition) or behind in lexicon(language).asking.get("behind_place", ())
    is_place = is_place or _kind(name, language) is EntityKind.PLACE
    is_known = is_place or _kind(name, language) is EntityKind.PERSON
    return Piece(stem, preposition, name if is_known else "", is_place=is_place)


def _kind(name: str, language: str) -> EntityKind | None:
    """Return what a name alone is, in a script without capitals; None where nothing tells."""
    known = lexicon(language)
    if name in places(language) or (known.settlement_endings and name.endswith(known.settlement_endings)):
        return EntityKind.PLACE
    is_korean = language == "ko" and len(name) == len("홍길동") and name[0] in known.surnames
    is_named = language in ("ja", "zh") and len(name) > 2 and name.startswith(tuple(known.surnames))
    return EntityKind.PERSON if is_korean or is_named else None


def asked_anew(piece: Piece, before: str, language: str) -> str:
    """Return the question `before` with what is new; "" where it cannot be told what that stands for."""
    if piece.is_moment:
        return _exchanged(before, [one.span() for one in _moment(language).finditer(before)], piece.text, language)
    if not piece.name:
        return _with_word(piece.text, before, language)
    if language in UNCASED:
        return _exchanged(before, _named(before, piece, language), piece.name, language)
    return _with_name(piece, before, language)


def _exchanged(before: str, spans: Sequence[tuple[int, int]], new: str, language: str) -> str:
    """Return a question with `new` in the only one of these places, added where there is none."""
    if len(spans) == 1:
        start, end = spans[0]
        return before[:start] + new + before[end:]
    return "" if spans or language in UNCASED else _added(before, new)


def _added(before: str, new: str) -> str:
    end = _END.search(before)
    return f"{before[: end.start()]} {new}{end.group()}" if end else ""


def _with_name(piece: Piece, before: str, language: str) -> str:
    slots = list(_slots(before, language))
    alike = [one for one in slots if one.preposition == piece.preposition]
    placed = [one for one in slots if one.preposition] if piece.is_place else alike or slots
    chosen = alike if piece.preposition and alike else placed
    if len(chosen) > 1:
        return ""
    if not chosen:
        return _added(before, piece.text) if piece.preposition else ""
    slot = chosen[0]
    if not piece.is_place and slot.preposition and piece.name.split()[0].casefold() in given_names():
        return ""
    if piece.preposition and slot.preposition in lexicon(language).asking.get("before_place", ()):
        return before[: slot.at] + piece.text + before[slot.end :]
    return before[: slot.start] + piece.name + before[slot.end :]


def _slots(text: str, language: str, *, heads: bool = False) -> Iterator[_Slot]:
    """Yield the names of a text by their capitals, that of the first word only where it `heads` no sentence.

    Among nouns with capitals these are what stands right behind a preposition, and words of which one follows another.
    """
    known = lexicon(language)
    prepositions = {*known.asking.get("before_place", ()), *known.governing}
    found = list(_WORD.finditer(text))
    for first, end in _capitals(text, found):
        start, before = found[first].start(), found[first - 1] if first else None
        leads = before is not None and before.group().casefold() in prepositions
        if (first or heads) and (leads or end - first > 1 or language not in CASED_NOUNS):
            stop = start + len(_POSSESSIVE.sub("", text[start : found[end - 1].end()]))
            at, preposition = (before.start(), before.group().casefold()) if before and leads else (start, "")
            yield _Slot(at, start, stop, preposition)


def _capitals(text: str, found: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield from which to before which of these words a text has capitals in a row."""
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and found[end].group()[0].isupper():
            if end > at and text[found[end - 1].end() : found[end].start()] != " ":
                break
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def places_asked(question: str, language: str) -> list[str]:
    """Return where a question asks about, by the words behind prepositions of place; in scripts with capitals alone."""
    if language in UNCASED:
        return []
    known, moment = lexicon(language), _moment(language)
    placing = set(known.asking.get("before_place", ())) - known.articles
    placing &= set(known.locating) or placing
    return [
        name
        for one in _slots(question, language)
        if one.preposition in placing and not moment.search(question[one.at : one.end])
        if (name := question[one.start : one.end]).casefold() not in known.stop | known.clock
    ]


def _named(before: str, piece: Piece, language: str) -> list[tuple[int, int]]:
    """Return where a question in a script without capitals names what the piece may stand for."""
    wanted = EntityKind.PLACE if piece.is_place else EntityKind.PERSON
    named = [span for one in entities(before, "", language) if one.kind is wanted for span in one.offsets]
    located = [one.span() for one in _LOCATED[language].finditer(before)] if piece.is_place else []
    if named or located:
        return named or located
    head = _HEADS[language].match(before) if language in _HEADS else None
    return [head.span()] if head and _kind(head.group(), language) is wanted else []


def _with_word(word: str, before: str, language: str) -> str:
    """Return the question before with a word for its only one of the same ending: evacuated, injured."""
    if language in UNCASED or not word.isalpha() or not word.islower():
        return ""
    alike = [one for one in telling(before, language) if one.islower() and one[-1] == word[-1]]
    return re.sub(rf"\b{re.escape(alike[0])}\b", word, before, count=1) if len(alike) == 1 else ""


@cache
def _moment(language: str) -> re.Pattern[str]:
    """Return what finds days, months and years, with what stands before them."""
    known = lexicon(language)
    relative = [word for listed in known.relative.values() for word in listed]
    months, weekdays = calendar(language)
    named = any_of([*months, *weekdays, *relative, *known.periods])
    if language in UNCASED:
        return re.compile(rf"{named}|\d+年|\d+月\d+日|\d+월 \d+일|\d{{4}}년")
    led = any_of([*known.articles, *known.governing, *known.asking.get("before_place", ())])
    return re.compile(
        rf"(?<!\w)(?:(?:{led})\s)*(?:\d{{1,2}}\.?\s)?(?:{named}|\d{{4}})(?:\s(?:de\s)?\d{{1,4}})?(?!\w)", re.IGNORECASE
    )
