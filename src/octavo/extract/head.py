"""What stands in a page's head: meta elements, links, title, JSON-LD."""

from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from octavo.core.text import normalise
from octavo.extract import jsonld


@dataclass(frozen=True, slots=True)
class Head:
    """The page's claims about itself."""

    metas: Mapping[str, tuple[str, ...]]
    """By name, property or itemprop in lower case, in the page's order."""
    title: str
    canonical: str
    language: str
    nodes: list[jsonld.Node]
    article: jsonld.Node
    """JSON-LD's node of the article; empty where there is none."""

    def meta(self, *names: str) -> str:
        """Return the first value of the first of `names` that has one."""
        for name in names:
            for value in self.metas.get(name, ()):
                if plain := one_line(value):
                    return plain
        return ""


def read(page: LexborHTMLParser) -> Head:
    """Read the head of a parsed page."""
    scripts = [node.text() for node in page.css('script[type*="ld+json" i]')]
    nodes = jsonld.nodes(scripts)
    canonical = page.css_first('link[rel~="canonical" i][href]')
    root = page.root
    return Head(
        metas=_metas(page.css("meta[content]")),
        title=_title(page),
        canonical=(canonical.attributes.get("href") or "").strip() if canonical else "",
        language=(root.attributes.get("lang") or "") if root else "",
        nodes=nodes,
        article=jsonld.article(nodes),
    )


def _title(page: LexborHTMLParser) -> str:
    titles = page.css("head > title") or page.css("title")
    return one_line(titles[0].text()) if titles else ""


def _metas(found: list[LexborNode]) -> dict[str, tuple[str, ...]]:
    metas: dict[str, tuple[str, ...]] = {}
    for node in found:
        attributes = node.attributes
        content = attributes.get("content") or ""
        for kind in ("property", "name", "itemprop"):
            if name := (attributes.get(kind) or "").strip().lower():
                metas[name] = (*metas.get(name, ()), content)
    return metas


def one_line(text: str) -> str:
    """Return `text` normalised, in one line."""
    return " ".join(normalise(text).split())
