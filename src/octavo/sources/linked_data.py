"""What a page's JSON-LD (schema.org) says of the organisation that publishes it."""

from collections.abc import Iterator
from typing import Any

import orjson
from selectolax.lexbor import LexborHTMLParser

_ORGANISATIONS = {"NewsMediaOrganization", "Organization", "Newspaper", "Corporation", "WebSite", "Periodical"}
_DEPTH_LIMIT = 6


def linked_data(tree: LexborHTMLParser) -> dict[str, str]:
    """Return "name" and "logo" of the publishing organisation, as far as they are stated."""
    found: dict[str, str] = {}
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = orjson.loads(node.text())
        except orjson.JSONDecodeError:
            continue
        for thing in sorted(_organisations(data, 0), key=lambda thing: thing.get("@type") == "WebSite"):
            found.setdefault("name", _text(thing.get("name")))
            found.setdefault("logo", _address(thing.get("logo")))
    return {name: value for name, value in found.items() if value}


def _organisations(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH_LIMIT:
        return
    if isinstance(data, list):
        for part in data:
            yield from _organisations(part, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if _ORGANISATIONS & {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}:
            yield data
        for name in ("@graph", "publisher", "mainEntity"):
            yield from _organisations(data.get(name), depth + 1)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _address(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("url") or value.get("contentUrl")) if isinstance(value, dict) else _text(value)
