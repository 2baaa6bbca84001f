"""The page as a light tree: one parse in C, one walk, and what each element weighs.

Never recurses: a hostile page nests a hundred thousand deep.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from octavo.extract.constants import INLINE_TAGS, MAX_DEPTH, PARAGRAPH_CHARACTERS, SKIPPED_TAGS

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^a-z]+")


@dataclass(slots=True, eq=False)
class Element:
    """One element of the page; lengths are characters."""

    tag: str
    parent: "Element | None" = None
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)
    run_length: int = 0
    """Text that runs on within this element's own lines: its strings and its inline elements'."""
    run_link_length: int = 0
    length: int = 0
    """All text below."""
    link_length: int = 0
    mass: float = 0.0
    """Text of paragraphs below, links not counted."""
    votes: float = 0.0

    @property
    def words(self) -> frozenset[str]:
        """The words of class and id, in lower case."""
        named = f"{self.attributes.get('class') or ''} {self.attributes.get('id') or ''}"
        return words_of(named)

    @property
    def is_inline(self) -> bool:
        return self.tag in INLINE_TAGS

    def remove(self) -> None:
        """Take this element out of its parent, and its weight off everything above."""
        above, within_run = self.parent, self.is_inline
        if above is not None:
            above.children = [child for child in above.children if child is not self]
        while above is not None:
            above.length -= self.length
            above.link_length -= self.link_length
            above.mass -= self.mass
            if within_run:
                above.run_length -= self.run_length
                above.run_link_length -= self.run_link_length
                within_run = above.is_inline
            above = above.parent
        self.parent = None

    def get(self, name: str) -> str:
        """Return the attribute's value, "" where it is missing or empty."""
        return (self.attributes.get(name) or "").strip()

    def weigh(self) -> None:
        """Fill in lengths and mass from the children's, which must have been weighed."""
        run = run_link = length = link = 0
        mass = 0.0
        for child in self.children:
            if isinstance(child, str):
                size = len(child.strip())
                run += size
                length += size
                continue
            length += child.length
            link += child.link_length
            mass += child.mass
            if child.tag in INLINE_TAGS:
                run += child.run_length
                run_link += child.run_link_length
        if self.tag == "a" and self.attributes.get("href"):
            run_link, link, mass = run, length, 0.0
        elif self.tag not in INLINE_TAGS and run >= PARAGRAPH_CHARACTERS:
            mass += run - run_link
        self.run_length, self.run_link_length = run, run_link
        self.length, self.link_length, self.mass = length, link, mass

    def elements(self) -> "Iterator[Element]":
        """Yield the child elements."""
        return (child for child in self.children if not isinstance(child, str))

    def below(self) -> "Iterator[Element]":
        """Yield every element below, in the page's order."""
        waiting = list(self.elements())[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(list(element.elements())[::-1])

    def text(self, limit: int = 1_000_000) -> str:
        """Return the text below, as one line; little more than `limit` characters of it."""
        pieces: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting and limit > 0:
            child = waiting.pop()
            if isinstance(child, str):
                pieces.append(child)
                limit -= len(child)
                continue
            if not child.is_inline:
                pieces.append(" ")
            waiting.extend(child.children[::-1])
        return " ".join("".join(pieces).split())


@lru_cache(maxsize=20_000)
def words_of(named: str) -> frozenset[str]:
    """Return the lower-case words of a class or id: "relatedPosts-box" gives related, posts, box."""
    return frozenset(_NOT_WORD.split(_CAMEL.sub(" ", named).lower())) - {""}


def parse(html: str) -> LexborHTMLParser:
    """Parse a page as a browser with scripting does: what stands in noscript is text, not markup."""
    return LexborHTMLParser(html, scripting=True)


def build(root: LexborNode) -> Element:
    """Return the light tree below `root`, weighed."""
    top = Element("body")
    made = [top]
    waiting: list[tuple[LexborNode | None, Element, int]] = [(root.first_child, top, 1)]
    while waiting:
        node, parent, depth = waiting.pop()
        while node is not None:
            tag = node.tag or ""
            if tag == "-text":
                parent.children.append(node.text_content or "")
            elif tag[:1] != "-" and tag not in SKIPPED_TAGS:
                element = Element(tag, parent, node.attributes)
                made.append(element)
                parent.children.append(element)
                waiting.append((node.next, parent, depth))
                node = node.first_child
                if depth < MAX_DEPTH:
                    parent, depth = element, depth + 1
                continue
            node = node.next
    for element in reversed(made):
        element.weigh()
    return top
