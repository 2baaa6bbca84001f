"""How common each term is in the window: counted as articles arrive, forgotten slowly."""

from collections.abc import Iterable
from math import log

from octavo.stories.common_words import common_shares
from octavo.stories.constants import VOCABULARY_HALVING, VOCABULARY_PRIOR


class Vocabulary:
    """Document frequencies of terms, and how often each is written as a name."""

    def __init__(self) -> None:
        self._articles = 0
        self._common = common_shares()
        self._holding: dict[str, int] = {}
        self._as_name: dict[str, int] = {}

    def learn(self, terms: Iterable[str], names: Iterable[str]) -> None:
        """Count one article's distinct terms, and those that it writes as names."""
        self._articles += 1
        holding, as_name = self._holding, self._as_name
        for term in terms:
            holding[term] = holding.get(term, 0) + 1
        for name in names:
            as_name[name] = as_name.get(name, 0) + 1
        if self._articles >= VOCABULARY_HALVING:
            self._halve()

    def rarity(self, term: str) -> float:
        """Return the term's inverse document frequency, above 0."""
        return self.rarities((term,))[0]

    def rarities(self, terms: Iterable[str]) -> list[float]:
        """Return `rarity` of each term, in order."""
        total, holding, common = self._articles + VOCABULARY_PRIOR, self._holding.get, self._common.get
        return [log(1.0 + total / (holding(term, 0) + VOCABULARY_PRIOR * common(term, 0.0) + 0.5)) for term in terms]

    def is_name(self, term: str) -> bool:
        """Tell whether the articles so far write this term mostly as a name."""
        return 2 * self._as_name.get(term, 0) >= self._holding.get(term, 0)

    def _halve(self) -> None:
        self._articles //= 2
        self._holding = {term: count // 2 for term, count in self._holding.items() if count > 1}
        self._as_name = {term: count // 2 for term, count in self._as_name.items() if count > 1}
