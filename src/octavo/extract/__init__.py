"""Page to article: text, clean HTML, metadata, and a verdict on what the page is."""

from octavo.extract.page import extract, from_entry

__all__ = ["extract", "from_entry"]
