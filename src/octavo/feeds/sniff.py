"""What bytes are, by their first element; never by what a server calls them."""

import re

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LOOKED_AT_BYTES = 64_000
_ELEMENT = re.compile(r"<(?:[\w.\-]+:)?([A-Za-z_][\w.\-]*)")
_PROLOGUE = re.compile(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:[^<>\[]|\[[^\]]*\])*>", re.IGNORECASE | re.DOTALL)
_FEEDS = {"rss", "feed", "rdf", "channel"}
_LISTS = {"opml": "opml", "sitemapindex": "sitemap-index"}
_PAGES = {"html", "head", "body", "div", "script", "meta", "title", "p", "table", "h1", "center", "svg"}


def sniff(body: bytes) -> str:
    """Return "json", "xml" (a feed's), "sitemap", "html", "opml", "sitemap-index", "empty", or "unknown"."""
    text = head(body)
    if not text:
        return "empty"
    if text[0] in "{[":
        return "json"
    if re.match(r"<!DOCTYPE\s+html", text, re.IGNORECASE):
        return "html"
    first = _ELEMENT.search(_PROLOGUE.sub("", text))
    root = first[1].lower() if first else ""
    if root in _FEEDS:
        return "xml"
    if root == "urlset":
        return "sitemap"
    if root in _LISTS:
        return _LISTS[root]
    if re.search(r"<(?:rss|feed|rdf:RDF)[\s>]", text):
        return "xml"
    return "html" if root in _PAGES else "unknown"


def head(body: bytes) -> str:
    """Return the first characters as text, whatever the encoding, without leading space."""
    start = body[:_LOOKED_AT_BYTES]
    for mark, encoding in _BOMS:
        if start.startswith(mark):
            return start.decode(encoding, "replace").lstrip("\ufeff \t\r\n\x00")
    return start.replace(b"\x00", b"").decode("latin-1").lstrip()
