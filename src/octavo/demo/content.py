"""The content files, read: `publishers.toml`, `furniture.toml` and the articles under `articles/`.

An article is a table `[[article]]`. `text_of` names another whose text it takes over, changed by `lead` (a new first
paragraph), `replace` (pairs of old and new words), `keep` (how many blocks stay) and `append` (a closing block).
In a text, `{day}`, `{day-1}`, `{day+2}` stand for the weekday on which it first appeared, and others by it.
The keys `event`, `thread`, `related`, `kind`, `agency` and `dateline` are for tests alone and are not read here.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any
from zlib import crc32

from octavo.demo.text import Block, blocks, first_sentence


@dataclass(frozen=True, slots=True)
class FeedPlan:
    """A feed that a site offers."""

    kind: str
    """rss, atom, rdf, json, sitemap"""
    path: str
    full: bool = False
    """The whole text, not one sentence."""
    pictures: str = ""
    """media, enclosure, or none"""


@dataclass(frozen=True, slots=True)
class Site:
    """A publisher as the content files describe it."""

    key: str
    name: str
    motto: str
    country: str
    languages: tuple[str, ...]
    zone_hours: float
    template: str
    path: str
    """Where its articles are, with {section}, {slug} and {number}."""
    json_ld: str
    """body, brief, or none"""
    colour: str
    feeds: tuple[FeedPlan, ...]

    @property
    def host(self) -> str:
        return f"{self.key}.example"


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its newsroom wrote it, without address or time of day."""

    id: str
    site: str
    title: str
    section: str
    hours: float
    """How long before the present it was published."""
    dated_hours: float
    """The same of the article whose text it took over; what its weekdays are reckoned from."""
    body: tuple[Block, ...]
    summary: str
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    caption: str = ""
    """The picture's; an article without one has no picture."""
    credit: str = ""
    page: str = "article"
    """article, paywall (only the first paragraph), index (a section's page), missing (answers 404)"""

    @property
    def number(self) -> int:
        """A number as content systems give to their articles."""
        return 1_000_000 + crc32(self.id.encode()) % 9_000_000

    @property
    def slug(self) -> str:
        """The title as addresses carry it; empty where it has no Latin letters."""
        plain = unicodedata.normalize("NFKD", self.title.replace("ß", "ss")).encode("ascii", "ignore").decode()
        return "-".join(re.findall(r"[a-z0-9]+", plain.lower().replace("'", "")))[:70].strip("-")


def folder() -> Traversable:
    """Return the folder of the content files."""
    return files("octavo.demo") / "content"


def tables() -> Iterator[dict[str, Any]]:
    """Yield every article's table as written, a file's own keys filled in."""
    for path in sorted((folder() / "articles").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            parsed = tomllib.loads(path.read_text(encoding="utf-8"))
            for table in parsed.pop("article"):
                yield parsed | table


def event_of(table: Mapping[str, Any]) -> str:
    """Return what an article's table reports on; articles of one event share it."""
    label: str = table.get("event", table["id"])
    return label


@cache
def sites() -> tuple[Site, ...]:
    """Return the publishers in the order of the file."""
    parsed = tomllib.loads((folder() / "publishers.toml").read_text(encoding="utf-8"))
    return tuple(_site(table) for table in parsed["publisher"])


def _site(table: dict[str, Any]) -> Site:
    feeds = tuple(FeedPlan(**feed) for feed in table.pop("feed"))
    return Site(**table | {"languages": tuple(table["languages"]), "feeds": feeds})


@cache
def furniture(language: str) -> Mapping[str, Any]:
    """Return the words that a page in `language` stands among: navigation, notices, section names."""
    parsed = tomllib.loads((folder() / "furniture.toml").read_text(encoding="utf-8"))
    found: Mapping[str, Any] = parsed[language]
    return found


@cache
def drafts() -> tuple[Draft, ...]:
    """Return every article, in the order of the files."""
    written = {table["id"]: table for table in tables()}
    return tuple(_draft(table, written) for table in written.values())


def _draft(table: dict[str, Any], written: Mapping[str, dict[str, Any]]) -> Draft:
    body = body_of(table, written)
    return Draft(
        id=table["id"],
        site=table["publisher"],
        title=table["title"],
        section=table["section"],
        hours=table["hours"],
        dated_hours=_first(table, written)["hours"],
        body=body,
        summary=table.get("summary") or first_sentence(body),
        authors=tuple(table.get("authors", ())),
        tags=tuple(table.get("tags", ())),
        caption=table.get("caption", ""),
        credit=table.get("credit", ""),
        page=table.get("page", "article"),
    )


def _first(table: dict[str, Any], written: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    return _first(written[table["text_of"]], written) if "text_of" in table else table


def body_of(table: dict[str, Any], written: Mapping[str, dict[str, Any]]) -> tuple[Block, ...]:
    """Return an article's blocks, taken over from another's and changed where it says so."""
    if "text" in table:
        return blocks(table["text"])
    original = written[table["text_of"]]
    body = body_of(original, written)[: table.get("keep")]
    if "lead" in table:
        body = blocks(table["lead"]) + body[1:]
    if "append" in table:
        body += blocks(table["append"])
    return tuple(Block(block.kind, tuple(_replaced(line, table) for line in block.lines)) for block in body)


def _replaced(line: str, table: dict[str, Any]) -> str:
    for old, new in table.get("replace", ()):
        line = line.replace(old, new)
    return line
