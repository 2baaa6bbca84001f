"""Whether a claim is a sentence of its source told shorter: its words in their order, or with its end put first."""

from collections.abc import Sequence
from itertools import pairwise

from octavo.enrich.checking.turning import CLAUSE_END, Read, is_one_clause, nearest, read


def retells(claim: str, source: str, language: str) -> bool:
    """Tell whether each sentence of a claim keeps the words of one sentence of the source as they follow one another.

    It keeps who or what that begins with, leaves out nothing across clauses within one of its own, and no owner of what
    is owned.
    """
    theirs = read(source, language)
    return all(
        any(_is_shorter(mine, near, language) for near in nearest(mine, theirs)) for mine in read(claim, language)
    )


def _is_shorter(mine: Read, near: Read, language: str) -> bool:
    if not _numbers(mine.text) <= _numbers(near.text):
        return False
    keys, theirs = [one.key for one in mine.pieces], [one.key for one in near.pieces]
    for at in range(len(keys)):
        places = _places(keys[at:] + keys[:at], theirs)
        if places and _is_whole(_parts(mine, at, places), near, language):
            return "'s" in mine.text or "'s" not in near.text
    return False


def _numbers(text: str) -> set[str]:
    """Return the numbers as written, with what is written to them: A$14.6 is not $14.6."""
    return {word.strip(".,;:()") for word in text.split() if any(map(str.isdigit, word))}


def _places(keys: Sequence[str], theirs: Sequence[str]) -> list[int]:
    """Return where these follow one another among the others; nothing where they do not."""
    places: list[int] = []
    for key in keys:
        start = places[-1] + 1 if places else 0
        if key not in theirs[start:]:
            return []
        places.append(theirs.index(key, start))
    return places


def _parts(mine: Read, at: int, places: Sequence[int]) -> list[list[int]]:
    """Return the places of each clause of a claim, which is read from its piece `at` on and then from its head."""
    order = [*mine.pieces[at:], *mine.pieces[:at]]
    parts = [[places[0]]]
    for (before, one), place in zip(pairwise(order), places[1:], strict=True):
        if one.start < before.end or CLAUSE_END.search(mine.text[before.end : one.start]):
            parts.append([])
        parts[-1].append(place)
    return parts


def _is_whole(parts: Sequence[Sequence[int]], near: Read, language: str) -> bool:
    """Tell whether the pieces at these places begin as the sentence does, and each part lacks what is of one clause."""
    told = {at for at, piece in enumerate(near.pieces) if piece.tells and at <= parts[-1][-1]}
    held = {place for part in parts for place in part}
    if not told or min(told) not in held:
        return False
    spans = (near.text[near.pieces[part[0]].start : near.pieces[part[-1]].end] for part in parts)
    return told <= held or all(is_one_clause(span, language) for span in spans)
