"""What is a person's: taken along as JSON, and erased, part by part.

Every part of Octavo that keeps something of people registers it in its app's module `own`, so that no export leaves
anything out and nothing stays behind unseen. These modules are looked for when a person's things are first asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import Model
from django.utils.module_loading import autodiscover_modules

from octavo.accounts.models import User
from octavo.accounts.people import end_sessions, is_only_administrator
from octavo.core.errors import BadInput


@dataclass(frozen=True, slots=True)
class Belongings:
    """One kind of what is a person's."""

    export: Callable[[User], object]
    """Returns it as JSON holds it: dictionaries, lists, texts, numbers; datetimes may stand in it too."""
    erase: Callable[[User], None]
    """Removes it, or takes the person out of what must stay; what refers to the person and cascades needs nothing."""


_kinds: dict[str, Belongings] = {}


def register(name: str, export: Callable[[User], object], erase: Callable[[User], None] = lambda person: None) -> None:
    """Add a kind of belongings under the name that it has in the export."""
    _kinds[name] = Belongings(export, erase)


def register_rows(name: str, model: type[Model], owner: str) -> None:
    """Add the rows of a model that go with their `owner`."""
    shown = [one.attname for one in model._meta.concrete_fields if one.name not in {owner, "id"}]
    register(name, lambda person: list(model._default_manager.filter(**{owner: person}).order_by("pk").values(*shown)))


def _all_kinds() -> dict[str, Belongings]:
    autodiscover_modules("own")
    return _kinds


def export(person: User) -> dict[str, object]:
    """Return all that is a person's, by kind."""
    return {name: kind.export(person) for name, kind in _all_kinds().items()}


def erase(person: User) -> None:
    """Erase a person and all that is theirs, at once or not at all.

    Raises BadInput where the house would be left without an administrator.
    """
    with transaction.atomic():
        list(User.objects.select_for_update().order_by("pk").filter(role=person.role))
        if is_only_administrator(person):
            raise BadInput(f"{person.username} is the only administrator; make another one first")
        for kind in _all_kinds().values():
            kind.erase(person)
        person.delete()


def _account(person: User) -> object:
    return {
        "name": person.username,
        "email": person.email,
        "role": person.role,
        "joined": person.date_joined,
        "last_signed_in": person.last_login,
    }


def _emails(person: User) -> object:
    return list(EmailAddress.objects.filter(user=person).values("email", "verified", "primary"))


def _keys(person: User) -> object:
    """Return a person's passkeys and codes, without what they are proved with."""
    keys = Authenticator.objects.filter(user=person).order_by("created_at")
    return [
        {"kind": key.type, "name": key.data.get("name", ""), "made": key.created_at, "last_used": key.last_used_at}
        for key in keys
    ]


def _sessions(person: User) -> object:
    return list(UserSession.objects.filter(user=person).values("created_at", "last_seen_at", "ip", "user_agent"))


def _invitations(person: User) -> object:
    return list(person.invitations.filter(person=None).values("role", "note", "made", "expires", "used"))


register("account", _account)
register("emails", _emails)
register("keys", _keys)
register("sessions", _sessions, end_sessions)
register("invitations", _invitations)
