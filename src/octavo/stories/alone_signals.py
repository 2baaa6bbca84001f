"""How like two articles are of which nothing else is known: one number a signal, the same either way round.

A step that follows from another, or a like happening elsewhere, shares names and background with it. What tells them
apart is what each brings: the words of its beginning that name nobody, its own names and its own numbers.
"""

import re
from dataclasses import dataclass

import numpy as np

from octavo.core.text import tokens
from octavo.core.types import FoldInput
from octavo.core.vectors import Vectors
from octavo.stories.codes import Codes
from octavo.stories.constants import BODY_TOKENS, TOLD_CHARACTERS
from octavo.stories.digest import NAME, TITLE, TITLE_END, Digest, numbers_in
from octavo.stories.signals import Evidence
from octavo.stories.vocabulary import Terms, Vocabulary

ALONE_SIGNALS = ("vector", "rarest", "deeds", "letters", "places", "figures", "lacked_names", "lacked_numbers")
RUN_LETTERS = 5
"""Letters that follow one another, by which words are known whatever their endings and what they are joined to."""
_FIGURE = re.compile(r"\b(?!(?:19|20)\d\d\b)\d[\d.,]+\d")


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells, to be laid beside what one other tells."""

    terms: Terms
    beginning: Terms
    """Those of the title and of the first words."""
    names: Terms
    title_names: Terms
    title_runs: frozenset[str]
    """Every `RUN_LETTERS` that follow one another in its title."""
    runs: frozenset[str]
    """The same of title and text."""
    first_numbers: Codes
    """Those of the title and the lead."""
    numbers: Codes
    """Those of title and text."""
    figures: frozenset[str]
    """Numbers that few texts have: of three signs or more, and no years."""
    vector: Vectors | None


def told(article: FoldInput, read: Digest, vocabulary: Vocabulary) -> Told:
    """Return what an article tells; read: its digest, of which no query was made yet."""
    text = f"{article.title}\n{article.text[: BODY_TOKENS * 12]}"
    maybe_names = read.maybe_names[vocabulary.are_names(read.maybe_names)]
    is_name = (read.weights[:, NAME] > 0) | np.isin(read.terms, maybe_names)
    return Told(
        terms=read.terms,
        beginning=np.setdiff1d(read.opening, [TITLE_END]),
        names=read.terms[is_name],
        title_names=read.terms[is_name & (read.weights[:, TITLE] > 0)],
        title_runs=_runs(article.title or article.text[:TOLD_CHARACTERS]),
        runs=_runs(text),
        first_numbers=read.numbers,
        numbers=numbers_in(text),
        figures=frozenset(_FIGURE.findall(text)),
        vector=read.vector,
    )


def alone_signals(one: Told, other: Told, vocabulary: Vocabulary) -> Evidence:
    """Return how like the two are: float32 (1, len(ALONE_SIGNALS)).

    deeds: what both begin with that neither writes as a name; letters: the share of a title that the other is written
    with too, the lesser way. Names and numbers that are lacked speak against one story, all else for it.
    """
    shared = np.intersect1d(one.terms, other.terms)
    begun = np.intersect1d(one.beginning, other.beginning)
    deeds = np.setdiff1d(begun, np.union1d(one.names, other.names))
    found = {
        "vector": 0.0 if one.vector is None or other.vector is None else float(one.vector @ other.vector),
        "rarest": float(vocabulary.rarities(shared).max(initial=0.0)),
        "deeds": np.log1p(float((vocabulary.rarities(deeds) ** 2).sum())),
        "letters": min(_share(one.title_runs, other.runs), _share(other.title_runs, one.runs)),
        "places": _places(one, other, vocabulary),
        "figures": np.log1p(len(one.figures & other.figures)),
        "lacked_names": max(_lacked_names(one, other, vocabulary), _lacked_names(other, one, vocabulary)),
        "lacked_numbers": min(_lacked_numbers(one, other), _lacked_numbers(other, one)),
    }
    return np.array([[found[name] for name in ALONE_SIGNALS]], dtype=np.float32)


def _runs(text: str) -> frozenset[str]:
    written = f" {' '.join(tokens(text))} "
    return frozenset(written[start : start + RUN_LETTERS] for start in range(len(written) - RUN_LETTERS + 1))


def _share(runs: frozenset[str], others: frozenset[str]) -> float:
    return len(runs & others) / max(1, len(runs))


def _places(one: Told, other: Told, vocabulary: Vocabulary) -> float:
    """Return -1..0: how far one's title names nobody that the other does not know; 0 where a title names none."""
    if not (len(one.title_names) and len(other.title_names)):
        return 0.0
    return max(_known(one.title_names, other, vocabulary), _known(other.title_names, one, vocabulary)) - 1.0


def _known(names: Terms, other: Told, vocabulary: Vocabulary) -> float:
    """Return the share of `names` that the other article has, by their squared rarity."""
    squares = vocabulary.rarities(names) ** 2
    return float(squares @ np.isin(names, other.terms) / squares.sum())


def _lacked_names(one: Told, other: Told, vocabulary: Vocabulary) -> float:
    """Return how rare, in sum, the names of one's title are that the other article lacks."""
    return float(vocabulary.rarities(np.setdiff1d(one.title_names, other.terms)).sum())


def _lacked_numbers(one: Told, other: Told) -> int:
    """Return how many numbers one begins with that the other article lacks."""
    return len(np.setdiff1d(one.first_numbers, other.numbers))
