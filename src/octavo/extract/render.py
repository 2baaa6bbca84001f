"""The body as plain text, one paragraph a line."""

import re

from octavo.core.text import normalise
from octavo.extract.tree import Element

_SPACE = re.compile(r"\s+")
LEFT_OUT = frozenset(["figcaption", "figure"])


def text_of(body: Element) -> str:
    """Return the text below `body`: lines for blocks, nothing of figures."""
    pieces: list[str] = []
    waiting: list[Element | str] = [body]
    while waiting:
        child = waiting.pop()
        if isinstance(child, str):
            pieces.append(child if child == "\n" else _SPACE.sub(" ", child))
        elif child.tag == "br":
            pieces.append("\n")
        elif child.tag in LEFT_OUT:
            continue
        elif child.is_inline:
            waiting.extend(child.children[::-1])
        else:
            waiting.append("\n")
            waiting.extend(child.children[::-1])
            waiting.append("\n")
    return normalise("".join(pieces))
