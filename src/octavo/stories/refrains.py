"""Refrains: what a publisher puts under one report after another, and which so says nothing of what they tell.

Who we are, where to subscribe, how to write to us: extraction leaves most of it out, but an archive or a feed may bring
it along, and two reports that have little else are then alike. What a publisher takes over from its own earlier report
of the same thing is none: that one's beginning stands there too, or a word of the new title.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from octavo.core.text import tokens
from octavo.core.types import FoldInput
from octavo.stories.constants import REFRAIN_CHARACTERS, REFRAIN_RARITY, REFRAINS
from octavo.stories.digest import sentence_for_vector
from octavo.stories.vocabulary import Vocabulary

Keys = NDArray[np.uint64]


class Refrains:
    """The paragraphs that publishers wrote of late, the newest where there is no room for all."""

    def __init__(self) -> None:
        self._paragraphs = np.zeros(REFRAINS, dtype=np.uint64)
        self._openings = np.zeros(REFRAINS, dtype=np.uint64)
        """Of the article that had each last: its first paragraph."""

    def without(self, article: FoldInput, vocabulary: Vocabulary) -> FoldInput:
        """Return `article` without its publisher's refrains, and note its paragraphs."""
        paragraphs = [one for line in article.text.split("\n") if (one := line.strip())]
        if not article.publisher_name or not paragraphs:
            return article
        own = (f"{article.publisher_name}\n{one}".encode() for one in paragraphs)
        keys = np.array([*map(xxh3_64_intdigest, own)], dtype=np.uint64)
        again = [paragraphs[place] for place in self._taken(keys) if len(paragraphs[place]) >= REFRAIN_CHARACTERS]
        if not again:
            return article
        told = _telling(article, vocabulary)
        refrains = {one for one in again if told.isdisjoint(vocabulary.numbers(tokens(one)))}
        return _with_text(article, "\n".join(one for one in paragraphs if one not in refrains)) if refrains else article

    def _taken(self, keys: Keys) -> list[int]:
        """Return the places of paragraphs that stood in an article of another beginning, and note that these do now."""
        slots = keys & np.uint64(REFRAINS - 1)
        places = np.flatnonzero(self._paragraphs[slots] == keys)
        taken = places[~np.isin(self._openings[slots[places]], keys)] if len(places) else places
        self._paragraphs[slots], self._openings[slots] = keys, keys[0]
        return [*map(int, taken)]


def _telling(article: FoldInput, vocabulary: Vocabulary) -> set[int]:
    """Return the terms of a title that say what it is about: rare ones, but not the publisher's own name."""
    terms = np.unique(np.array(vocabulary.numbers(tokens(article.title)), dtype=np.int32))
    rare = terms[vocabulary.rarities(terms) >= REFRAIN_RARITY]
    return {*rare.tolist()}.difference(vocabulary.numbers(tokens(article.publisher_name)))


def _with_text(article: FoldInput, text: str) -> FoldInput:
    """Return `article` with another text, and without its vector where that was made of what is gone."""
    changed = replace(article, text=text)
    is_alike = sentence_for_vector(changed) == sentence_for_vector(article)
    return changed if is_alike else replace(changed, vector=b"")
