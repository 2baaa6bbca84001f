"""Texts without what no PostgreSQL holds."""

from collections.abc import Mapping
from typing import Any

NUL = "\0"


def holdable(text: str) -> str:
    """Return `text` without what no PostgreSQL holds: a NUL becomes a space, half a surrogate pair a question mark."""
    return text.encode("utf-8", "replace").decode().replace(NUL, " ")


def holdable_value(value: Any) -> Any:
    """Return what JSON holds, each text in it and each name `holdable`."""
    if isinstance(value, str):
        return holdable(value)
    if isinstance(value, list):
        return [holdable_value(one) for one in value]
    if isinstance(value, Mapping):
        return {holdable(name): holdable_value(one) for name, one in value.items()}
    return value
