"""Editions in the database beside those that ship: who may read which, keeping and removing them."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from django.db.models import Q, QuerySet

from octavo.accounts.models import User
from octavo.core.errors import BadInput
from octavo.editions.edition import Edition, read_edition, written
from octavo.editions.models import OwnEdition
from octavo.editions.shipped import shipped

OWN_COUNT = 50
"""Editions that one person may keep."""


def editions(person: User | None = None) -> dict[str, Edition]:
    """Return the editions that a person may read, by slug: those that ship, the house's, the person's own."""
    found = dict(shipped())
    for row in _visible(person).order_by("slug"):
        edition = _read(row)
        if edition is not None:
            found.setdefault(row.slug, edition)
    return found


def chosen(person: User | None, slugs: Sequence[str]) -> list[Edition]:
    """Return those of a person's editions that `slugs` name, in their order."""
    found = editions(person) if slugs else {}
    return [found[slug] for slug in slugs if slug in found]


def edition(slug: str, person: User | None = None) -> Edition | None:
    """Return the edition that `slug` names to a person; None where there is none for them."""
    if slug in shipped():
        return shipped()[slug]
    row = _visible(person).filter(slug=slug).order_by("owner").first()
    return _read(row) if row else None


def own_slugs(person: User | None) -> frozenset[str]:
    """Return the slugs of a person's own editions; for nobody, of the house's."""
    return frozenset(OwnEdition.objects.filter(owner=person).values_list("slug", flat=True))


def keep(edition: Edition, person: User | None) -> Edition:
    """Keep an edition as a person's own, or as the house's for nobody; one of the same slug is replaced.

    Raises BadInput where the slug is that of an edition that everyone reads, or too many are kept.
    """
    if edition.slug in editions() and not (person is None and edition.slug in own_slugs(None)):
        raise BadInput(f"there is an edition {edition.slug!r} for everyone already; choose another slug")
    mine = OwnEdition.objects.filter(owner=person)
    if mine.count() >= OWN_COUNT and edition.slug not in own_slugs(person):
        raise BadInput(f"one keeps at most {OWN_COUNT} editions; remove one first")
    OwnEdition.objects.update_or_create(owner=person, slug=edition.slug, defaults={"text": written(edition)})
    return edition


def take(text: str, slug: str, person: User | None) -> Edition:
    """Keep the edition of someone's file; where its slug is taken, under one that is free. Raises BadInput."""
    given = read_edition(text, slug)
    return keep(replace(given, slug=free_slug(given.slug, taken_slugs(person))), person)


def taken_slugs(person: User | None) -> frozenset[str]:
    """Return the slugs that a new edition of a person cannot have."""
    return frozenset(shipped()) | own_slugs(None) | own_slugs(person)


def free_slug(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted`, or what is like it and not `taken`."""
    numbered = (f"{wanted[:56]}-{n}" for n in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)


def remove(slug: str, person: User | None) -> bool:
    """Remove a person's own edition, or the house's for nobody; return whether there was one."""
    return bool(OwnEdition.objects.filter(owner=person, slug=slug).delete()[0])


def _visible(person: User | None) -> QuerySet[OwnEdition]:
    return OwnEdition.objects.filter(Q(owner=None) | Q(owner=person) if person else Q(owner=None))


def _read(row: OwnEdition) -> Edition | None:
    """Return a kept edition; None where it draws on what is no longer there."""
    try:
        return read_edition(row.text, row.slug)
    except BadInput:
        return None
