"""The list of key points above a text: no part of it where it only repeats what the text says."""

from collections.abc import Sequence
from itertools import pairwise

from octavo.core.text import tokens
from octavo.extract.constants import PARAGRAPH_CHARACTERS, POINT_SHARE, POINT_WORDS_COUNT, POINTS_COUNT, POINTS_SHARE
from octavo.extract.element import Element
from octavo.extract.furniture import LISTS, blocks, remove_with_heading
from octavo.extract.prose import ends_sentence

Words = frozenset[str]


def drop_highlights(body: Element) -> None:
    """Take out a list above the text, or right below its first paragraph, each point of which the text tells too."""
    points = _opening_list(body)
    items = [item for item in points.elements if item.tag == "li"] if points else []
    if not points or len(items) < POINTS_COUNT or points.length > (body.length - points.length) * POINTS_SHARE:
        return
    inside = {id(element) for element in (points, *points.below())}
    paragraphs = [frozenset(tokens(block.run_text())) for block in blocks(body) if id(block) not in inside]
    if all(_is_repeated(frozenset(tokens(item.text())), paragraphs) for item in items):
        remove_with_heading(points)


def _opening_list(body: Element) -> Element | None:
    """Return the first list, where no more than one paragraph stands above it."""
    paragraphs_count = 0
    for element in body.below():
        if element.tag in LISTS:
            return element
        paragraphs_count += _is_paragraph(element)
        if paragraphs_count > 1:
            return None
    return None


def _is_paragraph(element: Element) -> bool:
    is_long = not element.is_inline and element.run_length >= PARAGRAPH_CHARACTERS
    return is_long and ends_sentence(element.run_text())


def _is_repeated(point: Words, paragraphs: Sequence[Words]) -> bool:
    """Tell whether two paragraphs one after the other hold nearly all words of a point, and all its numbers."""
    numbers = {word for word in point if any(map(str.isdigit, word))}
    together = (one | other for one, other in pairwise([Words(), *paragraphs]))
    return len(point) >= POINT_WORDS_COUNT and any(
        numbers <= words and len(point & words) >= len(point) * POINT_SHARE for words in together
    )
