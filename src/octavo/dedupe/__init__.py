"""Copies: which article's text is another's."""

from octavo.dedupe.index import CopyIndex
from octavo.dedupe.likeness import compare
from octavo.dedupe.shingles import Shingles, shingles

__all__ = ["CopyIndex", "Shingles", "compare", "shingles"]
