"""What a page says of its article in JSON-LD (schema.org), however it is nested."""

import html
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from octavo.core.jsonld import loaded
from octavo.core.text import normalise

Node = Mapping[str, Any]
_ARTICLE = re.compile(r"(?:Article|BlogPosting|SocialMediaPosting|Report|Review|Recipe)$")
MAX_NODES, MAX_PEOPLE = 3000, 100
"""A hostile page must not keep us walking."""


def nodes(scripts: list[str]) -> list[Node]:
    """Return every object of the scripts, outer before inner; what cannot be read is left out."""
    return [node for script in scripts for node in _walk(loaded(script))]


def _walk(whole: object) -> Iterator[Node]:
    waiting = deque([whole])
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            waiting.extend(value)


def types(node: Node) -> list[str]:
    """Return the node's types, without their namespace."""
    named = node.get("@type") or node.get("type")
    if isinstance(named, str):
        return [named.rpartition("/")[2]]
    return [name.rpartition("/")[2] for name in named if isinstance(name, str)] if isinstance(named, list) else []


def article(found: list[Node]) -> Node:
    """Return the node of the page's article: the first, outermost one that says most; empty if there is none."""
    articles = [node for node in found if any(map(_ARTICLE.search, types(node)))]
    return max(
        articles, key=lambda node: sum(key in node for key in ("headline", "datePublished", "author")), default={}
    )


def text(value: object) -> str:
    """Return a value as one line of plain text: a string, or what names an object; "" for anything else."""
    if isinstance(value, str):
        return " ".join(normalise(html.unescape(value)).split())
    if isinstance(value, list) and value:
        return text(value[0])
    if isinstance(value, dict):
        return text(value.get("name") or value.get("@value") or value.get("headline"))
    return ""


def texts(value: object) -> list[str]:
    """Return each value of a list, or the one value, as plain text."""
    listed = value if isinstance(value, list) else [value]
    return [found for found in map(text, listed) if found]


def people(value: object, found: list[Node], house: frozenset[str] = frozenset()) -> list[str]:
    """Return the names of an author value; references by @id are looked up in `found`.

    An organisation that goes by one of the case-folded names in `house` is the publisher, not an author.
    """
    listed = value[:MAX_PEOPLE] if isinstance(value, list) else [value]
    return [name for one in listed for name in _names_of(one, found, house)]


def _names_of(one: object, found: list[Node], house: frozenset[str]) -> list[str]:
    if not isinstance(one, dict):
        return texts(one)
    node: Node = one
    if not one.get("name") and one.get("@id"):
        node = next((node for node in found if node.get("@id") == one["@id"] and node.get("name")), one)
    is_organisation = any(kind.endswith("Organization") for kind in types(node))
    return [name for name in texts(node.get("name")) if not is_organisation or name.casefold() not in house]


def address(value: object) -> str:
    """Return the address of an image or a page value; "" if it holds none."""
    if isinstance(value, list) and value:
        return address(value[0])
    if isinstance(value, dict):
        return address(value.get("url") or value.get("contentUrl") or value.get("@id"))
    return value.strip() if isinstance(value, str) else ""
