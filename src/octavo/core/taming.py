"""Markup that would take the parser minutes, tamed before it is parsed: very deep nesting, very many attributes."""

import re

import numpy as np

MANY_TAGS = 20_000
DEEPEST = 500
_VOID = "area base br col embed hr img input link meta param source track wbr"
_CLOSED_BY_THE_NEXT = "p li dt dd option optgroup tr td th thead tbody tfoot colgroup"
NEVER_NESTED_TAGS = frozenset(f"{_VOID} {_CLOSED_BY_THE_NEXT}".split())
"""What has so many tags is looked over for nesting and cut at this depth before it is parsed: lexbor takes 15 s for
100,000 nested elements, 0.1 s for as many in a row. Void elements do not nest, nor those that the next of their
kind closes."""

MANY_ATTRIBUTES = 1_000
TAG_CHARACTERS = 10_000
"""A tag that long is looked over for so many attributes: lexbor takes 18 s for 40,000 of them, 0.01 s for 1,000."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")
_OPENING = re.compile(r"""(<[a-zA-Z][^\s/>]*+)((?:[^"'>]++|"[^"]*+"|'[^']*+')*+)>?""")
_ATTRIBUTE = re.compile(r"""[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""")


def tamed(html: str) -> bytes:
    """Return `html` for the parser, in UTF-8; an ordinary page comes back as it is."""
    html = _thinned(html)
    written = html.encode("utf-8", "replace")
    brackets_count = np.count_nonzero(np.frombuffer(written, np.uint8) == ord("<"))
    return written if brackets_count < MANY_TAGS else _flattened(html).encode("utf-8", "replace")


def _flattened(html: str) -> str:
    """Return `html` without the tags below DEEPEST."""
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in NEVER_NESTED_TAGS:
            return match[0]
        if match[1]:
            depth = max(0, depth - 1)
            return match[0] if depth < DEEPEST else ""
        depth += 1
        return match[0] if depth <= DEEPEST else ""

    return _TAG.sub(kept, html)


def _thinned(html: str) -> str:
    """Return `html` with no attributes in tags that have very many, which lexbor compares each with each."""
    pieces, done, looked_over = [], 0, 0
    for place in range(0, len(html), TAG_CHARACTERS):
        ahead = place + TAG_CHARACTERS
        if html.find(">", place, ahead) >= 0 or html.find("<", place, ahead) >= 0:
            continue
        start, looked_over = html.rfind("<", max(done, looked_over), place), place
        match = _OPENING.match(html, start) if start >= 0 else None
        if match and len(_ATTRIBUTE.findall(match[2])) > MANY_ATTRIBUTES:
            pieces += [html[done:start], match[1], ">"]
            done = match.end()
    return "".join([*pieces, html[done:]]) if pieces else html
