"""What an edit of a summary changed, told from the words that it put in and left out: for evaluation alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from octavo.enrich.checking.claims import Word, WordKind, claims
from octavo.enrich.checking.kinds import INVENTED, kind_of

LEAST_KEPT = 0.5
"""Of a text's words: where an edit keeps fewer it was written anew, and no kind is told."""


def kinds_of_edit(edited: str, faithful: Iterable[str]) -> frozenset[str]:
    """Return the kinds of what tells an edited summary from the nearest faithful one; none where none is near.

    What is no number, name, negation or attribution is invented, where the edit changed none of these.
    """
    ours = _words(edited)
    pairs = [(_lacking(words, ours), _lacking(ours, words)) for words in map(_words, faithful)]
    lost, added = min(pairs, key=lambda pair: len(pair[0]) + len(pair[1]), default=(ours, ours))
    if len(added) > (1 - LEAST_KEPT) * len(ours):
        return frozenset()
    kinds = {kind_of(word, added) for word in _telling(lost)} | {kind_of(word, lost) for word in _telling(added)}
    return frozenset(kinds - {INVENTED} or {INVENTED})


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Word, ...]:
    return claims(text).words


def _lacking(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """Return the words that stand among `others` less often, or not at all."""
    left = Counter(word.base for word in others)
    lacking = []
    for word in words:
        left[word.base] -= 1
        if left[word.base] < 0:
            lacking.append(word)
    return lacking


def _telling(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if word.kind is not WordKind.FUNCTION]
