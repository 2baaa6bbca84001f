"""Where ranked stories stand on a front page."""

from collections.abc import Sequence
from dataclasses import dataclass

from octavo.editions.constants import SECTION_COUNT, TOP_COUNT
from octavo.editions.facts import Placed


@dataclass(frozen=True, slots=True)
class Section:
    """The stories of one category on the front page."""

    category: str
    stories: tuple[Placed, ...]
    more_count: int = 0
    """Further stories of this category that found no room here."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """A laid-out front page; no story stands on it twice."""

    lead: Placed | None = None
    top: tuple[Placed, ...] = ()
    sections: tuple[Section, ...] = ()
    """In the edition's order, and then in that of their best stories."""

    @property
    def shown(self) -> list[Placed]:
        """Return every story on the page, as it is read."""
        of_sections = (one for section in self.sections for one in section.stories)
        return [*filter(None, [self.lead]), *self.top, *of_sections]


def lay_out(placed: Sequence[Placed], order: Sequence[str] = ()) -> FrontPage:
    """Lay out ranked stories: the first leads, the next stand beside it, the rest by category.

    The categories of `order` come first, as they stand there; the others in the order of their best stories.
    """
    if not placed:
        return FrontPage()
    by_category: dict[str, list[Placed]] = {category: [] for category in order}
    for one in placed[1 + TOP_COUNT :]:
        by_category.setdefault(one.story.category, []).append(one)
    sections = tuple(
        Section(category, tuple(stories[:SECTION_COUNT]), max(0, len(stories) - SECTION_COUNT))
        for category, stories in by_category.items()
        if stories
    )
    return FrontPage(placed[0], tuple(placed[1 : 1 + TOP_COUNT]), sections)
