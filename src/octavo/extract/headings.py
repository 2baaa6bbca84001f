"""The main headings that a page shows, told from the one that only ends its breadcrumbs."""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from octavo.extract.constants import TITLE_CHARACTERS
from octavo.extract.head import one_line
from octavo.extract.names import words_of
from octavo.extract.parsed import Page

_NAMING = ("class", "id", "aria-label", "data-testid", "itemprop")
_ENTRY_TITLES = ".entry-title, [itemprop~='headline']"
MAX_HEADINGS = 5
MAX_LEVELS = 5
LEVELS_ABOVE = 2
"""So many folders above the page a link leads to the site's front or to a section's."""


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
    sites: tuple[str, ...] = ()
    """The h1 elements that are the site's name or a section's."""


def read(page: Page, url: str) -> Headings:
    """Return the main headings of the page at `url`."""
    shown, parts, sites, crumb = [], [], [], ""
    for node in page.all("h1")[:MAX_HEADINGS] or _sole_entry_title(page):
        if not (text := _text(node)):
            continue
        if _leads_up(node, url):
            sites.append(text)
            continue
        if _ends_breadcrumbs(node):
            crumb = crumb or text
            continue
        shown.append(text)
        parts += [one_line(part.text(separator=" ")) for part in node.iter()]
    below = page.document.css("h2")[:MAX_HEADINGS] if crumb else []
    return Headings(tuple(shown), tuple(parts), crumb, tuple(map(_text, below)), tuple(sites))


def _sole_entry_title(page: Page) -> list[LexborNode]:
    """Return what a page without h1 marks as the title of what it shows, if that is one thing."""
    found = page.document.css(_ENTRY_TITLES)
    return found if len(found) == 1 else []


def _leads_up(heading: LexborNode, url: str) -> bool:
    """Tell the site's name or a section's from a headline: it links to the front, or far above the page."""
    link = heading.css_first("a[href]")
    if link is None:
        return False
    try:
        there = urlsplit(urljoin(url, link.attributes.get("href") or "#"))
    except ValueError:
        return False
    if there.path in ("", "/"):
        return not (there.fragment or there.query)
    return there.geturl() in url and url.removeprefix(there.geturl()).strip("/").count("/") >= LEVELS_ABOVE - 1


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
