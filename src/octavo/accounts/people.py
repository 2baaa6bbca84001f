"""People in the database."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from octavo.accounts import invitations
from octavo.accounts.models import User
from octavo.accounts.roles import Act, Role
from octavo.core.errors import BadInput

FIRST_NAME = "admin"
"""The name of the administrator that the first start makes; they may change it."""


def create_admin(name: str, email: str, password: str) -> User:
    """Make a person who may do everything.

    Raises BadInput where the name is taken or not allowed, or the password is weak.
    """
    person = User(username=name, email=email, role=Role.ADMINISTRATOR)
    try:
        person.clean_fields(exclude=["password"])
        validate_password(password, person)
    except ValidationError as error:
        raise BadInput(" ".join(error.messages)) from None
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save()
            if email:
                EmailAddress.objects.create(user=person, email=email.lower(), primary=True, verified=True)
    except IntegrityError:
        raise BadInput(f"there is somebody called {name!r} already; choose another name") from None
    return person


def first_administrator(now: datetime) -> str | None:
    """Make the administrator of a house that has none; return the token of the link that lets them in."""
    if User.objects.filter(role=Role.ADMINISTRATOR).exists():
        return None
    with transaction.atomic():
        person = User(username=_free_name(FIRST_NAME), role=Role.ADMINISTRATOR)
        person.set_unusable_password()
        person.save()
        return invitations.way_back(person, None, now)


def _free_name(name: str) -> str:
    return name if not User.objects.filter(username__iexact=name).exists() else _free_name(f"{name}-")


def called(name: str) -> User:
    """Return the person of that name; raises BadInput where there is none."""
    person = User.objects.filter(username__iexact=name).first()
    if person is None:
        raise BadInput(f"there is nobody called {name!r}; octavo user list shows who there is")
    return person


def is_only_administrator(person: User) -> bool:
    """Tell whether nobody could look after the house without `person`."""
    others = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(pk=person.pk)
    return person.may(Act.ADMINISTER) and not others.exists()


def set_role(person: User, role: Role, by: User | None = None) -> None:
    """Give a role; raises BadInput where that leaves the house without an administrator."""
    with transaction.atomic():
        _require_another_administrator(person, leaves=role != Role.ADMINISTRATOR)
        person.role = role
        person.save(update_fields=["role"])
        _note(by, person, f"role: {role}")


def set_banned(person: User, *, banned: bool, by: User | None = None) -> None:
    """Keep a person from signing in and end their sessions, or let them in again.

    Raises BadInput where that leaves the house without an administrator.
    """
    with transaction.atomic():
        _require_another_administrator(person, leaves=banned)
        person.is_active = not banned
        person.save(update_fields=["is_active"])
        _note(by, person, "banned" if banned else "let in again")
        if banned:
            end_sessions(person)


def end_sessions(person: User) -> None:
    """Sign a person out everywhere."""
    for session in UserSession.objects.filter(user=person):
        session.end()


def _require_another_administrator(person: User, *, leaves: bool) -> None:
    """Keep the house from being left by its last administrator; those who try at once take turns."""
    if leaves:
        list(User.objects.select_for_update().filter(role=Role.ADMINISTRATOR).order_by("pk"))
        if is_only_administrator(person):
            raise BadInput(f"{person.username} is the only administrator; make another one first")


def _note(by: User | None, person: User, what: str) -> None:
    """Leave a trace in the admin's log of what was done to a person."""
    if by:
        LogEntry.objects.log_actions(by.pk, [person], CHANGE, change_message=what, single_object=True)
