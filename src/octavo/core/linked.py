"""Addresses within HTML as delivered: made absolute, and the first picture's."""

import re
from urllib.parse import urljoin

_IMAGE_TAG = re.compile(r"<img\b[^>]*?\ssrc\s*=\s*[\"']?([^\"'\s>]+)[^>]*>", re.IGNORECASE)
_REFERENCE = re.compile(r"\b(href|src)\s*=\s*([\"'])(?!\s*(?:[a-z][a-z0-9+.\-]*:|#))([^\"'<>]*)\2", re.IGNORECASE)
_MAY_BE_SMALL = re.compile(r"=[\"']?[1-4]?\d(?![\d%.])")
_SMALL = re.compile(r"(?<![\w-])(?:width|height)=[\"']?[1-4]?\d(?![\d%.])", re.IGNORECASE)
"""Below 50 pixels: counters, smileys, faces beside names."""
_LATE_SOURCE = re.compile(r"\sdata-(?:(?:lazy|original)-?)?(?:src)?\s*=\s*[\"']([^\"'\s>]+)", re.IGNORECASE)
"""Where the address of a picture stands that a script loads when it comes into sight."""
_NO_PICTURES = (
    "feedburner.com/~", "/pixel", "/tracking/", "doubleclick", "feedsportal", "stats.wordpress", "spacer.gif",
    "gravatar.com/avatar",
)  # fmt: skip
"""Within addresses of what counts readers, and of faces."""
_PHOTOGRAPHS = (".jpg", ".jpeg", ".webp")
_DRAWN = (".gif", ".png", ".svg")
_MARK = re.compile(
    r"/(?:emoji|smilies|smileys)/|/(?:(?:[\w.-]*[\W_])?(?:icons?|buttons?|btn|badge)(?:[\W_][\w.-]*)?|facebook|twitter|x"
    r"|linkedin|whatsapp|telegram|pinterest|reddit|e?mail|rss)\.\w+$"
)
"""Smileys, and buttons of networks, by what drawings of them are called."""
_CODED_AND = re.compile(r"&(?:amp|#0*38|#x0*26);", re.IGNORECASE)


def absolute_links(html: str, base: str) -> str:
    """Return `html` with its relative addresses in href and src resolved against `base`."""
    if not base or html.count("href=") + html.count("src=") == html.count('href="http') + html.count('src="http'):
        return html
    return _REFERENCE.sub(lambda found: _resolved(found, base), html)


def _resolved(found: re.Match[str], base: str) -> str:
    try:
        return f'{found[1]}="{urljoin(base, found[3].strip())}"'
    except ValueError:
        return found[0]


def first_image(html: str) -> str:
    """Return the address of the first picture in `html` that may show what it is about; as delivered."""
    start = html.find("<img")
    if start < 0:
        return ""
    end = start + 5_000
    while found := _IMAGE_TAG.search(html, start, end):
        tag, address = found.group(0, 1)
        if address.startswith("data:"):
            late = _LATE_SOURCE.search(tag)
            address = late[1] if late else ""
        if address and not _is_ornament(tag, address):
            return _CODED_AND.sub("&", address) if "&" in address else address
        start = found.end()
    return ""


def _is_ornament(tag: str, address: str) -> bool:
    """Tell whether an image shows nothing: by its size, by who serves it, or by its name."""
    if _MAY_BE_SMALL.search(tag) and _SMALL.search(tag):
        return True
    address = address.lower()
    if address.endswith(_PHOTOGRAPHS):
        return False
    for mark in _NO_PICTURES:
        if mark in address:
            return True
    return address.endswith(_DRAWN) and _MARK.search(address) is not None
