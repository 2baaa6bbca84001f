"""What a person has written and done in discussions: theirs to take along, and to take back."""

from typing import Any

from django.db import transaction

from octavo.accounts import belongings
from octavo.accounts.models import User
from octavo.community.deciding import State
from octavo.community.models import Ban, Comment, Mute, Notification, Reaction, Report, Revision
from octavo.community.store import erase_rows, locked_discussion, refresh


def _exported(person: User) -> dict[str, Any]:
    """Return all that the discussions hold of a person, as plain values."""
    return {
        "comments": [_comment(row) for row in Comment.objects.filter(author=person).order_by("id")],
        "reactions": [
            {"comment": row.comment_id, "kind": row.kind, "made": row.made.isoformat()}
            for row in Reaction.objects.filter(person=person).order_by("id")
        ],
        "reports": [
            {"comment": row.comment_id, "reason": row.reason, "note": row.note, "made": row.made.isoformat()}
            for row in Report.objects.filter(reporter=person).order_by("id")
        ],
        "muted": list(Mute.objects.filter(person=person).order_by("id").values_list("muted__username", flat=True)),
        "bans": [
            {"reason": row.reason, "made": row.made.isoformat(), "until": row.until and row.until.isoformat()}
            for row in Ban.objects.filter(person=person).order_by("id")
        ],
    }


def _comment(row: Comment) -> dict[str, Any]:
    revisions = Revision.objects.filter(comment=row).order_by("id")
    return {
        "id": row.pk,
        "story": row.story_id,
        "answers": row.parent_id,
        "text": row.text,
        "written": row.written.isoformat(),
        "state": row.state,
        "earlier": [{"text": one.text, "until": one.replaced.isoformat()} for one in revisions],
    }


@transaction.atomic
def _erase_all(person: User) -> None:
    """Take away what a person wrote and did; that there were comments stays, and so do the moderators' acts."""
    rows = Comment.objects.select_for_update(no_key=True, of=("self",)).filter(author=person).order_by("id")
    erase_rows(list(rows.exclude(state=State.ERASED)))
    reacted = Reaction.objects.filter(person=person)
    stories = set(reacted.values_list("comment__story_id", flat=True))
    reacted.delete()
    for story in sorted(stories):
        refresh(locked_discussion(story))
    Mute.objects.filter(person=person).delete()
    Notification.objects.filter(person=person).delete()
    Report.objects.filter(reporter=person).update(reporter=None, note="")


belongings.register("discussions", _exported, _erase_all)
