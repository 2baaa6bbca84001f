"""Page to article: text, clean HTML, metadata, and a verdict on what the page is."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.extract.bounded import Extractor
    from octavo.extract.delivered import AWAITED, TEXT_FROM_FEED, at_once, from_entry
    from octavo.extract.page import extract
    from octavo.extract.served import NOT_A_PAGE, is_page

__all__ = ["AWAITED", "NOT_A_PAGE", "TEXT_FROM_FEED", "Extractor", "at_once", "extract", "from_entry", "is_page"]

__getattr__ = offered(
    __name__,
    bounded="Extractor",
    delivered="AWAITED TEXT_FROM_FEED at_once from_entry",
    page="extract",
    served="NOT_A_PAGE is_page",
)
