"""People as the discussions see them: what they wrote, how fast, whether they are banned."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from octavo.accounts.models import User
from octavo.accounts.roles import Role
from octavo.community.constants import LONGEST_PACE
from octavo.community.deciding import State, Writer
from octavo.community.models import Ban, Comment, Mute


def role_of(person: User | None) -> Role | None:
    """Return what a person may act as; None for nobody, and for one whose account is closed."""
    return Role(person.role) if person is not None and person.is_active else None


def take_turn(person: User | None, origin: str) -> None:
    """Let what one person sends at once be decided one after the other, until the transaction's end."""
    if person is not None:
        User.objects.select_for_update(no_key=True).get(pk=person.pk)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"comments {origin}"])


def writer(person: User | None, origin: str, story_id: int, now: datetime) -> Writer:
    """Return who writes on a story; without an account, people are told apart by `origin` alone."""
    own = Comment.objects.filter(author=person) if person else Comment.objects.filter(guest_origin=origin)
    recent = own.filter(written__gt=now - LONGEST_PACE)
    return Writer(
        role=role_of(person),
        is_banned=person is not None and is_banned(person, now),
        shown_count=own.filter(state=State.SHOWN).count() if person else 0,
        recent=tuple(recent.values_list("written", flat=True)),
        last_here=own.filter(story=story_id).order_by("-written").values_list("written", flat=True).first(),
    )


def current_bans(now: datetime) -> QuerySet[Ban]:
    return Ban.objects.filter(Q(until__isnull=True) | Q(until__gt=now), lifted__isnull=True)


def is_banned(person: User, now: datetime) -> bool:
    return not person.is_active or current_bans(now).filter(person=person).exists()


def origin_of(address: str, now: datetime) -> str:
    """Return what tells people without an account apart for one day; the address cannot be read from it."""
    return salted_hmac("comments", f"{now.date()} {address}", secret=settings.SECRET_KEY).hexdigest()[:16]


def mutes_of(person: User | None) -> frozenset[int]:
    """Return the ids of those whom a person does not want to read."""
    return frozenset(Mute.objects.filter(person=person).values_list("muted_id", flat=True)) if person else frozenset()


def named(names: Sequence[str]) -> dict[str, User]:
    """Return those among `names` that are somebody's."""
    return {one.get_username(): one for one in User.objects.filter(username__in=names, is_active=True)}


def by_key(key: UUID | None) -> Comment | None:
    return Comment.objects.filter(key=key).first() if key else None
