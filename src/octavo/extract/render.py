"""The body as plain text, one paragraph a line."""

from octavo.core.text import normalise
from octavo.extract.element import Element

_BREAK = "\0"
"""Never part of a parsed page's text."""
_FIGURES = frozenset(["figure", "figcaption"])


def text_of(body: Element) -> str:
    """Return the article's text below `body`: lines for blocks, nothing of figures but their tables."""
    return _text(body, _FIGURES)


def all_text_of(body: Element) -> str:
    """Return all text below `body`: lines for blocks."""
    return _text(body, frozenset())


def _text(body: Element, left_out: frozenset[str]) -> str:
    pieces: list[str] = []
    _gather(body, left_out, pieces)
    return normalise("".join(pieces).replace("\n", " ").replace("\r", " ").replace(_BREAK, "\n"))


def _gather(element: Element, left_out: frozenset[str], pieces: list[str]) -> None:
    """Append what `element` holds to `pieces`; a tree is at most MAX_DEPTH deep."""
    for child in element.children:
        if isinstance(child, str):
            pieces.append(child)
        elif child.is_inline:
            _gather(child, left_out, pieces)
        elif child.tag not in left_out or _is_table(child):
            pieces.append(_BREAK)
            if child.children:
                _gather(child, left_out, pieces)
                pieces.append(_BREAK)


def _is_table(figure: Element) -> bool:
    """Tell the figure that holds a table: no picture."""
    return figure.tag == "figure" and any(below.tag == "table" for below in figure.below())
