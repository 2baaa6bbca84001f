"""Lists of subscriptions: OPML 1 and 2 (opml.org/spec2.opml), in and out, broken ones too."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from lxml import etree

from octavo.core import links
from octavo.core.decode import text_of
from octavo.core.errors import BadInput
from octavo.core.xml import local_name, recovered, writable
from octavo.sources.opml_version import OpmlVersion

_KNOWN = {"text": "text", "title": "title", "type": "type", "xmlurl": "xml_url", "htmlurl": "html_url"}
_WRITTEN = ("text", "title", "type", "xmlUrl", "htmlUrl")
"""As OPML writes them; given twice, the first counts."""
_FEED_TYPES = ("rss", "atom", "feed", "rdf", "json")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_QUOTED = r"\"(?:[^\"<]++|<(?![/!?a-z]))*+\"|'(?:[^'<]++|<(?![/!?a-z]))*+'"
_TAG = re.compile(rf"<(/?)(?:\w+:)?outline\b((?:[^\"'<>]++|{_QUOTED}){{0,100}}+(?=>)|[^<>]*+)>", re.IGNORECASE)
"""A tag, which ends outside its quoted values, in which no other begins; where quotes do not pair, it ends at once."""
_ATTRIBUTE = re.compile(r"(?<![\w:.\-])([\w:.\-]++)\s*+=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_BARE_AND = re.compile(r"&(?!#?\w{1,40};)")
_Level = tuple[list[tuple[str, str]], list["Outline"]]
"""An open tag's attributes, and the outlines within it so far."""
_ATTRIBUTES_LIMIT = 1_000
"""Of one outline; readers write up to some twenty. To look each of 100,000 up by its name, as lxml does, takes
minutes."""
_FIRST_ATTRIBUTES = etree.XPath(f"@*[position() <= {_ATTRIBUTES_LIMIT}]")
_DEPTH_LIMIT = 50
"""No person nests folders deeper, and what is deeper in a broken list was not meant."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed, where it has an `xml_url`, or a folder with `children`, or both."""

    text: str = ""
    title: str = ""
    type: str = ""
    xml_url: str = ""
    html_url: str = ""
    other: Mapping[str, str] = field(default_factory=dict)
    """Further attributes as written (language, category, description, ...)."""
    children: tuple["Outline", ...] = ()

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self.title or self.text or self.xml_url or self.html_url

    @property
    def feed_url(self) -> str:
        """The feed's address, as written; some programs put it where OPML puts that of a link."""
        return self.xml_url or (self.other.get("url", "") if self.type.lower() in _FEED_TYPES else "")


def read(body: bytes) -> list[Outline]:
    """Return the outlines in order; what is broken is read as far as it goes. Raises BadInput where nothing is OPML."""
    text = _DECLARATION.sub("", text_of(body)).strip()
    root, is_whole = recovered(text.encode("utf-8", "replace"))
    if root is not None and is_whole and (local_name(root) in ("opml", "body", "outline") or _has_outlines(root)):
        return [_outline(element) for element in _tops(root)]
    if found := _pieced_together(text):
        return found
    if root is None or local_name(root) not in ("opml", "body"):
        raise BadInput("this is not a list of subscriptions (OPML); export one from your reader and give that file")
    return []


def _has_outlines(root: etree._Element) -> bool:
    return root.find(".//{*}outline") is not None


def feeds(outlines: Iterable[Outline], folder: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Outline]]:
    """Yield every feed with the names of the folders that it stands in, outermost first."""
    for outline in outlines:
        if outline.feed_url:
            yield folder, outline
        yield from feeds(outline.children, (*folder, outline.name))


def shown(outline: Outline) -> Outline:
    """Return an outline, and those within it, with addresses as anybody may see them."""
    texts = {name: links.shown(getattr(outline, name)) for name in _KNOWN.values()}
    other = {name: links.shown(content) for name, content in outline.other.items()}
    return Outline(**texts, other=other, children=tuple(map(shown, outline.children)))


