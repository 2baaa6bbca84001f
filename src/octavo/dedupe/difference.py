"""The difference of two texts, word by word: what stands in both, and what in one alone."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import Indel, Opcode

LONE_UNITS = 2
"""So few words between two changes are part of the change: a shared "the" would only tear it apart."""
LONE_CHARACTERS = 3
"""The same of scripts that write no spaces, whose units are characters."""
LONGEST_UNITS = 6_000
"""Of a longer text the beginning is compared; some 20 ms of a core for two of this length."""

_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNIT = re.compile(
    rf"[{_UNSPACED}][\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a]*"
    rf"|[^\W_{_UNSPACED}]+(?:['’.\-][^\W_{_UNSPACED}]+)*|[^\w\s]|_"
)


class Side(StrEnum):
    """Where a piece stands."""

    BOTH = "both"
    ORIGINAL = "original"
    COPY = "copy"


class Piece(NamedTuple):
    """A stretch of one of the texts, with the space that follows it: `text[start:end]`."""

    side: Side
    start: int
    end: int
    """Into the original where `side` says so, else into the copy."""
    other_start: int
    """Of a piece that stands in both: where it begins in the original; else where it would stand in the other text."""


def difference(original: str, copy: str) -> list[Piece]:
    """Return the pieces that the copy is made of, and what it left out where it would stand; the copy in its order."""
    mine, theirs = _units(copy), _units(original)
    words_mine = [copy[start:end].casefold() for start, end in mine]
    words_theirs = [original[start:end].casefold() for start, end in theirs]
    runs = _without_lone([_run(found) for found in Indel.opcodes(words_theirs, words_mine)], words_mine)
    return [*_pieces(runs, (theirs, len(original)), (mine, len(copy)))]


Run = tuple[str, int, int, int, int]
Bounds = tuple[Sequence[tuple[int, int]], int]


def _run(found: Opcode) -> Run:
    return found.tag, found.src_start, found.src_end, found.dest_start, found.dest_end


def _units(text: str) -> list[tuple[int, int]]:
    return [found.span() for _, found in zip(range(LONGEST_UNITS), _UNIT.finditer(text), strict=False)]


def _without_lone(runs: Sequence[Run], words: Sequence[str]) -> list[Run]:
    """Turn what little stands in both between two changes into a part of these."""
    last = len(runs) - 1
    return [
        ("replace", *run[1:]) if 0 < place < last and run[0] == "equal" and _is_lone(words[run[3] : run[4]]) else run
        for place, run in enumerate(runs)
    ]


def _is_lone(words: Sequence[str]) -> bool:
    letters = [word for word in words if word[0].isalnum()]
    if letters and all(len(word) == 1 for word in letters):
        return len(letters) < LONE_CHARACTERS
    return len(letters) < LONE_UNITS


def _pieces(runs: Sequence[Run], original: Bounds, copy: Bounds) -> Iterator[Piece]:
    """Join neighbouring changes: first what was left out, then what is new."""
    place = 0
    while place < len(runs):
        kind, from_original, _, from_copy, _ = runs[place]
        end = place + 1
        while kind != "equal" and end < len(runs) and runs[end][0] != "equal":
            end += 1
        to_original, to_copy = runs[end - 1][2], runs[end - 1][4]
        there, here = _span(original, from_original, to_original), _span(copy, from_copy, to_copy)
        if kind == "equal":
            yield Piece(Side.BOTH, *here, there[0])
        else:
            if there[0] < there[1]:
                yield Piece(Side.ORIGINAL, *there, here[0])
            if here[0] < here[1]:
                yield Piece(Side.COPY, *here, there[0])
        place = end


def _span(text: Bounds, first: int, after: int) -> tuple[int, int]:
    """Return the characters from one unit up to another, with the space and the marks that no unit holds."""
    units, length = text
    start = units[first][0] if 0 < first < len(units) else (0 if first == 0 else length)
    end = units[after][0] if after < len(units) else length
    return start, max(start, end) if after > first else start
