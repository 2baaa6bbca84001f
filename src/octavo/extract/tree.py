"""The page as a light tree: one walk, and what each element weighs.

Never recurses: a hostile page nests a hundred thousand deep.
"""

from selectolax.lexbor import LexborNode

from octavo.extract import embeds
from octavo.extract.constants import (
    FIELD_BOX_CHARACTERS,
    MAX_DEPTH,
    MAX_ELEMENTS,
    NAMELESS_TAGS,
    SKIPPED_TAGS,
    SMALL_SHARE,
)
from octavo.extract.element import Element
from octavo.extract.names import NEVER_FURNITURE_TAGS, asks_address, is_furniture

_Waiting = list[tuple[LexborNode | None, Element, int]]
"""A node, the element that it and those after it hang from, and how deep that is."""


def build(root: LexborNode, *, trusts_names: bool) -> tuple[Element, list[Element]]:
    """Return the light tree of a page below `root`, weighed, and all its elements for `dismantle`.

    Furniture is marked; where names are trusted it is left out if it is small in its page.
    """
    walk = _Walk(reads_names=True, closes=trusts_names)
    walk.down([(root.first_child, walk.made[0], 1)])
    walk.open_long()
    return walk.weighed()


def build_whole(root: LexborNode) -> tuple[Element, list[Element]]:
    """Return the same of a text that is no page: nothing in it is furniture."""
    walk = _Walk(reads_names=False, closes=False)
    walk.down([(root.first_child, walk.made[0], 1)])
    return walk.weighed()


class _Walk:
    """A walk down a page, which passes by what names itself furniture until it knows how long the page is."""

    __slots__ = ("asking", "closed", "closes", "length", "made", "reads_names")

    def __init__(self, *, reads_names: bool, closes: bool) -> None:
        self.reads_names, self.closes = reads_names, closes
        self.made = [Element("body")]
        self.closed: list[tuple[LexborNode, Element, int, int]] = []
        self.asking: list[Element] = []
        self.length = 0

    def down(self, waiting: _Waiting) -> None:
        """Make elements of all nodes that are `waiting`, of those after them and of those below."""
        made, length = self.made, self.length
        while waiting and len(made) < MAX_ELEMENTS:
            node, parent, depth = waiting.pop()
            while node is not None:
                if node.is_text_node:
                    text = " " if node.is_empty_text_node else node.text_content or ""
                    if text.isspace():
                        parent.children.append(" ")
                        parent.run_length += 1
                    else:
                        size = len(text.strip())
                        parent.children.append(text)
                        parent.run_length += size
                        length += size
                    node = node.next
                    continue
                tag, element = node.tag or "-", None
                if tag in SKIPPED_TAGS:
                    element = embeds.figure_of(node, parent) if tag in embeds.TAGS else None
                    if tag == "input" and asks_address(node.attributes):
                        self.asking.append(parent)
                elif tag[0] != "-":
                    element = Element(tag, parent) if tag in NAMELESS_TAGS else Element(tag, parent, node.attributes)
                if element is not None:
                    made.append(element)
                    parent.children.append(element)
                    parent.elements.append(element)
                    if not element.children and (tag in NEVER_FURNITURE_TAGS or not self._passes(node, element, depth)):
                        below = node.first_child
                        if below is not None:
                            waiting.append((node.next, parent, depth))
                            node = below
                            if depth < MAX_DEPTH:
                                parent, depth = element, depth + 1
                            continue
                node = node.next
        self.length = length

    def _passes(self, node: LexborNode, element: Element, depth: int) -> bool:
        """Mark furniture, and tell whether to pass it by."""
        if not self.reads_names or not is_furniture(element.tag, element.attributes) or _is_attribution(element):
            return False
        element.named_furniture = True
        if self.closes:
            self.closed.append((node, element, depth, len(node.text(strip=True))))
        return self.closes

    def open_long(self) -> None:
        """Go into what was passed by, if it is long; the rest goes, but for what plays in it."""
        small = (self.length + sum(size for *_, size in self.closed)) * SMALL_SHARE
        while self.closed:
            closed, self.closed = self.closed, []
            opened: _Waiting = []
            for node, element, depth, size in closed:
                if size >= small:
                    opened.append((node.first_child, element, min(depth + 1, MAX_DEPTH)))
                else:
                    _replace(element, embeds.within(node, element))
            self.down(opened)

    def weighed(self) -> tuple[Element, list[Element]]:
        for element in reversed(self.made):
            if element.run_length or element.length:
                element.weigh()
        for element in self.asking:
            _around(element).named_furniture = True
        return self.made[0], self.made


def _around(field: Element) -> Element:
    """Return the largest small box around one that asks for the reader's address."""
    while (above := field.parent) is not None and above.length <= FIELD_BOX_CHARACTERS:
        field = above
    return field


def _is_attribution(element: Element) -> bool:
    """Tell the foot of a quotation: who said it."""
    return element.tag == "footer" and element.parent is not None and element.parent.tag == "blockquote"


def _replace(element: Element, figure: Element | None) -> None:
    """Put a figure in an element's place, or nothing."""
    parent = element.parent
    if parent is None:
        return
    if figure is None:
        parent.children.remove(element)
        parent.elements.remove(element)
        return
    figure.parent = parent
    parent.children[parent.children.index(element)] = figure
    parent.elements[parent.elements.index(element)] = figure


def dismantle(made: list[Element]) -> None:
    """Cut the tree's cycles, so that its memory is free at once and no collector need look for it."""
    for element in made:
        element.parent = None
        element.children, element.elements = [], []
