"""Pages as discovery needs them: what names feeds and publishers, without the boxes that hold a page's text."""

import re
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from octavo.core.decode import text_of
from octavo.core.plain import cut
from octavo.core.types import Response
from octavo.sources.constants import PAGE_LIMIT_CHARACTERS, TAG_LIMIT_CHARACTERS, TAGS_LIMIT

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")
_SCRIPT = re.compile(r"<script\b[^>]*>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script\b[^>]*>", re.IGNORECASE)
_ASIDES = (("<!--", "-->"), ("<style", "</style>"), ("<svg", "</svg>"))
_KEPT = frozenset({"html", "head", "body", "title", "base", "link", "meta", "a"})


def text(page: Response) -> str:
    """Return the page's text in its own encoding, as far as discovery looks at it."""
    return text_of(page.body, page.headers)[:PAGE_LIMIT_CHARACTERS]


def parsed(html: str) -> LexborHTMLParser:
    """Parse the elements that name feeds and publishers, and linked data.

    Without the others nothing nests, so that no page takes longer than its length: lexbor needs minutes for 100,000
    nested elements, and compares each of a tag's attributes with each.
    """
    html = html[: html.rfind(">") + 1]
    pieces, position = [], 0
    while script := _SCRIPT.search(html, position):
        pieces.append(_without_boxes(html[position : script.start()]))
        end = _SCRIPT_END.search(html, script.end())
        if "ld+json" in script[0].lower() and end:
            pieces.append(html[script.start() : end.end()])
        position = end.end() if end else len(html)
    whole = "".join([*pieces, _without_boxes(html[position:])])
    return LexborHTMLParser(_bounded(whole))


def _without_boxes(html: str) -> str:
    for opening, closing in _ASIDES:
        html = cut(html, opening, closing)
    return _TAG.sub(
        lambda tag: tag[0] if tag[1].lower() in _KEPT and len(tag[0]) <= TAG_LIMIT_CHARACTERS else " ", html
    )


def _bounded(html: str) -> str:
    """Return `html` up to the last of the tags that are looked at."""
    last = next(islice(_TAG.finditer(html), TAGS_LIMIT, None), None)
    return html[: last.start()] if last else html
