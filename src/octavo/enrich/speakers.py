"""Who says what stands in quotation marks, by the words of saying in the same sentence.

A speaker stands next to such a word: before it, "Ada Lorne, the mayor, said", or behind it, "said Ada Lorne". Whoever
is governed by a preposition, owns the speaker, or is parted from the word by a clause of their own is somebody else;
and where that leaves nobody, nobody is named, since a wrong speaker is worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from octavo.core.text import words
from octavo.enrich.cues import UNCASED
from octavo.enrich.entities import Entity, EntityKind
from octavo.enrich.lexicon import any_of, lexicon
from octavo.enrich.naming import is_agency

_TOLD_BEHIND = {
    "ko": re.compile(r"(?:이?라)?(?:고|며|면서)(?:\s|$)"),
    "ja": re.compile(r"と(?:の)?(?:述べ|話|語|説明|指摘|強調|訴え|明らか|コメント|発言|主張|批判|言)"),
}
"""What follows a quotation where the speaker stands before it."""
_TOPIC = {
    "ko": re.compile(
        r"(?:\([^()]{1,12}\))?(?P<office>(?:\s[가-힣]+(?<![을를의에와과로고며게서해은는이가])){0,2}?(?:\s[가-힣]+?)?)(?:은|는|이|가|도|께서)(?=[\s,])"
    ),
    "ja": re.compile(r"(?P<office>[^はがも、。「」]{0,8})(?:は|が|も)"),
}
"""What marks a name in these languages as the one who does something."""
_TOPIC_BEHIND_JA = re.compile(r"と[^。、「」]{2,20}(?:は|が)(?:述べ|話|語|説明|指摘|強調|訴え)")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_LAST_WORD = re.compile(r"\s*\b([^\W_]+)['’]?$")
_TOLD_TO = re.compile(r"\b(?:told|tells|tell|telling)$", re.IGNORECASE)
_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "er", "sie", "él", "ella", "ellos", "il", "elle", "ils", "он", "она", "они")
)
_TELLING = frozenset(("told", "tells"))
_NO_INVERSION = ("en", "fr")
"""Before a quotation nobody stands there behind a word of saying but who is spoken to, unless it stands first."""
_SPEAKERS = (EntityKind.PERSON, EntityKind.OTHER, EntityKind.ORGANISATION)
_SURE_SPEAKERS = (EntityKind.PERSON, EntityKind.ORGANISATION)
"""Without capitals, a name of unknown kind is too often no name."""
_COLONS, _COMMAS = (":", "："), (",", "，", "،")
_GAP_WORDS = 6
_GAP_CHARACTERS = 16
_AUXILIARY_LETTERS = 5
_TITLE_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class _Name:
    """Somebody who may speak, where the text names them."""

    start: int
    end: int
    surface: str
    kind: EntityKind


def speaker(
    text: str, language: str, ahead: tuple[int, int], behind: tuple[int, int], named: Sequence[Entity]
) -> str | None:
    """Return whom the parts of a sentence before and behind a quotation name as its speaker, in full."""
    names = _who_may_speak(text, language, named)
    if language in _TOLD_BEHIND:
        return _topic(text, language, names, ahead, behind)
    saying = _saying(language)
    said, led = saying.search(text, *behind), list(saying.finditer(text, *ahead))
    lead = text[slice(*ahead)].rstrip()
    if said and not (led and lead.endswith(_COLONS)):
        return None if _is_by_pronoun(text[slice(*behind)], language) else _beside(text, language, names, behind, said)
    if led and not _is_by_pronoun(text[slice(*ahead)], language):
        found = _leading_in(text, language, names, ahead, led[-1])
        between = text[led[-1].end() : ahead[1]].rstrip(" ,")
        is_next = not _holds(between, lexicon(language).subordinating) and not (language == "en" and "," in between)
        touches = found is not None and language == "ar" and not text[found.end : ahead[1]].strip()
        if found and is_next and (touches or lead.endswith((*_COLONS, *_COMMAS))):
            return found.surface
    return None


def _who_may_speak(text: str, language: str, named: Sequence[Entity]) -> list[_Name]:
    kinds, known = _SURE_SPEAKERS if language in UNCASED else _SPEAKERS, lexicon(language)
    may_speak = [
        one
        for one in named
        if one.kind in kinds and one.surface.casefold().split()[-1] not in known.roles and not is_agency(one.surface)
    ]
    found = [_Name(start, end, one.surface, one.kind) for one in may_speak for start, end in one.offsets]
    beside = [name for name in found if not _PARENTHESIS.fullmatch(text, name.start - 1, name.end + 1)]
    return sorted(beside, key=lambda name: name.start)


def _topic(
    text: str, language: str, names: Sequence[_Name], ahead: tuple[int, int], behind: tuple[int, int]
) -> str | None:
    """Return the only one whom a particle marks as doing something, where the quotation is told as said."""
    told_behind = text[slice(*behind)]
    if _TOLD_BEHIND[language].match(told_behind):
        span = ahead
    elif language == "ja" and _TOPIC_BEHIND_JA.match(told_behind):
        span = behind
    else:
        return None
    marked = ((name, _TOPIC[language].match(text, name.end)) for name in _between(names, *span))
    told = {name.surface for name, found in marked if found and _holds_office(name, found["office"], language)}
    return told.pop() if len(told) == 1 else None


def _holds_office(name: _Name, office: str, language: str) -> bool:
    """Tell whether an office behind a name is its bearer's, not that of somebody unnamed: a ministry's official."""
    bodiless = name.kind is EntityKind.PERSON or not office
    return bodiless and not any(word in office for word in lexicon(language).unnamed)


@cache
def _saying(language: str) -> re.Pattern[str]:
    edge = "" if language in ("zh", "ja") else r"\b"
    return re.compile(rf"{edge}(?:{any_of(lexicon(language).saying)}){edge}", re.IGNORECASE)


def _is_by_pronoun(part: str, language: str) -> bool:
    """Tell whether he or she is who says it: whoever is named beside that is somebody else."""
    said = [word.casefold() for word in words(part)]
    verbs = lexicon(language).saying | _TELLING
    return any({one, other} & _PRONOUNS and {one, other} & verbs for one, other in pairwise(said))


def _beside(text: str, language: str, names: Sequence[_Name], span: tuple[int, int], said: re.Match[str]) -> str | None:
    """Return who says a quotation that stands before: whoever the word of saying follows, or else who follows it."""
    before = words(text[span[0] : said.start()])
    if not before or _is_auxiliary(before):
        found = _behind(text, language, _between(names, said.end(), span[1]), said.end())
        return found.surface if found else None
    found = _before(text, language, _between(names, span[0], said.start()), said.start())
    is_parted = found and _holds(text[span[0] : found.start], lexicon(language).subordinating)
    return found.surface if found and not is_parted else None


def _is_auxiliary(before: Sequence[str]) -> bool:
    return len(before) == 1 and before[0].islower() and len(before[0]) <= _AUXILIARY_LETTERS


def _leading_in(
    text: str, language: str, names: Sequence[_Name], span: tuple[int, int], said: re.Match[str]
) -> _Name | None:
    """Return who says a quotation that follows; in many languages a subject may stand behind the word of saying."""
    behind = _between(names, said.end(), span[1])
    if language == "ar":
        return _behind(text, language, behind, said.end())
    found = _before(text, language, _between(names, span[0], said.start()), said.start())
    first = next(iter(words(text[span[0] : said.start()])), "").casefold()
    may_invert = language not in UNCASED.union(_NO_INVERSION) and first not in lexicon(language).articles
    return found or (_behind(text, language, behind, said.end()) if may_invert or not first else None)


def _between(names: Sequence[_Name], start: int, end: int) -> list[_Name]:
    return [name for name in names if start <= name.start and name.end <= end]


def _before(text: str, language: str, names: Sequence[_Name], verb: int) -> _Name | None:
    """Return who stands right before a word of saying, as its subject; between them at most what describes them.

    Whoever is named within what commas part from the word is passed over: Ada Lorne, the mayor of Ullam, said.
    """
    for at in range(len(names) - 1, -1, -1):
        name, gap = names[at], _PARENTHESIS.sub("", text[names[at].end : verb]).strip()
        governed = _governed(text, name.start, language)
        is_apposed = gap.startswith(",") and gap.endswith(",")
        if governed is None and (is_apposed or _is_plain(name, gap, language)):
            return name
        if governed is not None and at and names[at - 1].end == governed:
            verb = governed
        elif not gap.endswith(",") and (governed is None or language != "zh"):
            return None
    return None


def _behind(text: str, language: str, names: Sequence[_Name], verb: int) -> _Name | None:
    """Return who stands right behind a word of saying, as its subject: a person before the body beside it."""
    if not names or language == "zh":
        return None
    first, gap = names[0], text[verb : names[0].start]
    is_near = len(words(gap)) <= _GAP_WORDS and "," not in _titles(language).sub("", gap).strip()[:-1]
    spoken_to = _TOLD_TO.search(_untitled(text, first.start, language))
    if not is_near or spoken_to or _holds(gap, lexicon(language).subordinating):
        return None
    governed = _governed(text, first.start, language)
    second = _apposed(text, names)
    if governed is not None:
        return second if _titles(language).search(text, verb, governed) else None
    if first.kind is EntityKind.PERSON:
        return first
    if len(names) > 1 and " " in names[1].surface and _is_title(text[first.end : names[1].start], language):
        return names[1]
    return second or (None if _has_title(text, first.end, language) else first)


def _apposed(text: str, names: Sequence[_Name]) -> _Name | None:
    """Return who holds an office that is the first one's: the lawyer of Karl Weiss, Ada Lorne."""
    if len(names) < 2:
        return None
    is_apposed = text[names[0].end : names[1].start] == ", " and text[names[1].end : names[1].end + 1] in (",", ".")
    return names[1] if is_apposed else None


