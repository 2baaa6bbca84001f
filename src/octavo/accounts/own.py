"""A reader's state among what is a person's (`accounts/belongings.py`). All of it refers to the person and goes with
them; devices are named without the keys that they are reached with."""

from octavo.accounts import belongings, keeping
from octavo.accounts.models import User
from octavo.accounts.state_models import Device, Following, Preference, Read, Visit


def _saved(person: User) -> object:
    rows = keeping.saved_by(person).values("article", "article__url", "story", "title", "url", "changed")
    return [
        {
            "article": row["article"],
            "story": row["story"],
            "title": row["title"],
            "url": row["url"] or row["article__url"] or "",
            "saved": row["changed"],
        }
        for row in rows
    ]


def _read(person: User) -> object:
    rows = Read.objects.filter(person=person).order_by("changed", "pk")
    return list(rows.values("article", "article__title", "story", "story__headline", "is_on", "opened", "changed"))


def _following(person: User) -> object:
    rows = Following.objects.filter(person=person, is_on=True).order_by("since", "pk")
    return list(rows.values("kind", "story", "story__headline", "name", "tells", "since", "seen"))


def _preferences(person: User) -> object:
    told = ("tells", "tells_comments", "quiet_from", "quiet_until")
    chosen = ("language", "place", "time_zone", "editions", "look", "sections", *told)
    return Preference.objects.filter(person=person).values(*chosen).first()


def _visits(person: User) -> object:
    return Visit.objects.filter(person=person).values("latest", "before").first()


def _devices(person: User) -> object:
    return list(Device.objects.filter(person=person).order_by("made").values("name", "language", "made", "sent"))


def _notices(person: User) -> object:
    return list(person.notices.order_by("made", "pk").values("title", "body", "path", "made", "sent"))


belongings.register("saved", _saved)
belongings.register("read", _read)
belongings.register("following", _following)
belongings.register("preferences", _preferences)
belongings.register("visits", _visits)
belongings.register("devices", _devices)
belongings.register("notices", _notices)