def write(outlines: Iterable[Outline], title: str = "Octavo", version: OpmlVersion = OpmlVersion.TWO) -> bytes:
    """Return OPML in UTF-8; `read` gives the same outlines back. Characters that XML forbids are left out."""
    root = etree.Element("opml", version=version.value)
    etree.SubElement(etree.SubElement(root, "head"), "title").text = writable(title)
    body = etree.SubElement(root, "body")
    for outline in outlines:
        _append(body, outline)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _tops(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the outlines that stand in no other outline, wherever a broken file put them."""
    if local_name(root) == "outline":
        yield root
        return
    for child in root:
        yield from _tops(child)


def _outline(element: etree._Element) -> Outline:
    children = tuple(_outline(child) for child in element if local_name(child) == "outline")
    return _made(_attributes(element), children)


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    if len(element.attrib) <= _ATTRIBUTES_LIMIT:
        return ((str(name), str(value)) for name, value in element.attrib.items())
    return ((str(value.attrname), str(value)) for value in _FIRST_ATTRIBUTES(element))


def _made(attributes: Iterable[tuple[str, str]], children: tuple[Outline, ...]) -> Outline:
    known: dict[str, str] = {}
    other: dict[str, str] = {}
    for attribute, content in attributes:
        name = _KNOWN.get(attribute.lower())
        if name and name not in known:
            known[name] = writable(content)
        elif attribute not in _WRITTEN and _is_writable_name(attribute):
            other[attribute] = writable(content)
    return Outline(**known, other=other, children=children)


def _pieced_together(text: str) -> list[Outline]:
    """Read a list that is not well-formed by its tags alone: nothing else carries meaning in one.

    Where tags were left open, a feed holds nothing: what follows it is its neighbour.
    """
    tags = list(_TAG.finditer(text))
    is_left_open = sum(not tag[1] and not tag[2].endswith("/") for tag in tags) > sum(bool(tag[1]) for tag in tags)
    levels: list[_Level] = []
    top: list[Outline] = []
    for tag in tags:
        if tag[1]:
            _close(levels, top)
            continue
        found = _ATTRIBUTE.findall(tag[2])[:_ATTRIBUTES_LIMIT]
        attributes = [(name, _read(one or two or three)) for name, one, two, three in found]
        is_leaf = tag[2].endswith("/") or (is_left_open and any(name.lower() == "xmlurl" for name, _ in attributes))
        if is_leaf or len(levels) >= _DEPTH_LIMIT:
            (levels[-1][1] if levels else top).append(_made(attributes, ()))
        else:
            levels.append((attributes, []))
    while levels:
        _close(levels, top)
    return top


def _read(value: str) -> str:
    """Return an attribute's value with what it escapes read; in addresses a bare & begins no reference: &section=2."""
    return unescape(_BARE_AND.sub("&amp;", value))


def _close(levels: list[_Level], top: list[Outline]) -> None:
    if levels:
        attributes, children = levels.pop()
        (levels[-1][1] if levels else top).append(_made(attributes, tuple(children)))


def _append(parent: etree._Element, outline: Outline) -> None:
    element = etree.SubElement(parent, "outline")
    named = {
        "text": outline.text,
        "title": outline.title,
        "type": outline.type,
        "xmlUrl": outline.xml_url,
        "htmlUrl": outline.html_url,
    }
    for name, value in (*named.items(), *outline.other.items()):
        if value and _is_writable_name(name):
            element.set(name, writable(value))
    for child in outline.children:
        _append(element, child)


@lru_cache(maxsize=1024)
def _is_writable_name(name: str) -> bool:
    """Tell whether an attribute can be called so; of broken lists, those with a prefix or a digit first cannot."""
    try:
        etree.Element("outline").set(name, "")
    except ValueError:
        return False
    return True
