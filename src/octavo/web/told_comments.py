"""Answers to comments and mentions on their way to devices."""

from django.db import transaction
from django.utils import translation

from octavo.accounts import comment_notices
from octavo.community.models import Notification
from octavo.community.reading import name_of
from octavo.core.clock import utc_now
from octavo.pipeline import jobs
from octavo.pipeline.queue import defer_once
from octavo.web.community_words import notification_words

PUSHED = ("answer", "mention")


def push(notification: Notification) -> None:
    """Queue what a person was just told of for their devices, in their language."""
    language = comment_notices.language_for(notification.person) if notification.kind in PUSHED else None
    if language is None:
        return
    comment = notification.comment
    with translation.override(language):
        words = notification_words(notification.kind, name_of(comment)), comment.story.headline
    with transaction.atomic():
        comment_notices.keep(notification.person, comment.pk, f"discussion {comment.story_id}", words, utc_now())
        defer_once(jobs.send_notices)
