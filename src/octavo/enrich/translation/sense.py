"""Whether a translation means what its original does, as far as sentence vectors see that across languages.

They see another subject, an added sentence, a lost one; not another verb, nor who did it to whom.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from octavo.core.text import sentences
from octavo.core.vectors import Vectors, local_embedder
from octavo.enrich.translation.constants import (
    ADDED_SENSE,
    FARTHER_SENSE,
    LOST_SENSE,
    SENSED,
    SENSED_WEIGHT,
    WHOLE_SENSE,
)
from octavo.enrich.translation.weight import weight


def compares_sense(source: str, target: str) -> bool:
    """Tell whether meanings are compared between two languages."""
    return {source, target} <= SENSED


def is_strange(text: str, translated: str, source: str, target: str) -> bool:
    """Tell whether a translation, or one of its sentences, means something else, or leaves one out."""
    if not compares_sense(source, target) or weight(text) < SENSED_WEIGHT:
        return False
    farther = 0.0 if "en" in (source, target) else FARTHER_SENSE
    mine, theirs = _Meant.of(text, source), _Meant.of(translated, target)
    return (
        float(mine.vectors[-1] @ theirs.vectors[-1]) < WHOLE_SENSE - farther
        or theirs.is_apart_from(mine, ADDED_SENSE - farther)
        or mine.is_apart_from(theirs, LOST_SENSE - farther)
    )


@dataclass(frozen=True, slots=True)
class _Meant:
    """A text's meanings."""

    vectors: Vectors
    """float32 (n, dim): of its sentences, of each two neighbours, of the whole."""
    told: Sequence[int]
    """The sentences that say enough to be compared by themselves."""

    @classmethod
    def of(cls, text: str, language: str) -> "_Meant":
        parts = [one.text for one in sentences(text, language)]
        vectors = local_embedder().encode([*parts, *(f"{one} {other}" for one, other in pairwise(parts)), text])
        return cls(vectors, [at for at, part in enumerate(parts) if weight(part) >= SENSED_WEIGHT])

    def is_apart_from(self, other: "_Meant", bound: float) -> bool:
        """Tell whether one of this text's sentences means nothing that stands in the other."""
        likeness = self.vectors[self.told] @ other.vectors.T
        return bool((likeness.max(axis=1) < bound).any()) if self.told else False
