"""Terms as numbers, and how common each is in the window: counted as articles arrive, forgotten slowly."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from octavo.stories.common_words import common_shares, small_words
from octavo.stories.constants import VOCABULARY_HALVING, VOCABULARY_PRIOR
from octavo.stories.stems import stem

Terms = NDArray[np.int32]
"""Distinct numbers of terms, ascending, each above 0."""
Weights = NDArray[np.float32]
Found = tuple[NDArray[np.bool_], NDArray[np.intp]]
"""Which of some terms are among others, and where those are there."""


def found_among(terms: NDArray[np.int32], others: Terms) -> Found:
    """Return which of `terms`, in any order, are among `others`, and where those are there."""
    if not len(others):
        return np.zeros(len(terms), dtype=np.bool_), np.empty(0, dtype=np.intp)
    places = others.searchsorted(terms)
    are_found: NDArray[np.bool_] = others.take(places, mode="clip") == terms
    return are_found, places[are_found]


class _Numbers(dict[str, int]):
    """Token to number; one that is met first is given its number."""

    def __init__(self, give: Callable[[str], int]) -> None:
        super().__init__()
        self._give = give

    def __missing__(self, token: str) -> int:
        number = self[token] = self._give(token)
        return number


class Vocabulary:
    """Numbers of terms, their document frequencies, and whether each is rather a name."""

    def __init__(self) -> None:
        self._articles = 0
        self._common = common_shares()
        self._numbers = _Numbers(self._number)
        self._next = 1
        self._holding = np.zeros(1 << 14, dtype=np.float32)
        self._leaning = np.zeros_like(self._holding)
        """How many more articles write the term as a name than small: one more, or one fewer, before any is there."""
        self._prior = np.zeros_like(self._holding)
        """How many of the articles that the general frequencies stand for hold the term."""

    @property
    def size(self) -> int:
        """A bound that all numbers given so far are below."""
        return len(self._holding)

    def numbers(self, tokens: Sequence[str]) -> NDArray[np.int32]:
        """Return the number of each token's term, in order; 0 for a token that is none, as a single Latin letter."""
        return np.fromiter(map(self._numbers.__getitem__, tokens), dtype=np.int32, count=len(tokens))

    def word(self, number: int) -> str:
        """Return a word that a number stands for, the longest met; looks at all of them."""
        return max((token for token, one in self._numbers.items() if one == number), key=len, default="")

    def _number(self, token: str) -> int:
        """Give a token the number of its stem."""
        if len(token) == 1 and token.isascii() and not token.isdigit():
            return 0
        term = stem(token)
        number = self._numbers.get(term)
        if number is None:
            number = self._next
            self._numbers[term] = number
            self._next += 1
            self._make_room()
            self._leaning[number] = -1.0 if term in small_words() else 1.0
            self._prior[number] = VOCABULARY_PRIOR * self._common.get(term, 0.0)
        return number

    def learn(self, terms: Terms, is_name: NDArray[np.bool_], maybe_names: Terms) -> None:
        """Count one article's distinct terms; is_name: those that it writes as names.

        maybe_names: terms with a capital where everything has one, which says nothing.
        """
        self._articles += 1
        self._holding[terms] += 1.0
        self._leaning[terms] += np.where(is_name, 1.0, -1.0)
        self._leaning[maybe_names] += 1.0
        if self._articles >= VOCABULARY_HALVING:
            self._halve()

    def rarities(self, terms: NDArray[np.int32]) -> Weights:
        """Return each term's inverse document frequency, above 0: float32 in the shape of `terms`."""
        total = self._articles + VOCABULARY_PRIOR
        rarities: Weights = np.log(1.0 + total / (self._holding[terms] + self._prior[terms] + np.float32(0.5)))
        return rarities

    def are_names(self, terms: Terms) -> NDArray[np.bool_]:
        """Tell of each term that may be a name whether it is one: where hardly any article writes it small."""
        are: NDArray[np.bool_] = self._leaning[terms] >= 0.0
        return are

    def _make_room(self) -> None:
        if self._next >= len(self._holding):
            more = np.zeros_like(self._holding)
            self._holding = np.concatenate([self._holding, more])
            self._leaning = np.concatenate([self._leaning, more])
            self._prior = np.concatenate([self._prior, more])

    def _halve(self) -> None:
        self._articles //= 2
        self._holding = np.floor(self._holding / 2)
        self._leaning = np.trunc(self._leaning / 2)
        kept = self._holding > 0
        for token in [token for token, number in self._numbers.items() if number and not kept[number]]:
            del self._numbers[token]
