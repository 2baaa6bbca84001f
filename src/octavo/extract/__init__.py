"""Page to article: text, clean HTML, metadata, and a verdict on what the page is."""

from octavo.extract.delivered import AWAITED, TEXT_FROM_FEED, at_once, from_entry
from octavo.extract.page import extract

__all__ = ["AWAITED", "TEXT_FROM_FEED", "at_once", "extract", "from_entry"]
