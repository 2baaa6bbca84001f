"""The page as a light tree: one parse in C, one walk, and what each element weighs.

Never recurses: a hostile page nests a hundred thousand deep.
"""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from octavo.extract.constants import (
    INLINE_TAGS,
    MAX_DEPTH,
    NAMELESS_TAGS,
    PARAGRAPH_CHARACTERS,
    SKIPPED_TAGS,
    SMALL_SHARE,
)
from octavo.extract.depth import flattened
from octavo.extract.names import is_furniture, words_of

_NONE: Mapping[str, str | None] = {}


class Element:
    """One element of the page; lengths are characters.

    `run_length` is the text that runs on within the element's own lines: its strings and its inline elements';
    `length` is all text below; `mass` is the text of the paragraphs below, links not counted.
    """

    __slots__ = (
        "attributes", "children", "is_inline", "length", "link_length", "mass", "named_furniture", "parent",
        "run_length", "run_link_length", "tag", "votes",
    )  # fmt: skip

    def __init__(self, tag: str, parent: "Element | None" = None, attributes: Mapping[str, str | None] = _NONE) -> None:
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.is_inline = tag in INLINE_TAGS
        self.named_furniture = False
        self.run_length = self.run_link_length = self.length = self.link_length = 0
        self.mass = self.votes = 0.0

    @property
    def words(self) -> frozenset[str]:
        """The words of class and id, in lower case."""
        return words_of(f"{self.attributes.get('class') or ''} {self.attributes.get('id') or ''}")

    def weigh(self) -> None:
        """Fill in lengths and mass from the children's, which must have been weighed."""
        run = run_link = length = link = 0
        mass = 0.0
        for child in self.children:
            if isinstance(child, str):
                size = len(child) if child == " " else len(child.strip())
                run += size
                length += size
                continue
            length += child.length
            link += child.link_length
            mass += child.mass
            if child.is_inline:
                run += child.run_length
                run_link += child.run_link_length
        if self.tag == "a" and self.attributes.get("href"):
            run_link, link, mass = run, length, 0.0
        elif run >= PARAGRAPH_CHARACTERS and not self.is_inline:
            mass += run - run_link
        self.run_length, self.run_link_length = run, run_link
        self.length, self.link_length, self.mass = length, link, mass

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

    def remove_run(self) -> None:
        """Take out this element's own lines; what else it holds stays."""
        others = [child for child in self.elements() if child.run_length < child.length or not child.is_inline]
        if others:
            self.children = list(others)
        else:
            self.remove()

    def get(self, name: str) -> str:
        """Return the attribute's value, "" where it is missing or empty."""
        return (self.attributes.get(name) or "").strip()

    def elements(self) -> "list[Element]":
        """Return the child elements."""
        return [child for child in self.children if not isinstance(child, str)]

    def below(self) -> "Iterator[Element]":
        """Yield every element below, in the page's order."""
        waiting = self.elements()[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            if element.children:
                waiting.extend(element.elements()[::-1])

    def text(self) -> str:
        """Return the text below, as one line."""
        return self._text(with_blocks=True)

    def run_text(self) -> str:
        """Return the text of this element's own lines, as one line."""
        return self._text(with_blocks=False)

    def _text(self, with_blocks: bool) -> str:
        pieces: list[str] = []
        waiting: list[Element | str] = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if isinstance(child, str):
                pieces.append(child)
                continue
            if not child.is_inline:
                pieces.append(" ")
            if child.is_inline or with_blocks:
                waiting.extend(child.children[::-1])
        return " ".join("".join(pieces).split())


def parse(html: str) -> LexborHTMLParser:
    """Parse a page as a browser with scripting does: what stands in noscript is text, not markup."""
    return LexborHTMLParser(flattened(html), scripting=True, options=LexborDocumentOptions.WO_EVENTS)


def build(root: LexborNode) -> tuple[Element, list[Element]]:
    """Return the light tree below `root`, weighed, and all its elements for `dismantle`.

    Small furniture is left out, large furniture marked.
    """
    top = Element("body")
    made = [top]
    small = len(root.text_content or "") * SMALL_SHARE
    waiting: list[tuple[LexborNode | None, Element, int]] = [(root.first_child, top, 1)]
    while waiting:
        node, parent, depth = waiting.pop()
        while node is not None:
            tag = node.tag or "-"
            if tag == "-text":
                text = node.text_content or ""
                parent.children.append(" " if text.isspace() else text)
            elif tag[0] != "-" and tag not in SKIPPED_TAGS:
                element = _element(node, tag, parent, small)
                if element is not None:
                    made.append(element)
                    parent.children.append(element)
                    waiting.append((node.next, parent, depth))
                    node = node.first_child
                    if depth < MAX_DEPTH:
                        parent, depth = element, depth + 1
                    continue
            node = node.next
    for element in reversed(made):
        if element.children:
            element.weigh()
    return top, made


def _element(node: LexborNode, tag: str, parent: Element, small: float) -> Element | None:
    if tag in NAMELESS_TAGS:
        return Element(tag, parent)
    element = Element(tag, parent, node.attributes)
    if is_furniture(tag, element.attributes):
        if len(node.text_content or "") < small:
            return None
        element.named_furniture = True
    return element


def dismantle(made: list[Element]) -> None:
    """Cut the tree's cycles, so that its memory is free at once and no collector need look for it."""
    for element in made:
        element.parent = None
        element.children = []
