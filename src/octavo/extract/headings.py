"""The main headings that a page shows, told from the one that only ends its breadcrumbs."""

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from octavo.extract.constants import TITLE_CHARACTERS
from octavo.extract.head import one_line
from octavo.extract.names import words_of
from octavo.extract.parsed import Page

_NAMING = ("class", "id", "aria-label", "data-testid", "itemprop")
MAX_HEADINGS = 5
MAX_LEVELS = 5


@dataclass(frozen=True, slots=True)
class Headings:
    """The first h1 elements as plain text."""

    shown: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """What stands in elements of their own within these."""
    crumb: str = ""
    """The h1 that ends the breadcrumbs, "" if there is none."""
    below: tuple[str, ...] = ()
    """The first h2 elements where the breadcrumbs hold the h1."""


def read(page: Page) -> Headings:
    """Return the main headings of a page."""
    shown, parts, crumb = [], [], ""
    for node in page.all("h1")[:MAX_HEADINGS]:
        if not (text := _text(node)):
            continue
        if _ends_breadcrumbs(node):
            crumb = crumb or text
            continue
        shown.append(text)
        parts += [one_line(part.text(separator=" ")) for part in node.iter()]
    below = page.document.css("h2")[:MAX_HEADINGS] if crumb else []
    return Headings(tuple(shown), tuple(parts), crumb, tuple(map(_text, below)))


def _text(heading: LexborNode) -> str:
    return one_line(heading.text(separator=" ")[:TITLE_CHARACTERS])


def _ends_breadcrumbs(heading: LexborNode) -> bool:
    node: LexborNode | None = heading
    for _ in range(MAX_LEVELS):
        if node is None or node.tag in ("body", "main", "article"):
            return False
        attributes = node.attributes
        if node.tag == "nav" or attributes.get("role") == "navigation":
            return True
        words = words_of(" ".join(attributes.get(name) or "" for name in _NAMING))
        if any(word.startswith(("breadcrumb", "crumb")) for word in words):
            return True
        node = node.parent
    return False
