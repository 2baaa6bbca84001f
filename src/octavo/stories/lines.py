"""Article lines (JSON) to what folding sees."""

from datetime import datetime
from typing import Any

import orjson

from octavo.core.clock import as_utc
from octavo.core.errors import BadInput
from octavo.core.types import Folded, FoldInput


def read_line(line: bytes | str) -> FoldInput:
    """Return the article of one line; raises BadInput with what is wrong with it."""
    try:
        fields = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadInput(f"not JSON ({error})") from None
    if not isinstance(fields, dict):
        raise BadInput("not a JSON object")
    return read_fields(fields)


def read_fields(fields: dict[str, Any]) -> FoldInput:
    """Return the article of a JSON object; unknown keys are ignored."""
    article = fields.get("id")
    if not isinstance(article, str | int) or isinstance(article, bool) or article == "":
        raise BadInput('no "id"')
    title, text = _text(fields, "title"), _text(fields, "text")
    if not title.strip() and not text.strip():
        raise BadInput('neither "title" nor "text"')
    return FoldInput(
        id=str(article),
        title=title,
        text=text,
        url=_text(fields, "url"),
        publisher=_text(fields, "publisher"),
        agency=_text(fields, "agency"),
        published=_moment(fields.get("published")),
        language=_text(fields, "language"),
    )


def fold_line(folded: Folded) -> dict[str, object]:
    """Return the fold line of one article."""
    copy = folded.copy if folded.copy and folded.copy.article == folded.id else None
    return {
        "id": folded.id,
        "story": folded.story,
        "thread": folded.thread,
        "copy_of": copy.original if copy else None,
        "copy_kind": copy.kind if copy else None,
        "likeness": copy.likeness if copy else None,
        "language": folded.language,
    }


def _text(fields: dict[str, Any], key: str) -> str:
    value = fields.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f'"{key}" is not text')
    return value


def _moment(value: object) -> datetime | None:
    if not value:
        return None
    try:
        return as_utc(datetime.fromisoformat(str(value)))
    except (ValueError, OverflowError):
        raise BadInput('"published" is not an ISO 8601 time') from None