def _has_title(text: str, end: int, language: str) -> bool:
    """Tell whether an office stands right behind a body, which somebody unnamed holds: a Harbour Board spokesman."""
    behind = text[end : end + _TITLE_CHARACTERS].split()
    return bool(behind) and text[end : end + 1] == " " and behind[0].strip(",.") in lexicon(language).roles


def _is_title(gap: str, language: str) -> bool:
    """Tell whether only an office stands between a body and a person: Harbour Board chief Ada Lorne."""
    known = lexicon(language)
    small = all(word.islower() or word.casefold() in known.roles | known.modifiers for word in gap.split())
    return small and gap.replace(" ", "").isalpha() and not _holds(gap, known.governing | known.stop)


def _governed(text: str, start: int, language: str) -> int | None:
    """Return where the words before a name's preposition end; None of a name that has none."""
    before, governing = _untitled(text, start, language), lexicon(language).governing
    if language == "zh":
        word = next((one for one in governing if before.endswith(one)), "")
        return max(0, start - _TITLE_CHARACTERS) + len(before) - len(word) if word else None
    last = _LAST_WORD.search(before)
    is_governing = last and last[1].casefold() in governing
    return max(0, start - _TITLE_CHARACTERS) + last.start() if last and is_governing else None


def _untitled(text: str, start: int, language: str) -> str:
    """Return what stands before a name without the offices and articles right before it."""
    return _titles(language).sub("", text[max(0, start - _TITLE_CHARACTERS) : start]).rstrip()


@cache
def _titles(language: str) -> re.Pattern[str]:
    known = lexicon(language)
    edge = "" if language == "zh" else r"\b"
    listed = any_of(known.roles | known.modifiers | known.articles | known.trades)
    return re.compile(rf"(?:{edge}(?:{listed}){edge}\.?['’\s]*)+$", re.IGNORECASE)


def _is_plain(name: _Name, gap: str, language: str) -> bool:
    """Tell whether nothing but an adverb or two stands between a name and its word of saying: had, on Monday."""
    if re.match(r"['’]", gap) or re.search(r"[,;:–—，。；！？、：“”]", gap):
        return False
    if language == "zh":
        return len(gap) <= _GAP_CHARACTERS and not any(word in gap for word in lexicon("zh").unnamed)
    said, known = [word.casefold() for word in words(gap)], lexicon(language)
    led = bool(said) and said[0] in known.stop | known.governing and not _holds(gap, known.subordinating)
    is_adverb = len(said) == 1 and name.kind is EntityKind.PERSON
    return not said or is_adverb or (led and len(said) <= _GAP_WORDS)


def _holds(gap: str, listed: frozenset[str]) -> bool:
    return not listed.isdisjoint(word.casefold() for word in words(gap))
