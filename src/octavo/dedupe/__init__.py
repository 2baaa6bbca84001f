"""Copies: which article's text is another's."""

from octavo.dedupe.index import CopyIndex
from octavo.dedupe.likeness import Likeness, Text, compare

__all__ = ["CopyIndex", "Likeness", "Text", "compare"]
