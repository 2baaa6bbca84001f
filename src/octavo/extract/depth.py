"""Pages nested a hundred thousand deep, which take parsers minutes, made shallow before they are parsed."""

import re

from octavo.extract.constants import DEEPEST, MANY_TAGS, NEVER_NESTED_TAGS

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")


def flattened(html: str) -> str:
    """Return `html` without the tags below DEEPEST; a page of ordinary size comes back as it is."""
    if html.count("<") < MANY_TAGS:
        return html
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
