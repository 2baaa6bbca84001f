"""Page to article: text, clean HTML, metadata, and a verdict on what the page is."""

from octavo.extract.delivered import from_entry
from octavo.extract.page import extract

__all__ = ["extract", "from_entry"]
