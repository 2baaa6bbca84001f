"""What moderators look through, and what everybody may read of their acts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from octavo.accounts.models import User
from octavo.community import people
from octavo.community.arranging import Placed
from octavo.community.constants import PAGE_COMMENTS_COUNT
from octavo.community.deciding import State
from octavo.community.models import Ban, Comment, Curb, ModerationAct, Notification, Report, Revision
from octavo.community.moderating import ModerationKind
from octavo.community.reading import CommentCard, Viewer, cards


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report as moderators see it."""

    reason: str
    note: str
    reporter: str
    made: datetime


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A comment that waits for a moderator."""

    comment: CommentCard
    headline: str
    reports: tuple[ReportCard, ...]
    """Empty for one that is held."""


def waiting() -> Q:
    """Return what picks the comments that wait for a moderator."""
    return Q(state=State.HELD) | Q(reports__settled__isnull=True, reports__isnull=False)


def queue_count() -> int:
    return Comment.objects.filter(waiting()).distinct().count()


def queue(viewer: Viewer, now: datetime) -> tuple[QueueItem, ...]:
    """Return the comments that wait, the longest first; at most a page of them."""
    rows = Comment.objects.filter(waiting()).distinct().order_by("id").select_related("story")[:PAGE_COMMENTS_COUNT]
    headlines = {row.pk: row.story.headline for row in rows}
    reports = _open_reports(list(headlines))
    found = cards([Placed(one, 0) for one in headlines], viewer, now)
    return tuple(QueueItem(card, headlines[card.id], tuple(reports[card.id])) for card in found)


def _open_reports(ids: Sequence[int]) -> defaultdict[int, list[ReportCard]]:
    reports: defaultdict[int, list[ReportCard]] = defaultdict(list)
    rows = Report.objects.filter(comment__in=ids, settled__isnull=True).order_by("id").select_related("reporter")
    for row in rows:
        reporter = row.reporter.get_username() if row.reporter else ""
        reports[row.comment_id].append(ReportCard(row.reason, row.note, reporter, row.made))
    return reports


def reports_on(comment_id: int) -> tuple[ReportCard, ...]:
    """Return the open reports on a comment, the earliest first."""
    return tuple(_open_reports([comment_id])[comment_id])


@dataclass(frozen=True, slots=True)
class ActCard:
    """A row of the public log. Who reported what is no part of it."""

    id: int
    kind: ModerationKind
    reason: str
    made: datetime
    moderator: str
    """"" where the account is gone."""
    comment: int | None
    is_comment_shown: bool
    story: int | None
    headline: str
    person: str
    until: datetime | None
    slow_seconds: int


@dataclass(frozen=True, slots=True)
class LogPage:
    acts: tuple[ActCard, ...]
    page: int
    pages_count: int


def log(page: int) -> LogPage:
    """Return a page of the moderation log, the latest act first."""
    rows = ModerationAct.objects.order_by("-id")
    pages_count = max(1, -(-rows.count() // PAGE_COMMENTS_COUNT))
    cut = rows.select_related("moderator", "comment", "story", "person")
    cut = cut[(page - 1) * PAGE_COMMENTS_COUNT : page * PAGE_COMMENTS_COUNT]
    return LogPage(tuple(map(_act_card, cut)), page, pages_count)


def acts_on(comment_id: int) -> tuple[ActCard, ...]:
    """Return what moderators did with a comment, the latest first."""
    rows = ModerationAct.objects.filter(comment=comment_id).order_by("-id")
    return tuple(map(_act_card, rows.select_related("moderator", "comment", "story", "person")))


def _act_card(row: ModerationAct) -> ActCard:
    return ActCard(
        id=row.pk,
        kind=ModerationKind(row.kind),
        reason=row.reason,
        made=row.made,
        moderator=row.moderator.get_username() if row.moderator else "",
        comment=row.comment_id,
        is_comment_shown=row.comment is not None and row.comment.state == State.SHOWN,
        story=row.story_id,
        headline=row.story.headline if row.story else "",
        person=row.person.get_username() if row.person else "",
        until=row.until,
        slow_seconds=row.slow_seconds,
    )


def standing_ban(person: User, now: datetime) -> Ban | None:
    """Return the ban that keeps a person out now."""
    return people.current_bans(now).filter(person=person).first()


def lock_reason(story_id: int) -> str:
    """Return why a story's discussion is locked; "" where it is not."""
    row = Curb.objects.filter(story=story_id, slow_seconds=0, lifted__isnull=True).first()
    return row.reason if row else ""


@dataclass(frozen=True, slots=True)
class Version:
    """A comment's text from one edit to the next."""

    text: str
    since: datetime


def history(comment: Comment) -> tuple[Version, ...]:
    """Return all texts that a comment had, the latest first."""
    rows = list(Revision.objects.filter(comment=comment).order_by("id"))
    begins = [comment.written, *(row.replaced for row in rows)]
    texts = [*(row.text for row in rows), comment.text]
    return tuple(Version(text, since) for text, since in zip(texts, begins, strict=True))[::-1]


@dataclass(frozen=True, slots=True)
class NotificationCard:
    """Something that a person is told."""

    id: int
    kind: str
    made: datetime
    is_new: bool
    comment: CommentCard
    headline: str
    reason: str
    """Why a moderator did what it tells of."""


def notifications(person: User, viewer: Viewer, now: datetime) -> tuple[NotificationCard, ...]:
    """Return what a person was told last, the latest first, without what is shown no more or of somebody muted."""
    rows = Notification.objects.filter(person=person).order_by("-made", "-id").select_related("comment__story")
    cut = list(rows[:PAGE_COMMENTS_COUNT])
    known = {card.id: card for card in cards([Placed(one, 0) for one in {row.comment_id for row in cut}], viewer, now)}
    reasons = dict(ModerationAct.objects.filter(comment__in=known).order_by("id").values_list("comment_id", "reason"))
    return tuple(
        NotificationCard(
            row.pk,
            row.kind,
            row.made,
            row.seen is None,
            known[row.comment_id],
            row.comment.story.headline,
            reasons.get(row.comment_id, ""),
        )
        for row in cut
        if _is_worth_telling(row, known[row.comment_id])
    )


def _is_worth_telling(row: Notification, comment: CommentCard) -> bool:
    if row.kind in ("answer", "mention"):
        return comment.state is State.SHOWN and not comment.is_muted
    return True


def comments_by(person: User, viewer: Viewer, now: datetime, page: int) -> tuple[CommentCard, ...]:
    """Return a page of what a person has written and the viewer may read, the latest first."""
    rows = Comment.objects.filter(author=person).order_by("-id")
    if not viewer.moderates:
        own = Q(state=State.HELD) if viewer.id == person.pk else Q()
        rows = rows.filter(Q(state=State.SHOWN) | own if own else Q(state=State.SHOWN))
    ids = rows.values_list("id", flat=True)[(page - 1) * PAGE_COMMENTS_COUNT : page * PAGE_COMMENTS_COUNT]
    return cards([Placed(one, 0) for one in ids], viewer, now)
