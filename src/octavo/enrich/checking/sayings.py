"""Who says what a source has somebody else say, in scripts with capitals: one word of saying tells whose it is."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from octavo.enrich.checking.turning import CLAUSE_END, HELD_SHARE, Read, mark
from octavo.enrich.cues import UNCASED
from octavo.enrich.entities import EntityKind
from octavo.enrich.naming import entities
from octavo.enrich.verification import Unsupported

_TELLING_COUNT = 2
"""Of a saying, the fewest telling words by which it can be found again."""
_APPOSED = re.compile(r"\s*|,[^,]{1,60},\s*")
"""Between a speaker and the word of saying: nothing, or who that is."""
_TITLE_WORDS = 4
"""Between the word of saying and the speaker behind it, at most: said the former mayor of Velmar Ada Lorne."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one sentence has one person say."""

    speaker: str
    """In full, as the source or the claim first names them."""
    surface: str
    """As the sentence does."""
    keys: frozenset[str]
    """Of what is said, the telling words."""


def missaid(claim: Sequence[Read], source: Sequence[Read], language: str) -> Iterator[Unsupported]:
    """Yield the speakers of a claim's sayings that each sentence of the source which tells them gives to another."""
    told = mark(language, "telling")
    if language in UNCASED or not any(told.search(one.text) for one in claim):
        return
    people = _people("\n".join(one.text for one in (*source, *claim)), language)
    known = {people[name] for name in people if any(name in one.text for one in source)}
    for mine in claim:
        said = _saying(mine, people, language)
        if said and said.speaker in known and _is_another_s(said, source, people, language):
            yield Unsupported(said.surface, "attribution")


def _is_another_s(said: Saying, source: Sequence[Read], people: Mapping[str, str], language: str) -> bool:
    near = [one for one in source if _holds({piece.key for piece in one.pieces}, said)]
    return bool(near) and all(
        other and other.speaker != said.speaker and _holds(other.keys, said) and not _names(one.text, said, people)
        for one in near
        for other in (_saying(one, people, language),)
    )


def _holds(keys: Set[str], said: Saying) -> bool:
    return len(said.keys) >= _TELLING_COUNT and len(keys & said.keys) >= HELD_SHARE * len(said.keys)


def _names(text: str, said: Saying, people: Mapping[str, str]) -> bool:
    return any(name in text for name, whole in people.items() if whole == said.speaker)


def _people(text: str, language: str) -> dict[str, str]:
    """Return each name of a person as it stands in a text, with the name in full, the longest first."""
    found = {
        text[start:end]: one.surface
        for one in entities(text, "", language)
        if one.kind is EntityKind.PERSON
        for start, end in one.offsets
    }
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _saying(sentence: Read, people: Mapping[str, str], language: str) -> Saying | None:
    """Return what a sentence with one word of saying has a person say; None where that is not sure."""
    verbs = list(mark(language, "telling").finditer(sentence.text))
    if len(verbs) != 1 or not people:
        return None
    start, end = verbs[0].span()
    named = list(re.finditer(rf"\b(?:{'|'.join(map(re.escape, people))})\b", sentence.text))
    if before := [one for one in named if one.end() <= start and _APPOSED.fullmatch(sentence.text, one.end(), start)]:
        keys = (piece.key for piece in sentence.telling if piece.start >= end)
        return Saying(people[before[-1].group()], before[-1].group(), frozenset(keys))
    behind = [one for one in named if one.start() >= end]
    if behind and CLAUSE_END.fullmatch(sentence.text[:start].rstrip()[-1:]) and _is_near(sentence.text, end, behind[0]):
        keys = (piece.key for piece in sentence.telling if piece.end <= start)
        return Saying(people[behind[0].group()], behind[0].group(), frozenset(keys))
    return None


def _is_near(text: str, start: int, name: re.Match[str]) -> bool:
    between = text[start : name.start()]
    return not CLAUSE_END.search(between) and len(between.split()) <= _TITLE_WORDS
