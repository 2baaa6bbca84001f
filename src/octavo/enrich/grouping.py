"""What the reports of one publisher, country or language state that the others do not, and what they leave out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from octavo.enrich.agreeing import Agreed
from octavo.enrich.inputs import SourceArticle


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one story that have their publisher, country or language in common."""

    by: str
    """country, language or publisher"""
    name: str
    """The code of a country or a language, or the publisher's name."""
    articles: tuple[str, ...]
    alone: tuple[Agreed, ...]
    """What several of them state and all others leave out."""
    left_out: tuple[Agreed, ...]
    """What more than half of the others state and they all leave out."""


def groups(articles: Sequence[SourceArticle], facts: Sequence[Agreed]) -> tuple[Group, ...]:
    """Return a story's independent articles by country, language and publisher, where there are several of each.

    Publishers alone of which one has several reports: what a single report leaves out is told of it.
    """
    kinds = {
        "country": {one.id: one.country for one in articles},
        "language": {one.id: one.language for one in articles},
        "publisher": {one.id: one.publisher for one in articles},
    }
    return tuple(group for by, named in kinds.items() for group in _groups(by, named, facts))


def _groups(by: str, named: Mapping[str, str], facts: Sequence[Agreed]) -> Iterator[Group]:
    found: dict[str, list[str]] = defaultdict(list)
    for article, name in named.items():
        if name:
            found[name].append(article)
    if len(found) < 2 or (by == "publisher" and len(found) == len(named)):
        return
    for name, reports in sorted(found.items(), key=lambda one: -len(one[1])):
        others = named.keys() - set(reports)
        yield Group(
            by,
            name,
            tuple(reports),
            alone=tuple(fact for fact in facts if others <= set(fact.lacking)),
            left_out=tuple(fact for fact in facts if _is_left_out(fact, reports, len(others))),
        )


def _is_left_out(fact: Agreed, reports: Sequence[str], others_count: int) -> bool:
    return set(reports) <= set(fact.lacking) and 2 * len(fact.stated) > others_count
