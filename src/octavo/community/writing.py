"""A comment's text: tidied as typed, shown as a subset of Markdown, sanitised last."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import nh3

from octavo.community.constants import MENTIONS_COUNT

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

TAGS = {"p", "br", "em", "strong", "s", "a", "code", "pre", "ul", "ol", "li", "blockquote"}
RULES = (
    "newline",
    "escape",
    "backticks",
    "strikethrough",
    "emphasis",
    "link",
    "autolink",
    "code",
    "fence",
    "blockquote",
    "list",
)
"""No headings, tables, raw HTML or pictures: a comment is somebody's words, not a page. No entities, by which what
`tidied` takes out could come back."""
MARKS_COUNT = 6
"""Combining marks on one letter; Vietnamese needs two, pointed Hebrew four. More are heaped up to deface pages."""

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
"""Controls, among them those that turn the direction of what follows (Unicode UAX 9), and invisible tags."""
_MARKS, _JOINING = ("Mn", "Me"), "Cf"
"""Unicode's categories."""
_BLANK_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")
_MENTION = re.compile(r"(?<![\w@/.])@([\w.+-]{1,150})")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`]{1,2000}", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?*_~…。、؟،"


def tidied(text: str) -> str:
    """Return `text` in NFC without controls, heaps of marks, or more than one blank line at a time."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = unicodedata.normalize("NFC", _without_heaps(text))
    return _BLANK_LINES.sub("\n\n", text).strip()


def _without_heaps(text: str) -> str:
    """Return `text` with a few marks on each letter; a joiner between marks begins no other letter."""
    if text.isascii():
        return text
    kept, marks = [], 0
    for letter in text:
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in _MARKS else marks if kind == _JOINING else 0
        if marks <= MARKS_COUNT:
            kept.append(letter)
    return "".join(kept)


def mentioned(text: str) -> tuple[str, ...]:
    """Return the names that a text calls with "@", each once, in order; the first MENTIONS_COUNT."""
    names: dict[str, None] = {}
    for token in _parser().parse(text):
        for child in token.children or ():
            if child.type == "text":
                names |= dict.fromkeys(found[1].rstrip(".-+") for found in _MENTION.finditer(child.content))
    return tuple(name for name in names if name)[:MENTIONS_COUNT]


def links_count(text: str) -> int:
    """Return how many links a text leads out by."""
    return _html(text, (), "").count('<a href="http')


@lru_cache(maxsize=4096)
def shown(text: str, people: tuple[str, ...] = (), people_root: str = "") -> str:
    """Return a comment's HTML; the names in `people` lead to their page under `people_root`.

    Links to other sites say rel="nofollow ugc noopener": who wrote them is not the house.
    """
    return _cleaner(people_root).clean(_html(text, people, people_root))


def _html(text: str, people: Sequence[str], people_root: str) -> str:
    return str(_parser().render(text, {"people": frozenset(people), "people_root": people_root}))


@lru_cache(maxsize=16)
def _cleaner(people_root: str) -> nh3.Cleaner:
    def kept(tag: str, name: str, value: str) -> str | None:
        is_of_people = bool(people_root) and value.startswith(people_root)
        return value if name != "href" or value.startswith(("https://", "http://")) or is_of_people else None

    return nh3.Cleaner(
        tags=TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        attribute_filter=kept,
        url_schemes={"http", "https"},
        link_rel="nofollow ugc noopener",
    )


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    """Return the parser, which most processes never need."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"breaks": True}).enable(list(RULES))
    parser.validateLink = lambda url: url.lower().startswith(("https://", "http://"))  # type: ignore[method-assign]
    parser.core.ruler.push("names_and_addresses", _link_names_and_addresses)
    return parser


def _link_names_and_addresses(state: "StateCore") -> None:
    """Turn the bare addresses and the known names in a text into links, outside links and code."""
    for block in state.tokens:
        if block.type != "inline" or not block.children:
            continue
        children, depth = [], 0
        for token in block.children:
            depth += token.nesting if token.type in ("link_open", "link_close") else 0
            children += [token] if depth or token.type != "text" else _split(token, state.env)
        block.children = children


def _split(token: "Token", env: Mapping[str, Any]) -> "list[Token]":
    pieces, position, text = [], 0, token.content
    for start, end, href in _targets(text, env.get("people", frozenset()), env.get("people_root", "")):
        pieces += [_text(text[position:start]), *_link(text[start:end], href)]
        position = end
    return [*pieces, _text(text[position:])] if pieces else [token]


def _targets(text: str, people: frozenset[str], root: str) -> list[tuple[int, int, str]]:
    found = []
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_AFTER_ADDRESS)
        if address.endswith(")") and "(" not in address:
            address = address.rstrip(").")
        found.append((match.start(), match.start() + len(address), address))
    for match in _MENTION.finditer(text):
        name = match[1].rstrip(".-+")
        if name in people:
            found.append((match.start(), match.start() + 1 + len(name), root + quote(name, safe="")))
    apart: list[tuple[int, int, str]] = []
    for one in sorted(found):
        if not apart or one[0] >= apart[-1][1]:
            apart.append(one)
    return apart


def _text(content: str) -> "Token":
    from markdown_it.token import Token

    return Token("text", "", 0, content=content)


def _link(words: str, href: str) -> "list[Token]":
    from markdown_it.token import Token

    return [Token("link_open", "a", 1, attrs={"href": href}), _text(words), Token("link_close", "a", -1)]
