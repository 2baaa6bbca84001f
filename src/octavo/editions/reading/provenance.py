"""Provenance: which texts are one, whose it is, who carried it first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from octavo.editions.reading.cards import ArticleCard


@dataclass(frozen=True, slots=True)
class Provenance:
    """A text that several articles carry."""

    agency: str
    """Credited by most of those that credit one; "" where none does."""
    publishers_count: int
    first: ArticleCard
    """The earliest published of them."""
    original: ArticleCard


def root_of(article: int, originals: Mapping[int, int]) -> int:
    """Return the original at the end of the line that begins at `article`; originals: of each copy, by article."""
    passed = {article}
    while (original := originals.get(article)) is not None and original not in passed:
        passed.add(original)
        article = original
    return article


def provenance(original: ArticleCard, copies: Sequence[ArticleCard]) -> Provenance | None:
    """Return what is known of a text's way through the papers; None where nobody copied it."""
    if not copies:
        return None
    carriers = (original, *copies)
    credited = Counter(one.agency for one in carriers if one.agency)
    return Provenance(
        agency=max(credited, key=lambda agency: (credited[agency], agency)) if credited else "",
        publishers_count=len({one.publisher.slug for one in carriers}),
        first=min(carriers, key=lambda one: (one.moment, one.id != original.id, one.id)),
        original=original,
    )
