"""A parsed page, and the elements that facts are read from, gathered once: every query walks all of a page."""

from functools import cached_property

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from octavo.core.taming import tamed
from octavo.extract.constants import PAGE_TEXT_CHARACTERS

_NOT_TEXT = ("script", "style", "noscript", "template", "svg")
_GATHERED = ", ".join((*_NOT_TEXT, "meta[content]", "link[href]", "title", "h1", "time", "img", "amp-img"))


class Page:
    """A page as a browser with scripting sees it: what stands in noscript is text, not markup."""

    def __init__(self, html: str) -> None:
        self.document = LexborHTMLParser(tamed(html), scripting=True, options=LexborDocumentOptions.WO_EVENTS)
        self._gathered: dict[str, list[LexborNode]] = {}
        for node in self.document.css(_GATHERED):
            self._gathered.setdefault(node.tag or "", []).append(node)

    def all(self, tag: str) -> list[LexborNode]:
        """Return the page's elements of a tag, in its order; besides those of the head title, h1, time, pictures."""
        return self._gathered.get(tag, [])

    def body(self) -> LexborNode | None:
        """Return the body without what is no text, which is gone from the page then."""
        for tag in _NOT_TEXT:
            for node in self._gathered.pop(tag, ()):
                node.decompose()
        return self.document.body

    @cached_property
    def shown(self) -> str:
        """All text of the body, cut short, with a new line wherever markup stood."""
        body = self.body()
        return body.text(separator="\n", strip=True)[:PAGE_TEXT_CHARACTERS] if body is not None else ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of what is shown, without those that are empty."""
        return [line for line in map(str.strip, self.shown.split("\n")) if line]
