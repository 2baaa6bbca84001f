"""Who does what to whom the other way round than a source tells it."""

import re
from collections import Counter
from collections.abc import Iterator

from octavo.enrich.checking.pieces import pieces
from octavo.enrich.checking.turning import Read, mark
from octavo.enrich.entities import EntityKind
from octavo.enrich.naming import entities
from octavo.enrich.verification import Unsupported

_DOING = {
    "ko": re.compile(r"[^\s,]*?(?:\s[가-힣]{2,4}?)?(?:(?P<doer>은|는|이|가|께서)|(?:을|를|에게|의|과|와))(?=[\s,.]|$)"),
    "ja": re.compile(r"[^、。はがをに]{0,6}?(?:(?P<doer>は|が)|(?:を|に|から|の))"),
}
"""Behind a name, what says whether it does something, where the order of words does not."""
_BY_ORDER = ("zh",)
"""Its order of words alone says who does what, and its names are not always found."""

_SOMEBODY = (EntityKind.PERSON, EntityKind.ORGANISATION)
_AGENT_PIECES = 4
"""Behind a "by", the words among which the name stands: by Prime Minister Olga Brandt."""

Sides = tuple[set[str], set[str]]
"""Those that do something, and those to whom it is done."""


def reversed_roles(claim: Read, near: Read, language: str) -> Iterator[Unsupported]:
    """Yield what does something in a claim that is done to it in the source, where the other's part is changed too."""
    names = _names(claim.text, near.text, language)
    for (doing, done), (their_doing, their_done) in _sides(claim, near, names, language):
        one, other = (doing - done) & (their_done - their_doing), (done - doing) & (their_doing - their_done)
        if one and other and (language in _BY_ORDER or not names.isdisjoint(one | other)):
            yield Unsupported(claim.text, "attribution")
            return


def names_somebody(text: str, language: str) -> bool:
    """Tell whether a text has a name of a person or an organisation; one word that may be either names a place."""
    found = entities(text, "", language)
    return any(one.kind in _SOMEBODY or (one.kind is EntityKind.OTHER and " " in one.surface) for one in found)


def _names(claim: str, source: str, language: str) -> set[str]:
    """Return the keys of the names in two sentences that are no places."""
    found = [one.surface for one in entities(f"{claim}\n{source}", "", language) if one.kind is not EntityKind.PLACE]
    if language in _DOING:
        return set(found)
    return {piece.key for surface in found for piece in pieces(surface, language)}


def _sides(claim: Read, near: Read, names: set[str], language: str) -> Iterator[tuple[Sides, Sides]]:
    """Yield the sides that both sentences have around each word that they share once."""
    if language in _DOING:
        yield _by_particles(claim.text, names, language), _by_particles(near.text, names, language)
        return
    counts = [Counter(one.key for one in sentence.telling) for sentence in (claim, near)]
    for key in counts[0]:
        if counts[0][key] == counts[1][key] == 1 and key not in names and not _is_title(key, claim, near, names):
            yield _around(key, claim, names, language), _around(key, near, names, language)


def _by_particles(text: str, names: set[str], language: str) -> Sides:
    sides: Sides = (set(), set())
    for name in names:
        for at in re.finditer(re.escape(name), text):
            if particle := _DOING[language].match(text, at.end()):
                sides[0 if particle["doer"] else 1].add(name)
    return sides


def _around(key: str, sentence: Read, names: set[str], language: str) -> Sides:
    """Return what stands before and behind a word; exchanged where a "by" with a name makes a passive of it."""
    at = next(one for one in sentence.telling if one.key == key)
    before = {one.key for one in sentence.telling if one.end <= at.start}
    behind = {one.key for one in sentence.telling if one.start >= at.end}
    agents = (one.end() for one in mark(language, "agents").finditer(sentence.text, at.end))
    is_passive = any(not names.isdisjoint(_next(sentence, end)) for end in agents)
    return (behind, before) if is_passive else (before, behind)


def _is_title(key: str, claim: Read, near: Read, names: set[str]) -> bool:
    """Tell whether a word only says who somebody is: it is before the same name in both, or before a comma and one."""
    heads = []
    for sentence in (claim, near):
        at = next(one for one in sentence.telling if one.key == key)
        head = (*_next(sentence, at.end), "")[0]
        if head in names and sentence.text[at.end : at.end + 1] == ",":
            return True
        heads.append(head)
    return heads[0] == heads[1] and heads[0] in names


def _next(sentence: Read, start: int) -> list[str]:
    return [one.key for one in sentence.pieces if one.start >= start][:_AGENT_PIECES]
