"""Names of people, organisations and places, by rules and statistics, without a model.

Scripts with capitals: runs of capitalised words inside sentences, vouched for by how the text itself writes them.
Other scripts: titles, endings, quotation marks and repetition. What is not sure is called `other`.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One name where it stands: `text[start:end]`."""

    start: int
    end: int
    surface: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as the text writes it first in full."""

    surface: str
    kind: EntityKind
    count: int
    """Mentions in text and title."""
    offsets: tuple[tuple[int, int], ...]
    """Start and end of the mentions in the text."""
    in_title: bool


def gather(mentions: list[Mention], in_title: list[Mention], same: dict[str, str], title: str) -> tuple[Entity, ...]:
    """Return entities out of the mentions in text and title; `same` says which surface stands for another."""
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(same.get(mention.surface, mention.surface), []).append(mention)
    for mention in in_title:
        grouped.setdefault(same.get(mention.surface, mention.surface), [])
    titled = {same.get(mention.surface, mention.surface) for mention in in_title}
    kinds = {mention.surface: mention.kind for mention in in_title}
    entities = []
    for surface, found in grouped.items():
        spellings = {mention.surface for mention in found} | {surface}
        is_titled = surface in titled or any(spelling in title for spelling in spellings)
        offsets = tuple((mention.start, mention.end) for mention in found)
        kind = _kind(found) if found else kinds.get(surface, EntityKind.OTHER)
        entities.append(Entity(surface, kind, len(offsets) + is_titled, offsets, is_titled))
    return tuple(sorted(entities, key=lambda entity: (-entity.count, entity.offsets, entity.surface)))


def _kind(found: list[Mention]) -> EntityKind:
    sure = Counter(mention.kind for mention in found if mention.kind is not EntityKind.OTHER)
    return sure.most_common(1)[0][0] if sure else EntityKind.OTHER
