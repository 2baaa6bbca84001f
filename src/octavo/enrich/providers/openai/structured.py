"""Answers in a form: finding the JSON in what a model wrote, and saying what of it is not as asked."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import orjson

from octavo.core.holdable import holdable_value
from octavo.enrich.providers.openai.constants import STARTS_COUNT
from octavo.enrich.providers.openai.wire import Schema

_FENCE = re.compile(r"```(?:json)?\s*|```", re.IGNORECASE)
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
_COMMA = re.compile(r",\s*([}\]])")
_KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}


def found(text: str, *, is_whole: bool = True) -> Any:
    """Return the first JSON object or array that stands in `text`; None for none.

    In a whole text, brackets that its writer forgot to close are closed; one that broke off lacks more than these.
    """
    text = _FENCE.sub("", _THOUGHT.sub("", text))
    for start in islice((at for at, sign in enumerate(text) if sign in "{["), STARTS_COUNT):
        piece = _closed(text[start:], is_whole=is_whole)
        for attempt in (piece, _COMMA.sub(r"\1", piece)):
            try:
                return holdable_value(orjson.loads(attempt))
            except (orjson.JSONDecodeError, RecursionError):
                continue
    return None


def _closed(text: str, *, is_whole: bool) -> str:
    """Return the JSON value that `text` begins with; at the end of a whole text, with the brackets that close it."""
    closers: list[str] = []
    is_quoted = is_escaped = False
    for at, sign in enumerate(text):
        if is_quoted:
            is_quoted = is_escaped or sign != '"'
            is_escaped = sign == "\\" and not is_escaped
        elif sign == '"':
            is_quoted = True
        elif sign in "{[":
            closers.append("}" if sign == "{" else "]")
        elif sign in "}]":
            if not closers or closers.pop() != sign:
                return text[:at]
            if not closers:
                return text[: at + 1]
    return text + "".join(reversed(closers)) if is_whole and not is_quoted else text


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, _KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool))


def faults(value: Any, schema: Schema, where: str = "the answer") -> Iterator[str]:
    """Yield what of `value` is not as `schema` wants it, one plain line each; the part of JSON Schema that is used."""
    kind = schema["type"]
    if not _is(value, kind):
        yield f"{where} is no {kind}"
    elif kind == "object":
        for name in schema.get("required", ()):
            if name not in value:
                yield f"{where} lacks {name}"
        for name, inner in schema["properties"].items():
            if name in value:
                yield from faults(value[name], inner, f"{where}.{name}")
    elif kind == "array":
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{where} has {len(value)} members"
        for number, one in enumerate(value):
            yield from faults(one, schema["items"], f"{where}[{number}]")
    elif kind == "string" and len(value) > schema.get("maxLength", len(value)):
        yield f"{where} is too long"
    elif kind == "integer" and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{where} is out of bounds"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where} is none of the choices"
