"""Typing errors: which known words a mistyped one may mean."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from octavo.search.constants import KNOWN_LETTERS, LONG_LETTERS, SPELLED_EDITS, SPELLED_LETTERS


def is_spelled(token: str) -> bool:
    """Tell whether the token is a word of letters that can be mistyped; East Asia's pairs of characters are not."""
    return SPELLED_LETTERS <= len(token) <= KNOWN_LETTERS and token.isalpha()


def keys(word: str) -> list[str]:
    """Return the word and what is left of it without one of its characters.

    Words that are one mistake apart share a key, and most that are two apart (symmetric deletion, Garbe 2012).
    """
    return list(dict.fromkeys([word, *(word[:place] + word[place + 1 :] for place in range(len(word)))]))


def best(typed: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Return the known word, of `known` with their counts, that `typed` most likely means; None where none is near."""
    limit = SPELLED_EDITS if len(typed) >= LONG_LETTERS else 1
    near = [(edits(typed, word), word[0] != typed[0], -count, word) for word, count in known if word != typed]
    return min((one for one in near if one[0] <= limit), default=(0, False, 0, None))[3]


def edits(typed: str, word: str) -> int:
    """Return how many mistakes lie between: a character left out, put in, changed, or swapped with its neighbour."""
    return int(OSA.distance(typed, word))
