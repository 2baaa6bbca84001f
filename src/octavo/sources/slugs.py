"""Publishers' slugs, none given twice."""

from collections.abc import Iterable, Iterator
from itertools import count

from django.utils.text import slugify

_CHARACTERS = 80
"""Of a slug without its number; a column holds twenty more."""


def slug_of(name: str) -> str:
    """Return the slug that a name asks for."""
    return slugify(name, allow_unicode=True)[:_CHARACTERS] or "publisher"


class FreeSlugs:
    """Gives slugs that are not `taken`, and each but once."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._untried: dict[str, Iterator[str]] = {}
        """By what a name asks for: a list may name one publisher thousands of times."""

    def take(self, name: str) -> str:
        """Return the slug that a name asks for, with a number where that is gone."""
        wanted = slug_of(name)
        untried = self._untried.setdefault(wanted, _numbered(wanted))
        slug = next(slug for slug in untried if slug not in self._taken)
        self._taken.add(slug)
        return slug


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))
