"""JSON-LD as pages hold it: wrapped for XML, with control characters and commas too many."""

import json
import re
from typing import Any

import orjson

_CONTROLS = re.compile(r"[\x00-\x1f]+")
_OPENING = re.compile(r"(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)")
_CLOSING = re.compile(r"(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)?\s*;?$")
CLOSING_CHARACTERS = 30
"""What closes a wrapping of comments, as pages made for XML have it, stands in a script's last characters."""
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_HIGH, _LOW = r"\\u[dD][89abAB][0-9a-fA-F]{2}", r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_HALF_CHARACTER = re.compile(rf"{_HIGH}(?!{_LOW})|(?<!{_HIGH}){_LOW}")
"""Half of an emoji, as a text has it that was cut by its length in UTF-16."""


def loaded(script: str) -> Any:
    """Return what a script of JSON-LD holds, mended as far as that goes; None where it cannot be read."""
    try:
        return orjson.loads(script)
    except orjson.JSONDecodeError:
        bare = _unwrapped(script.strip())
    try:
        return orjson.loads(bare)
    except orjson.JSONDecodeError:
        mended = _HALF_CHARACTER.sub(r"\\ufffd", _TRAILING_COMMA.sub(r"\1", _CONTROLS.sub(" ", bare)))
    try:
        return json.loads(mended, strict=False)
    except (ValueError, RecursionError):
        return None


def _unwrapped(script: str) -> str:
    opened = _OPENING.match(script)
    start, end = opened.end() if opened else 0, max(0, len(script) - CLOSING_CHARACTERS)
    closed = _CLOSING.search(script, end)
    return script[start : closed.start() if closed else len(script)]
