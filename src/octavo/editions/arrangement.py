"""How a reader arranges the sections of front pages: which come first, which are folded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Self, TypeVar

from octavo.enrich import CATEGORIES

FOLDED = "-"
SEPARATOR = "."
TEXT_CHARACTERS = 1200


class Section(Protocol):
    @property
    def category(self) -> str: ...


S = TypeVar("S", bound=Section)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Sections in the reader's order; those not in `order` follow as the edition has them."""

    order: tuple[str, ...] = ()
    """Categories' slugs."""
    folded: frozenset[str] = frozenset()

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the arrangement that `text` tells; what is no section in it is left out. Never raises."""
        parts = [part for part in text[:TEXT_CHARACTERS].split(SEPARATOR) if part.lstrip(FOLDED) in CATEGORIES]
        order = dict.fromkeys(part.lstrip(FOLDED) for part in parts if not part.startswith(FOLDED * 2))
        return cls(tuple(order), frozenset(part.lstrip(FOLDED) for part in parts if part.startswith(FOLDED)))

    @property
    def text(self) -> str:
        """Return the arrangement as a cookie holds it: "sport.-health.--weather", the last folded but not ordered."""
        ordered = (f"{FOLDED if one in self.folded else ''}{one}" for one in self.order)
        others = (f"{FOLDED * 2}{one}" for one in sorted(self.folded.difference(self.order)))
        return SEPARATOR.join([*ordered, *others])

    def arranged(self, sections: Sequence[S]) -> list[S]:
        """Return `sections` in the reader's order."""
        places = {category: place for place, category in enumerate(self.order)}
        return sorted(sections, key=lambda one: places.get(one.category, len(places)))

    def folding(self, category: str, *, is_folded: bool) -> Self:
        """Return the arrangement with a section folded, or open."""
        others = self.folded - {category}
        return replace(self, folded=others | {category} if is_folded else others)

    def moved(self, category: str, step: int, shown: Sequence[str]) -> Self:
        """Return the arrangement with a section moved up (-1) or down (1) among those `shown`, now in this order."""
        order = list(shown)
        if category not in order:
            return self
        place = order.index(category)
        order.insert(max(0, place + step), order.pop(place))
        return replace(self, order=tuple(order))
