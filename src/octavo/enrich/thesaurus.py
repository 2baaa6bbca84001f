"""How English words relate: synonyms, opposites, kinds and forms, from WordNet's relations (Fellbaum 1998).

Its licence stands beside the data, in lexicon/thesaurus_en-LICENSE.txt.
"""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

_ENDINGS = (
    ("ies", "y"),
    ("ves", "f"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("zes", "z"),
    ("ied", "y"),
    ("es", "e"),
    ("es", ""),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("iest", "y"),
    ("ier", "y"),
    ("est", "e"),
    ("est", ""),
    ("er", "e"),
    ("er", ""),
)
_DOUBLED = 3


class Relation(StrEnum):
    """What one word is to another, the closest first."""

    SAME = "same"
    ANTONYM = "antonym"
    SYNONYM = "synonym"
    DERIVED = "derived"
    SIMILAR = "similar"
    BROADER = "broader"
    NARROWER = "narrower"
    SIBLING = "sibling"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class _Synset:
    hypernyms: frozenset[int]
    similar: frozenset[int]
    derived: frozenset[int]


class Thesaurus:
    """Relations between English words, by their base forms."""

    def __init__(self) -> None:
        folder = files("octavo.enrich.lexicon")
        packed = (folder / "thesaurus_en.txt.xz").read_bytes()
        text = lzma.decompress(packed).decode()
        synsets, senses, antonyms, irregular = (section.split("\n") for section in text.split("\n\n"))
        self._lines = synsets
        self._senses = dict(line.split(" ", 1) for line in senses)
        self._antonyms = {word: frozenset(others.split()) for word, others in (one.split(" ", 1) for one in antonyms)}
        self._add_opposites((folder / "opposites_en.txt").read_text("utf-8"))
        self._irregular = dict(line.split(" ") for line in irregular)
        self._synset = lru_cache(maxsize=20_000)(self._read)
        self.relation = lru_cache(maxsize=200_000)(self._relation)
        self.base = lru_cache(maxsize=50_000)(self._base)

    def _add_opposites(self, lines: str) -> None:
        """Add opposites as news uses them: each line's first word against each of the others, both ways."""
        for word, *others in map(str.split, lines.splitlines()):
            self._antonyms[word] = self._antonyms.get(word, frozenset()) | set(others)
            for other in others:
                self._antonyms[other] = self._antonyms.get(other, frozenset()) | {word}

    def knows(self, word: str) -> bool:
        """Tell whether `word` is a base form of the thesaurus."""
        return word in self._senses

    def _base(self, word: str) -> str:
        """Return the base form of a case-folded word; the word itself where none is known."""
        if word in self._irregular:
            return self._irregular[word]
        if word in self._senses and not word.endswith(("s", "ed", "ing")):
            return word
        return next((form for form in _shorter(word) if form in self._senses), word)

    def _relation(self, one: str, other: str) -> Relation:
        """Return what `one` is to `other`; both case-folded base forms."""
        if one == other:
            return Relation.SAME
        mine, theirs = self._of(one), self._of(other)
        if not mine or not theirs:
            return Relation.NONE
        if self._opposed(one, other):
            return Relation.ANTONYM
        if mine & theirs:
            return Relation.SYNONYM
        return self._by_synsets(mine, theirs)

    def _by_synsets(self, mine: frozenset[int], theirs: frozenset[int]) -> Relation:
        over_mine, over_theirs = self._joined(mine, "hypernyms"), self._joined(theirs, "hypernyms")
        for found, relation in (
            (self._joined(mine, "derived") & theirs, Relation.DERIVED),
            (self._joined(mine, "similar") & theirs, Relation.SIMILAR),
            (over_theirs & mine, Relation.BROADER),
            (over_mine & theirs, Relation.NARROWER),
            (
                over_mine & over_theirs or self._joined(mine, "similar") & self._joined(theirs, "similar"),
                Relation.SIBLING,
            ),
        ):
            if found:
                return relation
        return Relation.NONE

    def _opposed(self, one: str, other: str) -> bool:
        """Tell whether the words are opposites, or one is the opposite of a close synonym of the other."""
        return other in self._antonyms.get(one, ()) or one in self._antonyms.get(other, ()) or self._far(one, other)

    def _far(self, one: str, other: str) -> bool:
        return any(
            self._first(opposite) == self._first(near)
            for word, near in ((one, other), (other, one))
            for opposite in self._antonyms.get(word, ())
        )

    def _first(self, word: str) -> str:
        return self._senses.get(word, f"? {word}").split(" ", 1)[0]

    def _of(self, word: str) -> frozenset[int]:
        return frozenset(map(int, self._senses[word].split())) if word in self._senses else frozenset()

    def _joined(self, synsets: frozenset[int], which: str) -> frozenset[int]:
        return frozenset().union(*(getattr(self._synset(one), which) for one in synsets))

    def _read(self, number: int) -> _Synset:
        return _Synset(*(frozenset(map(int, part.split())) for part in self._lines[number].split(";")))


def _shorter(word: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            yield stem + instead
            if not instead and len(stem) > _DOUBLED and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def thesaurus() -> Thesaurus:
    """Return the process's one thesaurus; reading it takes about a quarter of a second."""
    return Thesaurus()
