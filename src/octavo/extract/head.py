"""What stands in a page's head: meta elements, links, title, JSON-LD."""

from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from octavo.core.text import normalise
from octavo.extract import jsonld
from octavo.extract.constants import MAX_METAS, MAX_SCRIPT_CHARACTERS
from octavo.extract.parsed import Page


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
    types: frozenset[str]
    """The types of JSON-LD's nodes, without their namespace."""

    def meta(self, *names: str) -> str:
        """Return the first value of the first of `names` that has one."""
        for name in names:
            for value in self.metas.get(name, ()):
                if plain := one_line(value):
                    return plain
        return ""


def read(page: Page) -> Head:
    """Read the head of a page."""
    scripts = [node.text() for node in page.all("script") if "ld+json" in (node.attributes.get("type") or "").lower()]
    nodes = jsonld.nodes([script for script in scripts if len(script) <= MAX_SCRIPT_CHARACTERS])
    root = page.document.root
    return Head(
        metas=_metas(page.all("meta")[:MAX_METAS]),
        title=_title(page),
        canonical=next(filter(None, map(_canonical, page.all("link"))), ""),
        language=(root.attributes.get("lang") or "") if root else "",
        nodes=nodes,
        article=jsonld.article(nodes),
        types=frozenset(name for node in nodes for name in jsonld.types(node)),
    )


def _canonical(link: LexborNode) -> str:
    attributes = link.attributes
    is_canonical = "canonical" in (attributes.get("rel") or "").lower().split()
    return (attributes.get("href") or "").strip() if is_canonical else ""


def _title(page: Page) -> str:
    titles = page.all("title")
    best = next((node for node in titles if node.parent is not None and node.parent.tag == "head"), None)
    return one_line((best or titles[0]).text()) if titles else ""


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
    return " ".join((text if text.isascii() and text.isprintable() else normalise(text)).split())
