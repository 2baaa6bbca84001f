"""Acts as pages and offline queues send them, read and checked without a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from octavo.core.errors import BadInput

OLDEST = timedelta(days=400)
"""A device that was away longer has a wrong clock sooner than it has news."""
LETTERS = 40


@dataclass(frozen=True, slots=True)
class SentAct:
    """Something that a reader did, on this device or while it had no network."""

    key: UUID
    """Made by the device: what is sent twice is done once."""
    act: str
    at: datetime
    """When it was done: the device's word, but neither in the future nor in a past that cannot be."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What it is about: "article", "story", "hashtag", ..., as sent; and the "language" of the page it was done on."""


def sent_act(given: object, now: datetime) -> SentAct:
    """Return the act that one line of a request tells. Raises BadInput for one that cannot be understood."""
    if not isinstance(given, dict):
        raise BadInput("an act is an object")
    facts = {name: value for name, value in given.items() if name not in ("key", "act", "at")}
    return SentAct(key_of(given), _word(given), _moment(given.get("at"), now), facts)


def key_of(given: object) -> UUID:
    """Return an act's key. Raises BadInput where it has none."""
    try:
        return UUID(given["key"])  # type: ignore[index]
    except (TypeError, KeyError, ValueError, AttributeError):
        raise BadInput("an act needs a key, a UUID") from None


def _word(given: Mapping[str, Any]) -> str:
    word = given.get("act")
    if not isinstance(word, str) or not 0 < len(word) <= LETTERS:
        raise BadInput("an act needs its name")
    return word


def _moment(text: object, now: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return now
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max(moment, now - OLDEST), now)
