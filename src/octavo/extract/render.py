"""The body as plain text, one paragraph a line."""

from octavo.core.text import normalise
from octavo.extract.element import Element

_BREAK = "\0"
"""Never part of a parsed page's text."""
_FIGURES = frozenset(["figure", "figcaption"])


def text_of(body: Element) -> str:
    """Return the article's text below `body`: lines for blocks, nothing of figures."""
    return _text(body, _FIGURES)


def all_text_of(body: Element) -> str:
    """Return all text below `body`: lines for blocks."""
    return _text(body, frozenset())


def _text(body: Element, left_out: frozenset[str]) -> str:
    pieces: list[str] = []
    waiting: list[Element | str] = [body]
    while waiting:
        child = waiting.pop()
        if isinstance(child, str):
            pieces.append(child)
        elif child.tag == "br":
            pieces.append(_BREAK)
        elif child.tag in left_out:
            continue
        elif child.is_inline:
            waiting.extend(child.children[::-1])
        else:
            waiting.append(_BREAK)
            waiting.extend(child.children[::-1])
            pieces.append(_BREAK)
    return normalise("".join(pieces).replace("\n", " ").replace("\r", " ").replace(_BREAK, "\n"))
