"""Telling people of answers, of mentions, and of what became of their comments."""

from datetime import datetime

from django.db import transaction

from octavo.accounts import comment_notices
from octavo.accounts.models import User
from octavo.community import people
from octavo.community.models import Comment, Mute, Notification
from octavo.community.signals import notified


def tell_of(comment: Comment) -> None:
    """Tell those whom a comment that is shown now answers or mentions, each once."""
    told: dict[int, str] = {}
    for person in people.named(comment.people).values():
        told[person.pk] = "mention"
    if comment.parent and comment.parent.author_id and comment.parent.author and comment.parent.author.is_active:
        told[comment.parent.author_id] = "answer"
    deaf = Mute.objects.filter(person__in=told, muted=comment.author_id).values_list("person_id", flat=True)
    before = Notification.objects.filter(comment=comment, kind__in=("answer", "mention"))
    silent = {comment.author_id, *deaf, *before.values_list("person_id", flat=True)}
    for person_id, kind in told.items():
        if person_id not in silent:
            _tell(person_id, comment, kind)


def tell_writer(comment: Comment, kind: str) -> None:
    """Tell a comment's writer what became of it."""
    if comment.author_id:
        Notification.objects.filter(person=comment.author_id, comment=comment, kind=kind).delete()
        _tell(comment.author_id, comment, kind)


def _tell(person_id: int, comment: Comment, kind: str) -> None:
    row = Notification.objects.create(person_id=person_id, comment=comment, kind=kind)
    transaction.on_commit(lambda: notified.send(Notification, notification=row), robust=True)


def unseen_count(person: User) -> int:
    """Return how many notifications a person has not opened yet."""
    return Notification.objects.filter(person=person, seen__isnull=True).count()


def mark_seen(person: User, now: datetime) -> None:
    """Note that a person has seen what they were told: it is neither new nor pushed any more."""
    comment_notices.note_seen(person, now)
    Notification.objects.filter(person=person, seen__isnull=True, made__lte=now).update(seen=now)
