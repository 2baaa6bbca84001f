"""Whether a claim is a sentence of its source told shorter: its words in their order, or with its end put first."""

from collections.abc import Sequence

from octavo.enrich.checking.turning import Read, is_one_clause, nearest, read


def retells(claim: str, source: str, language: str) -> bool:
    """Say whether each sentence of a claim keeps the words of one sentence of the source as they follow one another.

    It keeps who or what that begins with, leaves nothing out across clauses, and no owner for what is owned.
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
        if places and _is_whole(places, near, language):
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


def _is_whole(places: Sequence[int], near: Read, language: str) -> bool:
    """Say whether the pieces at these places begin as the sentence does, and lack telling ones of one clause alone."""
    told = [at for at, piece in enumerate(near.pieces) if piece.tells and at <= places[-1]]
    if not told or told[0] not in places:
        return False
    span = near.text[near.pieces[places[0]].start : near.pieces[places[-1]].end]
    return set(told) <= set(places) or is_one_clause(span, language)
