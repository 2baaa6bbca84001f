"""The frozen types that the stages hand to one another, in the order of the data's way.

Times are aware UTC `datetime`; languages are ISO 639-1 codes ("" where unknown); texts are NFC with one
paragraph a line.
"""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.core.types.arriving import Entry, MediaFile, ParsedFeed, Refusal, Request, Response
    from octavo.core.types.articles import Article, Image, Verdict
    from octavo.core.types.folding import APART, DEVELOPS, Copy, CopyKind, Folded, FoldInput, Related, Signal
    from octavo.core.types.summing import Cite, CitedSentence, Dropped, Summary

__all__ = [
    "APART",
    "DEVELOPS",
    "Article",
    "Cite",
    "CitedSentence",
    "Copy",
    "CopyKind",
    "Dropped",
    "Entry",
    "FoldInput",
    "Folded",
    "Image",
    "MediaFile",
    "ParsedFeed",
    "Refusal",
    "Related",
    "Request",
    "Response",
    "Signal",
    "Summary",
    "Verdict",
]

__getattr__ = offered(
    __name__,
    arriving="Request Response Refusal MediaFile Entry ParsedFeed",
    articles="Verdict Image Article",
    folding="APART DEVELOPS CopyKind FoldInput Signal Copy Folded Related",
    summing="Cite CitedSentence Dropped Summary",
)
