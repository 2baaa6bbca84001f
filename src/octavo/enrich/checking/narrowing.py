"""What of long texts is compared: a claim in blocks, each with the sentences of its source that share most with it.

The time and the room that a comparison takes grow with the words of the claim times those of the source.
"""

import textwrap
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from math import log

from octavo.core.text import sentences, tokens

SOURCE_CHARACTERS = 12_000
"""More than most articles have; of longer ones the sentences that are nearest to a claim."""
BLOCK_CHARACTERS = 2_400
PIECE_CHARACTERS = 240
"""Of what has no full stops."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text in pieces, each with its words."""

    text: str
    pieces: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    rarity: dict[str, float]

    def about(self, claim: str) -> str:
        """Return the pieces that share the most and rarest words with a claim, in order; the whole of a short text."""
        if not self.pieces:
            return self.text
        asked = frozenset(tokens(claim))
        shared = [sum(self.rarity[word] for word in words & asked) for words in self.words]
        best = sorted(range(len(shared)), key=lambda at: -shared[at])
        room = accumulate(len(self.pieces[at]) for at in best)
        chosen = sorted(at for at, used in zip(best, room, strict=True) if used <= SOURCE_CHARACTERS)
        return "\n".join(self.pieces[at] for at in chosen)


def source_of(text: str, language: str) -> Source:
    """Return a source ready to be narrowed."""
    if len(text) <= SOURCE_CHARACTERS:
        return Source(text, (), (), {})
    pieces = tuple(piece for span in sentences(text, language) for piece in _cut(span.text))
    words = tuple(frozenset(tokens(piece)) for piece in pieces)
    counts = Counter(word for some in words for word in some)
    return Source(text, pieces, words, {word: log(1 + len(pieces) / count) for word, count in counts.items()})


def blocks(claim: str, language: str) -> list[str]:
    """Return a claim in runs of sentences that are short enough to compare; a short one as it is."""
    if len(claim) <= BLOCK_CHARACTERS:
        return [claim]
    found: list[list[str]] = [[]]
    for piece in (piece for span in sentences(claim, language) for piece in _cut(span.text)):
        if sum(map(len, found[-1])) + len(piece) > BLOCK_CHARACTERS:
            found.append([])
        found[-1].append(piece)
    return ["\n".join(some) for some in found if any(map(str.isalnum, "".join(some)))]


def _cut(sentence: str) -> list[str]:
    """Return a sentence in pieces, between words where it has any, that are no longer than a long one."""
    return textwrap.wrap(sentence, PIECE_CHARACTERS) if len(sentence) > 2 * PIECE_CHARACTERS else [sentence]
