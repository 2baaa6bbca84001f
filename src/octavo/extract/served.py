"""What addresses serve: a page, or something else under an article's address."""

from octavo.core.decode import BINARY_BYTES, is_binary
from octavo.feeds.sniff import is_data, may_be_json

NOT_A_PAGE = ("not-a-page",)
"""The reasons of what is none."""


def is_page(content: str | bytes) -> bool:
    """Tell a page, or text that may stand for one, from pictures, archives, documents, feeds and data."""
    body = content if isinstance(content, bytes) else _looked_at(content)
    return not (is_binary(body) or is_data(body))


def _looked_at(text: str) -> bytes:
    """Return the beginning of a text, which is enough but of JSON, as bytes."""
    start = text[:BINARY_BYTES].encode("utf-8", "replace")
    return text.encode("utf-8", "replace") if may_be_json(start) else start
