"""What a person keeps, read from the database: saved, read, followed, the last visit."""

from datetime import datetime

from django.db.models import Count, F, Q, QuerySet

from octavo.accounts.models import User
from octavo.accounts.state_models import Following, Read, Saved, Visit
from octavo.accounts.visits import Visits, visited

BADGE_MOST = 99
WRITE_SECONDS = 60
"""A visit's latest page is kept this exactly."""


def saved_by(person: User) -> QuerySet[Saved]:
    """Return what a person saved, the latest first."""
    return Saved.objects.filter(person=person, is_on=True).order_by("-changed", "-pk")


def history_of(person: User) -> QuerySet[Read]:
    """Return what a person opened, the latest first."""
    return Read.objects.filter(person=person, opened__isnull=False).order_by("-opened", "-pk")


def followed_by(person: User) -> QuerySet[Following]:
    """Return what a person follows, the latest first."""
    return Following.objects.filter(person=person, is_on=True).order_by("-since", "-pk")


def is_saved(person: User, kind: str, identity: int) -> bool:
    """Tell whether a person saved the article or the story (`kind`) with this id."""
    return saved_by(person).filter(**{f"{kind}_id": identity}).exists()


def is_read(person: User, kind: str, identity: int) -> bool:
    """Tell whether a person has read the article or the story (`kind`) with this id; news in a story is unread."""
    marks = Read.objects.filter(person=person, is_on=True, **{f"{kind}_id": identity})
    return (marks.filter(changed__gt=F("story__latest")) if kind == "story" else marks).exists()


def looked(person: User, story_id: int, visits: Visits) -> datetime | None:
    """Return up to when a person knows a story, None where they never looked at it.

    Their last look counts, or the end of the visit before where that look was in the visit that goes on.
    """
    opened = Read.objects.filter(person=person, story=story_id).values_list("opened", flat=True).first()
    return min(opened, visits.before or opened) if opened else None


def following(person: User, kind: str, key: int | str) -> Following | None:
    """Return how a person follows the story with the id `key`, or the hashtag, publisher or search called so."""
    named = {"story_id": key} if kind == Following.Kind.STORY else {"name": key}
    return followed_by(person).filter(kind=kind, **named).first()


def read_stories(person: User, since: datetime) -> set[int]:
    """Return the stories that a person has read since a moment, and in which nothing is new after that."""
    marks = Read.objects.filter(person=person, is_on=True, changed__gte=since, changed__gt=F("story__latest"))
    return set(marks.values_list("story_id", flat=True))


def unread_count(person: User) -> int:
    """Return in how many of the stories that a person follows there is something new: the app's badge."""
    fresh = Q(is_on=True, kind=Following.Kind.STORY, story__latest__gt=F("seen"))
    count = Following.objects.filter(fresh, person=person).aggregate(count=Count("pk"))["count"]
    return min(int(count), BADGE_MOST)


def see(person: User, story_id: int, now: datetime) -> None:
    """Note that a person looks at a story: it is in their history, and nothing in it is new to them."""
    values = {"is_on": True, "changed": now, "opened": now}
    Read.objects.update_or_create(person=person, article=None, story_id=story_id, defaults=values)
    Following.objects.filter(person=person, story=story_id).update(seen=now)


def open_article(person: User, article_id: int, now: datetime) -> None:
    """Note that a person opens an article."""
    values = {"is_on": True, "changed": now, "opened": now}
    Read.objects.update_or_create(person=person, article_id=article_id, story=None, defaults=values)


def forget_history(person: User) -> None:
    """Forget what a person opened; what is read stays marked as read."""
    Read.objects.filter(person=person).update(opened=None)


def visit(person: User, now: datetime) -> Visits:
    """Note that a person is here, and return their visits. A page within a minute of the last writes nothing."""
    row = Visit.objects.filter(person=person).first()
    known = Visits(row.latest, row.before) if row else None
    found = visited(known, now)
    if known is None or found.before != known.before or (found.latest - known.latest).total_seconds() > WRITE_SECONDS:
        Visit.objects.update_or_create(person=person, defaults={"latest": found.latest, "before": found.before})
    return found
