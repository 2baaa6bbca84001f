"""Lists of subscriptions: OPML 1 and 2 (opml.org/spec2.opml), in and out, broken ones too."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from octavo.core.errors import BadInput
from octavo.core.xml import local_name, recovered

_KNOWN = {"text": "text", "title": "title", "type": "type", "xmlurl": "xml_url", "htmlurl": "html_url"}
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
        return self.title or self.text or self.xml_url


def read(body: bytes) -> list[Outline]:
    """Return the outlines in order; what is broken is read as far as it goes. Raises BadInput where nothing is OPML."""
    root, _ = recovered(body.strip())
    if root is None or (local_name(root) not in ("opml", "body", "outline") and root.find(".//{*}outline") is None):
        raise BadInput("this is not a list of subscriptions (OPML); export one from your reader and give that file")
    return [_outline(element) for element in _tops(root)]


def feeds(outlines: Iterable[Outline], folder: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Outline]]:
    """Yield every feed with the names of the folders that it stands in, outermost first."""
    for outline in outlines:
        if outline.xml_url:
            yield folder, outline
        yield from feeds(outline.children, (*folder, outline.name))


def write(outlines: Iterable[Outline], title: str = "Octavo") -> bytes:
    """Return OPML 2.0 in UTF-8; `read` gives the same outlines back. Characters that XML forbids are left out."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = _writable(title)
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
    known: dict[str, str] = {}
    other: dict[str, str] = {}
    for key, value in element.attrib.items():
        attribute, content = str(key), str(value)
        name = _KNOWN.get(attribute.lower())
        if name and name not in known:
            known[name] = content
        else:
            other[attribute] = content
    children = tuple(_outline(child) for child in element if local_name(child) == "outline")
    return Outline(**known, other=other, children=children)


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
        if value:
            element.set(name, _writable(value))
    for child in outline.children:
        _append(element, child)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)
