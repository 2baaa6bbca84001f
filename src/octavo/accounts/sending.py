"""Notices on their way to devices, in batches, through the one HTTP door."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction
from py_vapid import Vapid02
from xxhash import xxh3_64_hexdigest

from octavo.accounts.keeping import unread_count
from octavo.accounts.preferences import preferences_of
from octavo.accounts.quiet import is_quiet
from octavo.accounts.state_models import Device, Notice
from octavo.accounts.web_push import Address, Fate, Sender, fate, house_key, push
from octavo.config import settings
from octavo.fetch import fetch_all

BATCH_COUNT = 200
"""People whose notices one job sends."""
SINGLE_COUNT = 3
"""Stories and discussions that a person is told of one by one; of more at a time, one push names them all."""
WAITS = timedelta(hours=20)
"""A notice that could not be sent so long is news no more; quiet hours end sooner."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one device is told by one push."""

    device: Device
    content: Mapping[str, Any]
    topic: str


def vapid_key() -> Vapid02:
    """Return the house's own key for pushes, made at first use."""
    return _key_in(settings.current().data)


@cache
def _key_in(data: Path) -> Vapid02:
    return house_key(data / "vapid.pem")


def send(now: datetime) -> int:
    """Send the notices that wait, but for people in their quiet hours; return how many pushes went out.

    A process that dies on the way sends some again; devices show the same topic once.
    """
    count = 0
    after = 0
    while waiting := _waiting(now, after):
        for person_id, notices in waiting.items():
            count += _send_to(person_id, notices, now)
        after = max(waiting)
    return count


def _waiting(now: datetime, after: int) -> dict[int, list[Notice]]:
    """Return the next people's notices, those of whom none may be pushed to now left out."""
    rows = Notice.objects.filter(sent__isnull=True, person_id__gt=after)
    people = list(rows.order_by("person_id").values_list("person_id", flat=True).distinct()[:BATCH_COUNT])
    grouped: dict[int, list[Notice]] = defaultdict(list)
    for row in rows.filter(person_id__in=people).order_by("made", "pk"):
        grouped[row.person_id].append(row)
    return dict(grouped)


def _send_to(person_id: int, notices: Sequence[Notice], now: datetime) -> int:
    person = notices[0].person
    preferences = preferences_of(person)
    if is_quiet(now, preferences.time_zone, preferences.quiet_from, preferences.quiet_until):
        return 0
    wanted = {Notice.Kind.NEWS: preferences.tells, Notice.Kind.COMMENT: preferences.tells_comments}
    fresh = [one for one in notices if wanted[Notice.Kind(one.kind)] and now - one.made < WAITS and person.is_active]
    devices = list(Device.objects.filter(person=person_id)) if fresh else []
    told = [one for device in devices for one in _told(device, fresh, unread_count(person))]
    fates = _pushed(told, now)
    if Fate.LATER in fates and Fate.SENT not in fates:
        return 0
    Notice.objects.filter(pk__in=[one.pk for one in notices]).update(sent=now)
    return fates.count(Fate.SENT)


def _told(device: Device, notices: Iterable[Notice], unread: int) -> list[_Told]:
    """Return what a device is told: the last of each topic, or all in one where they are many."""
    last = {one.topic: one for one in notices}
    shared = {"lang": device.language, "unread": unread}
    if len(last) <= SINGLE_COUNT:
        return [
            _Told(
                device,
                {**shared, "title": one.title, "body": one.body, "url": f"/{device.language}/{one.path}", "tag": topic},
                topic,
            )
            for topic, one in last.items()
        ]
    first, *others = reversed(last.values())
    content = {"title": first.title, "body": " · ".join(one.title for one in others), "tag": "many"}
    page = "notifications" if first.kind == Notice.Kind.COMMENT else "following"
    return [_Told(device, {**shared, **content, "url": f"/{device.language}/{page}"}, "many")]


def _pushed(told: Sequence[_Told], now: datetime) -> list[Fate]:
    """Push, and forget the devices that are gone; return what became of each."""
    sender = Sender(_contact(), now)
    requests = [
        push(
            Address(one.device.endpoint, one.device.p256dh, one.device.auth),
            one.content,
            xxh3_64_hexdigest(one.topic.encode()),
            vapid_key(),
            sender,
        )
        for one in told
    ]
    fates = [fate(answer) for answer in fetch_all(requests)]
    by_device: dict[int, set[Fate]] = defaultdict(set)
    for one, became in zip(told, fates, strict=True):
        by_device[one.device.pk].add(became)
    with transaction.atomic():
        Device.objects.filter(pk__in=[pk for pk, became in by_device.items() if Fate.GONE in became]).delete()
        Device.objects.filter(pk__in=[pk for pk, became in by_device.items() if Fate.SENT in became]).update(sent=now)
    return fates


def _contact() -> str:
    """Return where the house is reached: its own address, or for one without, a name that is nobody's (RFC 2606)."""
    public_url = settings.current().public_url
    return public_url if public_url.startswith("https://") else "mailto:nobody@octavo.invalid"
