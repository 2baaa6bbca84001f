"""What a person chose for all their devices."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import time
from typing import Any, Self

from django.db import transaction

from octavo.accounts.look import Look
from octavo.accounts.models import User
from octavo.accounts.quiet import zone_of
from octavo.accounts.state_models import Preference

EDITIONS_COUNT = 20
SLUG_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Preferences:
    """A person's choices; as they are here for whoever chose nothing."""

    language: str = ""
    """Of the interface; "" for what the browser asks for."""
    place: str = ""
    """ISO 3166-1 alpha-2, upper case; "" for none."""
    time_zone: str = ""
    """An IANA name; "" for UTC."""
    editions: tuple[str, ...] = ()
    """Slugs of the editions that the person reads, in their order."""
    look: Look | None = None
    """None: as the device has it."""
    sections: str | None = None
    """Of front pages, as `editions/arrangement.py` writes them; None: as the device has them."""
    tells: bool = True
    """Whether what is new in what they follow is pushed."""
    tells_comments: bool = True
    """Whether answers to their comments and mentions of them are pushed."""
    quiet_from: time | None = None
    quiet_until: time | None = None

    def changed(self, **choices: Any) -> Self:
        """Return these preferences with `choices`; a time zone that there is not becomes none."""
        made = replace(self, **choices)
        slugs = tuple(dict.fromkeys(one[:SLUG_LETTERS] for one in made.editions))[:EDITIONS_COUNT]
        return replace(made, time_zone=made.time_zone if zone_of(made.time_zone) else "", editions=slugs)


def preferences_of(person: User | None) -> Preferences:
    """Return a person's preferences; the usual ones for nobody."""
    row = Preference.objects.filter(person=person).first() if person else None
    if row is None:
        return Preferences()
    return Preferences(
        language=row.language,
        place=row.place,
        time_zone=row.time_zone,
        editions=tuple(row.editions),
        look=None if row.look is None else Look.read(row.look),
        sections=row.sections,
        tells=row.tells,
        tells_comments=row.tells_comments,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
    )


def keep_preferences(person: User, chosen: Preferences) -> None:
    """Keep a person's preferences."""
    values: Mapping[str, Any] = {
        **asdict(chosen),
        "look": chosen.look.text if chosen.look else None,
        "editions": list(chosen.editions),
    }
    Preference.objects.update_or_create(person=person, defaults=values)


def change_preferences(person: User, change: Callable[[Preferences], Preferences]) -> None:
    """Keep what `change` makes of a person's preferences, one change after the other."""
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).only("pk").get(pk=person.pk)
        keep_preferences(person, change(preferences_of(person)))
