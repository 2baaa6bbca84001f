"""Who says or does what a source has somebody else say or do, in scripts with capitals.

One word of saying tells whose it is; what somebody does stands right behind the name in both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from octavo.enrich.checking.turning import CLAUSE_END, HELD_SHARE, Read, mark
from octavo.enrich.cues import UNCASED
from octavo.enrich.entities import EntityKind
from octavo.enrich.naming import entities
from octavo.enrich.verification import Unsupported

_DONE_SHARE = 0.6
"""Of what somebody does, the telling words that a sentence holds which has another do it, beside the first of them."""
_TELLING_COUNT = 2
"""Of a saying, the fewest telling words by which it can be found again."""
_APPOSED = re.compile(r"\s*|,[^,]{1,60},\s*")
"""Between a speaker and the word of saying: nothing, or who that is."""
_APPOSITION = re.compile(r",[^,]{1,60},\s*")
"""Behind a person, who that is."""
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


def misdone(claim: Sequence[Read], source: Sequence[Read], language: str) -> Iterator[Unsupported]:
    """Yield who does in a claim what each sentence of the source that tells it has another do, in the same words."""
    if language in UNCASED:
        return
    people = _people("\n".join(one.text for one in (*source, *claim)), language)
    known = {people[name] for name in people if any(name in one.text for one in source)}
    doings = [(one, list(_doings(one, people))) for one in source]
    for did, mine in (pair for one in claim for pair in _doings(one, people)):
        keyed = (({piece.key for piece in one.pieces}, one.text, theirs) for one, theirs in doings)
        near = [(text, theirs) for keys, text, theirs in keyed if did in keys and _holds(keys, mine, _DONE_SHARE)]
        if mine.speaker in known and near and all(_does_another(did, mine, *one, people) for one in near):
            yield Unsupported(mine.surface, "attribution")


def _does_another(
    did: str, mine: Saying, text: str, theirs: Sequence[tuple[str, Saying]], people: Mapping[str, str]
) -> bool:
    others = (other for word, other in theirs if word == did and _holds(other.keys, mine, _DONE_SHARE))
    return any(other.speaker != mine.speaker for other in others) and not _names(text, mine, people)


def _doings(sentence: Read, people: Mapping[str, str]) -> Iterator[tuple[str, Saying]]:
    """Yield the word right behind each person of a sentence, and the person with all that is told behind."""
    if not people:
        return
    for name in re.finditer(rf"\b(?:{'|'.join(map(re.escape, people))})\b", sentence.text):
        told = _APPOSITION.match(sentence.text, name.end())
        start = told.end() if told else name.end()
        behind = [piece for piece in sentence.telling if piece.start >= start]
        if behind and not sentence.text[start : behind[0].start].strip():
            keys = frozenset(piece.key for piece in behind)
            yield behind[0].key, Saying(people[name.group()], name.group(), keys)


def _is_another_s(said: Saying, source: Sequence[Read], people: Mapping[str, str], language: str) -> bool:
    near = [one for one in source if _holds({piece.key for piece in one.pieces}, said)]
    return bool(near) and all(
        other and other.speaker != said.speaker and _holds(other.keys, said) and not _names(one.text, said, people)
        for one in near
        for other in (_saying(one, people, language),)
    )


def _holds(keys: Set[str], said: Saying, share: float = HELD_SHARE) -> bool:
    return len(said.keys) >= _TELLING_COUNT and len(keys & said.keys) >= share * len(said.keys)


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
