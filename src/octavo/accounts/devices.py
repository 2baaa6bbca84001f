"""Devices that take pushes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from octavo.accounts.models import User
from octavo.accounts.state_models import Device
from octavo.accounts.web_push import address_of
from octavo.core.errors import BadInput

DEVICES_COUNT = 20
"""Of one person: more are forgotten browsers, or somebody who plays with them."""


def keep_device(person: User, subscription: Mapping[str, Any], language: str, name: str, now: datetime) -> None:
    """Push to a browser from now on; one that was another person's is this one's.

    Raises BadInput where it cannot be pushed to, or the person has too many.
    """
    address = address_of(subscription)
    others = Device.objects.filter(person=person).exclude(endpoint=address.endpoint)
    if others.count() >= DEVICES_COUNT:
        raise BadInput(f"there are {DEVICES_COUNT} devices already; take one away first")
    Device.objects.update_or_create(
        endpoint=address.endpoint,
        defaults={
            "person": person,
            "p256dh": address.p256dh,
            "auth": address.auth,
            "language": language,
            "name": name[:120],
            "made": now,
        },
    )


def forget_device(person: User, endpoint: str) -> None:
    """Push no more to a person's browser."""
    Device.objects.filter(person=person, endpoint=endpoint).delete()
