"""Copies: which article's text is another's."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.dedupe.index import CopyIndex
    from octavo.dedupe.likeness import Likeness, Text, compare

__all__ = ["CopyIndex", "Likeness", "Text", "compare"]

__getattr__ = offered(__name__, index="CopyIndex", likeness="Likeness Text compare")
