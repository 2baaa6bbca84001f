"""Invitations in the database: made, found by what stands in their link, taken once."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models import Q, QuerySet

from octavo.accounts.models import Invitation, User
from octavo.accounts.roles import Role, may_give
from octavo.core.errors import BadInput

LASTS_DAYS = 7
LONGEST_DAYS = 90
WAY_BACK_DAYS = 1
"""A link that lets somebody in without a password is worth more to a thief than one that makes a new reader."""


def invite(maker: User | None, role: Role, now: datetime, *, note: str = "", days: int = LASTS_DAYS) -> str:
    """Make an invitation for somebody new; return the token of its link. None as the maker is the house's operator.

    Raises BadInput where the maker may not give that role, or the days are none that are allowed.
    """
    if maker and not may_give(Role(maker.role), role):
        raise BadInput(f"{maker.username} may not invite anybody as {role}")
    if not 1 <= days <= LONGEST_DAYS:
        raise BadInput(f"an invitation lasts from 1 to {LONGEST_DAYS} days")
    return _make(now, days, role=role, made_by=maker, note=note.strip()[:80])


def way_back(person: User, maker: User | None, now: datetime) -> str:
    """Make a link that lets `person` in to set a new password or passkey; those made before end. Return its token."""
    open_ones(now).filter(person=person).update(expires=now)
    return _make(now, WAY_BACK_DAYS, role=person.role, person=person, made_by=maker)


def find(token: str, now: datetime) -> Invitation | None:
    """Return the invitation of a link, where it can still be taken."""
    found = open_ones(now).select_related("person").filter(token_hash=_hash(token)).first()
    return found if found and (found.person is None or found.person.is_active) else None


def take(invitation: Invitation, person: User, now: datetime) -> bool:
    """Take an invitation for `person`; return whether it was still there to take."""
    return bool(open_ones(now).filter(pk=invitation.pk).update(used=now, used_by=person))


def open_ones(now: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(used__isnull=True, expires__gt=now)


def withdraw(identity: int, who: User, now: datetime, *, all_of_them: bool) -> bool:
    """End an invitation that `who` made, or anybody's; return whether there was one to end."""
    theirs = Q() if all_of_them else Q(made_by=who)
    return bool(open_ones(now).filter(theirs, pk=identity).update(expires=now))


def _make(now: datetime, days: int, **facts: object) -> str:
    token = secrets.token_urlsafe(24)
    Invitation.objects.create(token_hash=_hash(token), made=now, expires=now + timedelta(days=days), **facts)
    return token


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
