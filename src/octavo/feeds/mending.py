"""Elements that nobody closed or that nest without end, and numbers of no character, set right for a patient reader."""

import re
import sys
from collections import Counter

from octavo.feeds.constants import DEPTH_LIMIT

_ENTRIES = rb"item|entry"
_LEAVES = (
    rb"title|description|link|guid|id|pubdate|published|updated|summary|content|content:encoded|dc:creator|dc:date"
)
"""Elements of an entry that hold text and none of each other."""
_TAG = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|$)|<(/?)(" + _ENTRIES + rb"|" + _LEAVES + rb")(?=[\s/>])([^<>]*)>",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|$)|<!--.*?(?:-->|$)|<(/?)([A-Za-z][\w.:\-]*+)(?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+')*+>",
    re.DOTALL,
)
_PAIR = re.compile(rb"&#(?:0*(\d{5})|[xX]0*([\da-fA-F]{4}));&#(?:0*(\d{5})|[xX]0*([\da-fA-F]{4}));")
"""Two references that may be the halves of one character, as UTF-16 writes what is beyond U+FFFF."""
_REFERENCE = re.compile(rb"&#(?:0*(\d+)|[xX]0*([\da-fA-F]+));?")
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_ATOM, _ROOT_BYTES = re.compile(rb"<(?:[\w.\-]+:)?feed[\s>]"), 64_000
_UNTYPED = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<(?:svg:)?svg[\s>].*?(?:</(?:svg:)?svg>|\Z)"
    rb"|<(?!media:)(?:[\w.\-]+:)?(title|summary|content)(?=[\s>])(?![^<>]*\s(?:type|src)\s*=)",
    re.DOTALL,
)
_ENTRY_NAMES = frozenset(_ENTRIES.split(b"|"))


def with_characters(body: bytes) -> bytes:
    """Return `body` with halves of characters joined where they stand in pairs, and references to none left out."""
    return _REFERENCE.sub(_told, _PAIR.sub(_joined, body))


def _joined(pair: re.Match[bytes]) -> bytes:
    high, low = _number(pair[1], pair[2]), _number(pair[3], pair[4])
    if high not in _HIGH or low not in _LOW:
        return pair[0]
    return b"&#%d;" % (0x10000 + ((high - _HIGH.start) << 10) + low - _LOW.start)


def _told(reference: re.Match[bytes]) -> bytes:
    number = _number(reference[1], reference[2])
    return reference[0] if number <= sys.maxunicode and number not in _HIGH and number not in _LOW else b""


def _number(decimal: bytes | None, hexadecimal: bytes | None) -> int:
    """Return what a reference names; of one with too many digits only that it is too large."""
    return int(decimal[:8]) if decimal else int(hexadecimal[:8], 16) if hexadecimal else 0


def closed(body: bytes) -> bytes:
    """Return `body` with each entry, and each element that holds text, closed before the next of its kind.

    Ends of what was never opened are dropped.
    """
    found = [tag for tag in _TAG.finditer(body) if tag[2] and not tag[3].endswith(b"/")]
    balance: Counter[bytes] = Counter()
    for tag in found:
        balance[tag[2].lower()] += -1 if tag[1] else 1
    return _mended(body, found) if any(balance.values()) else body


def typed(body: bytes) -> bytes:
    """Return Atom whose texts without a type are said to be HTML: most are, whatever RFC 4287, 3.1.1 has them be."""
    return _UNTYPED.sub(_as_html, body) if _ATOM.search(body, 0, _ROOT_BYTES) else body


def _as_html(found: re.Match[bytes]) -> bytes:
    return found[0] + b' type="html"' if found[1] else found[0]


def _mended(body: bytes, tags: list[re.Match[bytes]]) -> bytes:
    pieces: list[bytes] = []
    entry = leaf = b""
    position = 0
    for tag in tags:
        name, is_end = tag[2].lower(), bool(tag[1])
        is_entry = name in _ENTRY_NAMES
        pieces.append(body[position : tag.start()])
        position = tag.start()
        if is_end and name != (entry if is_entry else leaf).lower():
            position = tag.end()
            continue
        if leaf and (is_entry or not is_end):
            pieces.append(b"</%s>" % leaf)
        if entry and is_entry and not is_end:
            pieces.append(b"</%s>" % entry)
        leaf = b"" if is_end or is_entry else tag[2]
        if is_entry:
            entry = b"" if is_end else tag[2]
    return b"".join([*pieces, body[position:]])


def flattened(body: bytes) -> bytes:
    """Return `body` without the tags of an entry that nest deeper than any honest text."""
    pieces: list[bytes] = []
    depth = position = 0
    for tag in _ANY_TAG.finditer(body):
        if not tag[2]:
            continue
        if tag[2].lower() in _ENTRY_NAMES:
            depth = 0
            continue
        is_end = bool(tag[1])
        if depth - is_end >= DEPTH_LIMIT:
            pieces.append(body[position : tag.start()])
            position = tag.end()
        if is_end:
            depth = max(0, depth - 1)
        elif not tag[0].endswith(b"/>"):
            depth += 1
    return b"".join([*pieces, body[position:]])
