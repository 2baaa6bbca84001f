"""The page as a light tree: one walk, and what each element weighs.

Never recurses: a hostile page nests a hundred thousand deep.
"""

from selectolax.lexbor import LexborNode

from octavo.extract import embeds
from octavo.extract.constants import MAX_DEPTH, MAX_ELEMENTS, NAMELESS_TAGS, SKIPPED_TAGS, SMALL_SHARE
from octavo.extract.element import Element
from octavo.extract.names import is_furniture


def build(root: LexborNode, length: int) -> tuple[Element, list[Element]]:
    """Return the light tree of a page below `root`, weighed, and all its elements for `dismantle`.

    Furniture is left out if it is small in a page of `length` characters, and else marked.
    """
    return _build(root, length * SMALL_SHARE)


def build_whole(root: LexborNode) -> tuple[Element, list[Element]]:
    """Return the same of a text that is no page: nothing in it is furniture."""
    return _build(root, None)


def _build(root: LexborNode, small: float | None) -> tuple[Element, list[Element]]:
    top = Element("body")
    made = [top]
    waiting: list[tuple[LexborNode | None, Element, int]] = [(root.first_child, top, 1)]
    while waiting and len(made) < MAX_ELEMENTS:
        node, parent, depth = waiting.pop()
        while node is not None:
            tag = node.tag or "-"
            element = None
            if tag == "-text":
                text = node.text_content or ""
                size = len(text.strip())
                parent.children.append(text if size else " ")
                parent.run_length += size or 1
            elif tag in SKIPPED_TAGS:
                element = embeds.figure_of(node, parent) if tag in embeds.TAGS else None
            elif tag[0] != "-":
                element = _element(node, tag, parent, small)
            if element is not None:
                made.append(element)
                parent.children.append(element)
                parent.elements.append(element)
                if not element.children:  # a figure of something embedded is complete
                    waiting.append((node.next, parent, depth))
                    node = node.first_child
                    if depth < MAX_DEPTH:
                        parent, depth = element, depth + 1
                    continue
            node = node.next
    for element in reversed(made):
        element.weigh()
    return top, made


def _element(node: LexborNode, tag: str, parent: Element, small: float | None) -> Element | None:
    if tag in NAMELESS_TAGS:
        return Element(tag, parent)
    element = Element(tag, parent, node.attributes)
    if small is not None and is_furniture(tag, element.attributes):
        if small and len(node.text(strip=True)) < small:
            return embeds.within(node, parent)
        element.named_furniture = True
    return element


def dismantle(made: list[Element]) -> None:
    """Cut the tree's cycles, so that its memory is free at once and no collector need look for it."""
    for element in made:
        element.parent = None
        element.children, element.elements = [], []
