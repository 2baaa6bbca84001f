"""Article lines: one article a line as JSON, the input of import, fold and everything that reads an archive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from octavo.core.clock import as_utc
from octavo.core.errors import BadInput
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
    others: dict[str, Any] = field(default_factory=dict)
    """Keys that are not an article's."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be read, and why, in one plain line."""

    number: int
    problem: str


def read_lines(lines: Iterable[str | bytes]) -> Iterator[ArticleLine | BadLine]:
    """Yield each article line, or what is wrong with it; empty lines are passed over."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _read(line)
        except BadInput as error:
            yield BadLine(number, f"line {number}: {error}")


def _read(line: str | bytes) -> ArticleLine:
    try:
        given = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadInput(f"not JSON ({error.msg})") from None
    if not isinstance(given, dict):
        raise BadInput("not a JSON object")
    identity = given.pop("id", None)
    if not isinstance(identity, str | int) or isinstance(identity, bool) or identity == "":
        raise BadInput('no "id"')
    title, text = _text(given, "title"), _text(given, "text")
    if not title and not text:
        raise BadInput('neither "title" nor "text"')
    return ArticleLine(
        id=str(identity),
        title=title,
        text=text,
        url=_text(given, "url"),
        publisher=_text(given, "publisher"),
        agency=_text(given, "agency"),
        published=_moment(given.pop("published", None)),
        language=_text(given, "language"),
        authors=tuple(author for author in given.pop("authors", None) or () if isinstance(author, str)),
        image=_text(given, "image"),
        others=given,
    )


def _text(given: dict[str, Any], key: str) -> str:
    value = given.pop(key, None)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f'"{key}" is not a text')
    return normalise(value)


def _moment(value: object) -> datetime | None:
    if value is None or value == "":
        return None
    try:
        return as_utc(datetime.fromisoformat(str(value)))
    except ValueError:
        raise BadInput('"published" is no time; write it like 2025-06-26T12:00:00Z') from None
