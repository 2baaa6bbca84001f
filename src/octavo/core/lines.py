"""Article lines: one article a line as JSON, the input of import, fold and everything that reads an archive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from octavo.core.clock import OLDEST, as_utc
from octavo.core.errors import BadInput
from octavo.core.languages import language_code
from octavo.core.text import normalise


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article as somebody wrote it down."""

    id: str
    title: str
    text: str
    url: str = ""
    publisher: str = ""
    agency: str = ""
    published: datetime | None = None
    language: str = ""
    authors: tuple[str, ...] = ()
    image: str = ""
    country: str = ""
    """The publisher's, ISO 3166."""


def read_line(line: str | bytes) -> ArticleLine:
    """Return the article of one line; raises BadInput with what is wrong with it."""
    try:
        fields = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadInput(f"not JSON ({error})") from None
    if not isinstance(fields, dict):
        raise BadInput("not a JSON object")
    return read_fields(fields)


def read_fields(fields: Mapping[str, Any]) -> ArticleLine:
    """Return the article of a JSON object; unknown keys are ignored. Raises BadInput."""
    identity = fields.get("id")
    if not isinstance(identity, str | int) or isinstance(identity, bool) or identity == "":
        raise BadInput('no "id"')
    title, text = _text(fields, "title"), _text(fields, "text")
    if not title and not text:
        raise BadInput('neither "title" nor "text"')
    return ArticleLine(
        id=str(identity),
        title=title,
        text=text,
        url=_text(fields, "url"),
        publisher=_text(fields, "publisher"),
        agency=_text(fields, "agency"),
        published=_moment(fields.get("published")),
        language=language_code(_text(fields, "language")),
        authors=_texts(fields, "authors"),
        image=_text(fields, "image"),
        country=_text(fields, "country"),
    )


def _text(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f'"{key}" is not text')
    return normalise(value)


def _texts(fields: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = fields.get(key) or []
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadInput(f'"{key}" is not a list of texts')
    return tuple(map(normalise, value))


def _moment(value: object) -> datetime | None:
    if not value:
        return None
    try:
        moment = as_utc(datetime.fromisoformat(str(value)))
    except (ValueError, OverflowError):
        raise BadInput('"published" is not an ISO 8601 time') from None
    if moment < OLDEST:
        raise BadInput(f'"published" is before {OLDEST.year}')
    return moment
