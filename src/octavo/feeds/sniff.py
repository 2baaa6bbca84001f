"""What bytes are, by their first element; never by what a server calls them."""

import re

import orjson

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ZEROS: dict[tuple[bool, ...], str] = {
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
}
"""Encodings by which of the first four bytes are zero."""
_DECLARED = re.compile(r"^(\s*<\?xml\b[^<>]{0,200}?)\s+encoding\s*=\s*(?:'[^'<>]*'|\"[^\"<>]*\")", re.IGNORECASE)
_LOOKED_AT_BYTES = (4_096, 64_000)
"""Nearly all feeds show their root at once; some put a long comment or a page's junk before it."""
_USUAL = re.compile(rb"(?:<\?xml[^<>]*>\s*)?<(?:rss|feed)[\s>]")
"""How nearly all feeds begin."""
_PROLOGUE = r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!DOCTYPE(?:[^<>\[]++|\[[^\]]*+(?:\]|\Z))*+(?:>|\Z)"
"""What nobody closed is taken to the end, so that no text is looked through once for each of its beginnings."""
_PROLOGUE_OR_ELEMENT = re.compile(rf"{_PROLOGUE}|<(?:[\w.\-]+:)?([A-Z_][\w.\-]*)", re.IGNORECASE | re.DOTALL)
_FEEDS = {"rss", "feed", "rdf", "channel"}
_OTHERS = {"urlset": "sitemap", "opml": "opml", "sitemapindex": "sitemap-index"}
_LATE_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_PAGE_TYPE = re.compile(r"<!DOCTYPE\s+html", re.IGNORECASE)
_PAGES = {"html", "head", "body", "div", "script", "meta", "title", "p", "table", "h1", "center", "svg"}


def as_utf8(body: bytes) -> bytes:
    """Return UTF-16 and UTF-32, with a byte order mark or without, as UTF-8; every other body as it is."""
    encoding = _wide_encoding(body[:4])
    if not encoding:
        return body
    return undeclared(body.decode(encoding, "replace").lstrip("\ufeff"))


def undeclared(xml: str) -> bytes:
    """Return XML in UTF-8, without a word about its encoding."""
    return _DECLARED.sub(r"\1", xml, count=1).encode("utf-8", "replace")


def _wide_encoding(start: bytes) -> str:
    """Return the encoding of a body whose characters take two or four bytes each; "" for others.

    Without a mark, a first character of ASCII shows its zeros (XML 1.0, appendix F).
    """
    marked = next((encoding for mark, encoding in _BOMS if start.startswith(mark)), "")
    if marked:
        return marked if marked != "utf-8" else ""
    return _ZEROS.get(tuple(byte == 0 for byte in start), "")


def sniff(body: bytes) -> str:
    """Return "json", "xml" (a feed's), "sitemap", "html", "opml", "sitemap-index", "empty", or "unknown"."""
    if _USUAL.match(body):
        return "xml"
    found = "empty"
    for size_bytes in _LOOKED_AT_BYTES:
        found = _kind(head(body, size_bytes))
        if found != "unknown" or len(body) <= size_bytes:
            break
    return found


def _kind(text: str) -> str:
    if not text:
        return "empty"
    if text[0] in "{[":
        return "json"
    if _PAGE_TYPE.match(text):
        return "html"
    root = _root(text)
    if root in _FEEDS or root in _OTHERS:
        return _OTHERS.get(root, "xml")
    if _LATE_FEED.search(text):
        return "xml"
    return "html" if root in _PAGES else "unknown"


def is_data(body: bytes) -> bool:
    """Tell a feed, a sitemap, a list of either, and whole JSON, which are for machines, from a page."""
    if may_be_json(body):
        return _is_json(body)
    root = _root(head(body))
    return root in _FEEDS or root in _OTHERS


def may_be_json(body: bytes) -> bool:
    """Tell what begins as an object or a list of JSON does."""
    return not body.startswith(b"<") and head(body)[:1] in ("{", "[")


def _is_json(body: bytes) -> bool:
    try:
        orjson.loads(body)
    except orjson.JSONDecodeError:
        return False
    return True


def _root(text: str) -> str:
    """Return the name of the first element, in lower case."""
    return next((found[1].lower() for found in _PROLOGUE_OR_ELEMENT.finditer(text) if found[1]), "")


def head(body: bytes, size_bytes: int = _LOOKED_AT_BYTES[-1]) -> str:
    """Return the first characters as text, whatever the encoding, without leading space."""
    start = body[:size_bytes]
    for mark, encoding in _BOMS:
        if start.startswith(mark):
            return start.decode(encoding, "replace").lstrip("\ufeff \t\r\n\x00")
    return start.replace(b"\x00", b"").decode("latin-1").lstrip()
