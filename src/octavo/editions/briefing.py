"""The morning's briefing: as much of the front page's order as five minutes hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from octavo.core.text import is_paired, tokens

MINUTES = 5
WORDS_PER_MINUTE = 165
"""As news is read aloud; read in silence, a briefing takes less."""
STORIES_MOST = 12
LEAD_SENTENCES = 4
"""Of the first story."""
SENTENCES = 2
"""Of every other."""
PAIRS_PER_WORD = 2.2
"""Overlapping pairs of characters that one spoken word of Korean, Chinese or Japanese makes; a judgement."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A story of a briefing: which, and how many of its sentences."""

    place: int
    sentences_count: int


def brief(texts: Sequence[Sequence[str]], titles: Sequence[str]) -> tuple[list[Brief], float]:
    """Return which stories a briefing tells, given their sentences and titles in order, and how many minutes it takes.

    A story without a sentence that may be quoted is left out; the first that no longer fits ends the briefing.
    """
    chosen: list[Brief] = []
    spoken = 0.0
    for place, (sentences, title) in enumerate(zip(texts, titles, strict=True)):
        told = sentences[: SENTENCES if chosen else LEAD_SENTENCES]
        length = words_of(" ".join((title, *told)))
        if told and spoken + length > MINUTES * WORDS_PER_MINUTE and chosen:
            break
        if told:
            chosen.append(Brief(place, len(told)))
            spoken += length
        if len(chosen) == STORIES_MOST:
            break
    return chosen, spoken / WORDS_PER_MINUTE


def words_of(text: str) -> float:
    """Return how many spoken words a text has, in any script."""
    found = tokens(text)
    pairs = sum(map(is_paired, found))
    return len(found) - pairs + pairs / PAIRS_PER_WORD
