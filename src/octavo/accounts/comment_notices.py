"""Notices of answers to comments and of mentions: who may be told of them, and what is no longer to be told."""

from collections.abc import Sequence
from datetime import datetime

from octavo.accounts.models import User
from octavo.accounts.preferences import preferences_of
from octavo.accounts.state_models import Device, Notice


def language_for(person: User) -> str | None:
    """Return the language in which a person is told, that of their latest device; None where they are told nothing."""
    if not preferences_of(person).tells_comments:
        return None
    devices = Device.objects.filter(person=person, person__is_active=True).order_by("-made")
    return devices.values_list("language", flat=True).first()


def keep(person: User, comment_id: int, topic: str, words: tuple[str, str], now: datetime) -> None:
    """Keep a notice of a comment, once; `words` are its title and its body.

    It holds nothing of the comment's own text, which may be hidden before the devices have it.
    """
    title, body = words
    row = Notice(
        person=person,
        kind=Notice.Kind.COMMENT,
        key=_key(comment_id),
        topic=topic,
        title=title,
        body=body,
        path=f"comment/{comment_id}",
        made=now,
    )
    Notice.objects.bulk_create([row], ignore_conflicts=True)


def note_seen(person: User, now: datetime) -> None:
    """Tell a person no more of what they have seen on a page."""
    Notice.objects.filter(person=person, kind=Notice.Kind.COMMENT, sent__isnull=True, made__lte=now).update(sent=now)


def forget(comment_ids: Sequence[int]) -> None:
    """Forget what was, or was to be, told of comments that are no longer shown: who wrote them stands in it."""
    Notice.objects.filter(key__in=[_key(one) for one in comment_ids]).delete()


def _key(comment_id: int) -> str:
    return f"comment {comment_id}"
