"""feedparser's own test feeds: each carries a comment whose `Expect:` is a Python expression, read here as data."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from octavo.core.links import web_url
from octavo.feeds.expectations import Expectation
from octavo.feeds.sniff import head

_EXPECT = re.compile(r"Expect:\s*(.+?)\s*(?:-->)?\s*\r?\n")
_SERVED_FROM = "http://127.0.0.1:8097/"
"""Where the suite's own server puts its feeds; relative addresses are expected to start there."""
_HEADER = re.compile(r"Header:[ \t]*([\w-]+):[ \t]*(\S.*)")

_FIELDS = {
    "version": "version",
    "feed.title": "title",
    "feed.title_detail.value": "title",
    "feed.link": "link",
    "feed.language": "language",
    "feed.ttl": "ttl",
    "feed.image.href": "icon",
    "feed.image.url": "icon",
    "feed.icon": "icon",
    "feed.logo": "icon",
    "entries.length": "entries_count",
    "entries.#.title": "entry.title",
    "entries.#.title_detail.value": "entry.title",
    "entries.#.link": "entry.link",
    "entries.#.id": "entry.id",
    "entries.#.guid": "entry.id",
    "entries.#.summary": "entry.summary",
    "entries.#.summary_detail.value": "entry.summary",
    "entries.#.description": "entry.summary",
    "entries.#.content.#.value": "entry.content",
    "entries.#.author": "entry.author",
    "entries.#.author_detail.name": "entry.author",
    "entries.#.authors.#.name": "entry.author",
    "entries.#.published": "entry.published",
    "entries.#.published_parsed": "entry.published",
    "entries.#.updated": "entry.updated",
    "entries.#.updated_parsed": "entry.updated",
    "entries.#.tags.#.term": "entry.tag",
    "entries.#.tags.#.label": "entry.tag",
    "entries.#.tags.length": "entry.tags_count",
    "entries.#.category": "entry.tag",
    "entries.#.image.href": "entry.image",
    "entries.#.media_thumbnail.#.url": "entry.image",
    "entries.#.enclosures.#.href": "entry.media",
    "entries.#.enclosures.#.url": "entry.media",
    "entries.#.enclosures.#.type": "entry.media",
    "entries.#.language": "entry.language",
    "entries.#.content.#.language": "entry.language",
    "entries.#.summary_detail.language": "entry.language",
    "entries.#.title_detail.language": "entry.language",
}
_FEED_TEXTS = re.compile(r"^feed\.(tagline|info|copyright|description|subtitle|rights|generator|docs|publisher)")


RESOLVED_ID = "entries.0.id, resolved"


def field_of(path: str) -> str:
    """Return our field for one of feedparser's paths, with "#" for each number; "" for none."""
    return _FIELDS.get(re.sub(r"\.\d+", ".#", path), "")


def reason_without_field(path: str) -> str:
    """Say why a path has no place in our model."""
    if path in ("bozo", "encoding", "namespaces", "etag", "modified", "headers"):
        return f"{path}: about the parse or the transfer, not the feed"
    if path == RESOLVED_ID:
        return "an id resolved against the base: RFC 4287 (4.2.6.1) compares them as written"
    if path.startswith("feed.") and _FEED_TEXTS.match(path):
        return "feed texts that we do not keep (subtitle, rights, generator, ...)"
    if re.search(r"_detail\.(base|type|language)|content\.\d+\.(base|type)", path):
        return "type, base and language of single texts"
    if ".source" in path:
        return "atom:source"
    if re.search(r"author|contributor", path):
        return "people beyond the names of an entry's authors"
    if re.search(r"where|geo", path):
        return "places"
    if re.search(r"itunes|psc|media_", path):
        return "podcast and media details"
    if "links" in path:
        return "lists of links"
    return "other fields that we do not keep"


@dataclass(frozen=True, slots=True)
class Case:
    """One feed of the suite and what is expected of it."""

    expectations: tuple[Expectation, ...]
    excluded: str
    """Why the whole feed is left out of the count; "" where it is not."""
    url: str
    content_type: str


def case_of(name: str, body: bytes) -> Case:
    """Read the comment of one test feed."""
    text = head(body)
    if not text.isprintable() and "Expect:" not in text:
        text = body.decode("utf-8", "replace")
    found = _EXPECT.search(text)
    headers = {key.lower(): value.strip() for key, value in _HEADER.findall(text)}
    place = f"{_SERVED_FROM}{name.rpartition('tests/')[2]}"
    url = web_url(headers.get("content-location", ""), place) or place
    url = url if headers or "/http" in name else ""
    content_type = headers.get("content-type", "")
    if "/sanitize/" in name:
        return Case((), "sanitised HTML: a later stage's work, held to its own vectors", url, content_type)
    if "/cdf/" in name:
        return Case((), "CDF, a format of 1997 that nobody serves", url, content_type)
    if "content-language" in headers:
        return Case((), "the Content-Language header, which we do not take", url, content_type)
    if not found:
        return Case((), "no readable expectation", url, content_type)
    try:
        tree = ast.parse(found[1].strip(), mode="eval").body
    except (SyntaxError, ValueError):
        return Case((), "no readable expectation", url, content_type)
    expected = tuple(_expectations(tree))
    if "/base/" in name:
        expected = tuple(replace(one, path=RESOLVED_ID) if one.path == "entries.0.id" else one for one in expected)
    return Case(expected, "", url, content_type)


def _expectations(node: ast.expr) -> Iterator[Expectation]:
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        for part in node.values:
            yield from _expectations(part)
    elif isinstance(node, ast.Compare):
        yield from _compared(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield Expectation(_path(node.operand) or "?", is_absent=True)
    elif isinstance(node, ast.Constant):
        yield Expectation("alive", node.value)
    else:
        yield Expectation(_path(node) or "?")


def _compared(node: ast.Compare) -> Iterator[Expectation]:
    if isinstance(node.ops[0], ast.In | ast.NotIn):
        path = f"{_path(node.comparators[0])}.{_literal(node.left)}"
        yield Expectation(path, is_absent=True) if isinstance(node.ops[0], ast.NotIn) else Expectation("?")
        return
    value = _literal(node.comparators[-1])
    for side in (node.left, *node.comparators[:-1]):
        path = _path(side)
        yield Expectation(path if path and value is not None else "?", value)


def _literal(node: ast.expr) -> object:
    try:
        value: object = ast.literal_eval(node)
    except ValueError:
        return None
    return value


def _path(node: ast.expr) -> str:
    """Return "entries.0.title" for entries[0]['title'] or entries[0].title; "" for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_path(node.value)}.{node.attr}"
    if isinstance(node, ast.Subscript):
        return f"{_path(node.value)}.{_literal(node.slice)}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len":
        return f"{_path(node.args[0])}.length"
    return ""
