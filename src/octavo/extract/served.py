"""What addresses serve: a page, or something else under an article's address."""

from octavo.core.decode import is_binary
from octavo.feeds.sniff import is_data


def is_page(content: str | bytes) -> bool:
    """Tell a page, or text that may stand for one, from pictures, archives, documents, feeds and data."""
    body = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    return not (is_binary(body) or is_data(body))
