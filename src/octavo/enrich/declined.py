"""Names that have cases, as in Russian: which spellings of a text are forms of one name.

A spelling is read as every nominative that it may be a form of, with the case; all words of a name stand in one case.
What it is, is told by the company: the nominative that most spellings of the text may be forms of.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product

from octavo.enrich.lexicon import lexicon

_STEM_LETTERS = 2
_WORDS_COUNT = 4
"""Longer names are left as they are."""
_SOFT = tuple("аеёийоуыэюяь")
"""No stem that ends a nominative by itself ends so."""
_NO_ENDING = "-"


def heads_by_case(names: Iterable[str], language: str) -> dict[str, str]:
    """Return which of these names each is a form of, itself for most: the nominative, or else the first of its forms.

    Empty where the language's names have no cases.
    """
    if not _endings(language):
        return {}
    read = {name: nominatives(name, language) for name in names}
    times = Counter(lemma for lemmas in read.values() for lemma in lemmas)
    own = {_folded(name): name for name in reversed([*read])}

    def likeliest(name: str) -> str:
        return max(read[name], key=lambda lemma: (times[lemma], lemma == _folded(name), lemma in own, lemma))

    first: dict[str, str] = {}
    for name in read:
        first.setdefault(lemma := likeliest(name), own.get(lemma, name))
    return {name: first[likeliest(name)] for name in read}


def nominatives(name: str, language: str) -> frozenset[str]:
    """Return every nominative, folded, that a name may be a form of; itself alone where names have no cases."""
    folded, rows = _folded(name), _endings(language)
    parts = folded.split()
    if not rows or not 0 < len(parts) <= _WORDS_COUNT or name.isupper():
        return frozenset((folded,))
    read = [_read(part, rows) for part in parts]
    may_be_kept = len(parts) > 1
    cases = {case for forms in read for case, _ in forms}
    return frozenset((folded,)) | {
        " ".join(lemmas)
        for case in cases
        for lemmas in product(
            *(
                {lemma for told, lemma in forms if told == case} | ({part} if may_be_kept else set())
                for part, forms in zip(parts, read, strict=True)
            )
        )
    }


@lru_cache(maxsize=20_000)
def _read(word: str, rows: tuple[tuple[str, ...], ...]) -> frozenset[tuple[int, str]]:
    """Return the cases that a word may stand in, each with the word's nominative."""
    return frozenset(
        (case, stem + row[0])
        for row in rows
        for case, ending in enumerate(row)
        if word.endswith(ending) and _may_be_stem(stem := word[: len(word) - len(ending)], row[0])
    )


def _may_be_stem(stem: str, ending: str) -> bool:
    return len(stem) >= _STEM_LETTERS and (bool(ending) or not stem.endswith(_SOFT))


@cache
def _endings(language: str) -> tuple[tuple[str, ...], ...]:
    rows = (row.split() for row in lexicon(language).declined)
    return tuple(tuple(ending.replace(_NO_ENDING, "") for ending in row) for row in rows)


def _folded(name: str) -> str:
    return name.casefold().replace("ё", "е")
