"""XML of strangers: no network, no entities, no document types, and what is broken read as far as it goes."""

import re

from lxml import etree

from octavo.core.decode import known_text

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML 1.0 (section 2.2)."""


def recovered(body: bytes) -> tuple[etree._Element | None, bool]:
    """Return the root element, None where there is none, and whether the document was whole."""
    text = known_text(body)
    encoding, body = (None, body) if text is None else ("utf-8", text.encode("utf-8", "replace"))
    parser = etree.XMLParser(
        encoding=encoding, resolve_entities=False, no_network=True, recover=True, collect_ids=False
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, False
    return root, not len(parser.error_log)


def local_name(element: etree._Element) -> str:
    """Return the name in lower case without its namespace, or its prefix where none was declared; "" for a comment."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def text_of(element: etree._Element) -> str:
    """Return the element's own text, trimmed."""
    return (element.text or "").strip()


def writable(text: str) -> str:
    """Return `text` without the characters that XML forbids."""
    return _UNWRITABLE.sub("", text)
