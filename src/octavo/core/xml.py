"""XML of strangers: no network, no entities, no document types, and what is broken read as far as it goes."""

from lxml import etree


def recovered(body: bytes) -> tuple[etree._Element | None, bool]:
    """Return the root element, None where there is none, and whether the document was whole."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, collect_ids=False)
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
