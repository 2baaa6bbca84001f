"""Copies: which article's text is another's."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.dedupe.codes import Text
    from octavo.dedupe.index import CopyIndex
    from octavo.dedupe.likeness import Likeness, compare

__all__ = ["CopyIndex", "Likeness", "Text", "compare"]

__getattr__ = offered(__name__, codes="Text", index="CopyIndex", likeness="Likeness compare")
