"""Stories: all coverage of one event, how it develops, and what bears on it."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.stories.digest import sentence_for_vector
    from octavo.stories.folder import Folder
    from octavo.stories.lines import fold_line, line_input

__all__ = ["Folder", "fold_line", "line_input", "sentence_for_vector"]

__getattr__ = offered(__name__, digest="sentence_for_vector", folder="Folder", lines="fold_line line_input")
