"""Stories: all coverage of one event, how it develops, and what bears on it."""

from octavo.stories.digest import sentence_for_vector
from octavo.stories.folder import Folder
from octavo.stories.lines import fold_line, line_input
from octavo.stories.refold import refold

__all__ = ["Folder", "fold_line", "line_input", "refold", "sentence_for_vector"]
