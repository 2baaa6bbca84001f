"""What a page may show of the person who reads it, asked of the database only where it is shown."""

from datetime import datetime, timedelta
from functools import cached_property

from django.http import HttpRequest

from octavo.accounts import keeping, visits
from octavo.accounts.look import Look
from octavo.accounts.models import User
from octavo.accounts.preferences import Preferences, preferences_of
from octavo.accounts.state_models import Following
from octavo.core.clock import utc_now
from octavo.web.look import look_of_device
from octavo.web.person import person_of

KEEPING = "Octavo-Keeping"
"""Says that the service worker keeps a page for when there is no network: nobody reads it yet."""
READ_DAYS = timedelta(days=14)
"""How far back a front page's stories are marked as read."""


class Reader:
    """A signed-in person as their pages know them."""

    def __init__(self, person: User, device_look: Look) -> None:
        self._person = person
        self._device_look = device_look
        self._now = utc_now()
        self._visits = keeping.visit(person, self._now)

    @cached_property
    def preferences(self) -> Preferences:
        return preferences_of(self._person)

    @property
    def look(self) -> Look:
        """Return the look that the person chose, or else the device's."""
        return self.preferences.look or self._device_look

    @cached_property
    def unread_count(self) -> int:
        return keeping.unread_count(self._person)

    @cached_property
    def _read(self) -> set[int]:
        return keeping.read_stories(self._person, self._now - READ_DAYS)

    def is_new(self, moment: datetime) -> bool:
        """Tell whether news of `moment` came since the person's last visit."""
        return visits.is_new(moment, self._visits)

    def has_read(self, story_id: int) -> bool:
        """Tell whether the person has read a story, and nothing is new in it since."""
        return story_id in self._read

    def looked(self, story_id: int) -> datetime | None:
        """Return up to when the person knows a story, None where they never looked at it."""
        return keeping.looked(self._person, story_id, self._visits)

    def is_saved(self, kind: str, identity: int) -> bool:
        """Tell whether the person saved the article or the story (`kind`) with this id."""
        return keeping.is_saved(self._person, kind, identity)

    def is_read(self, kind: str, identity: int) -> bool:
        """Tell whether the person has read the article or the story (`kind`) with this id, as it is now."""
        return keeping.is_read(self._person, kind, identity)

    def following(self, kind: str, key: int | str) -> Following | None:
        """Return how the person follows something, None where they do not."""
        return keeping.following(self._person, kind, key)


def reader_of(request: HttpRequest) -> Reader | None:
    """Return who reads, None for nobody; the same for all that is made for one request."""
    person = person_of(request)
    if person is None:
        return None
    if not hasattr(request, "octavo_reader"):
        request.octavo_reader = Reader(person, look_of_device(request))  # type: ignore[attr-defined]
    reader: Reader = request.octavo_reader  # type: ignore[attr-defined]
    return reader


def opened(request: HttpRequest, kind: str, identity: int) -> None:
    """Note that whoever asks opens a story or an article, unless a device only keeps it for later."""
    person = person_of(request)
    if person is None or request.method != "GET" or request.headers.get("Sec-Purpose") or KEEPING in request.headers:
        return
    (keeping.see if kind == "story" else keeping.open_article)(person, identity, utc_now())
