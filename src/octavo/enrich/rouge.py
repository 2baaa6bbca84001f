"""ROUGE-1, -2 and -L (Lin 2004): how much of a reference's words a text says, as F1 over tokens without stemming."""

from collections import Counter
from collections.abc import Sequence

from octavo.core.text import tokens


def rouge(text: str, reference: str) -> dict[str, float]:
    """Return F1 of shared words, shared pairs, and the longest common subsequence."""
    mine, theirs = tokens(text), tokens(reference)
    return {
        "rouge_1": _f1(_shared(mine, theirs, 1), len(mine), len(theirs)),
        "rouge_2": _f1(_shared(mine, theirs, 2), len(mine) - 1, len(theirs) - 1),
        "rouge_l": _f1(_subsequence(mine, theirs), len(mine), len(theirs)),
    }


def _shared(mine: Sequence[str], theirs: Sequence[str], n: int) -> int:
    grams = [Counter(zip(*(text[i:] for i in range(n)), strict=False)) for text in (mine, theirs)]
    return (grams[0] & grams[1]).total()


def _subsequence(mine: Sequence[str], theirs: Sequence[str]) -> int:
    row = [0] * (len(theirs) + 1)
    for word in mine:
        before = 0
        for j, other in enumerate(theirs, start=1):
            before, row[j] = row[j], before + 1 if word == other else max(row[j], row[j - 1])
    return row[-1]


def _f1(shared: int, mine: int, theirs: int) -> float:
    return 2 * shared / (mine + theirs) if shared and mine > 0 and theirs > 0 else 0.0
