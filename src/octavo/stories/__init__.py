"""Stories: all coverage of one event, how it develops, and what bears on it."""

from octavo.stories.digest import sentence_for_vector
from octavo.stories.folder import Folder
from octavo.stories.lines import fold_line, read_line
from octavo.stories.refold import refold

__all__ = ["Folder", "fold_line", "read_line", "refold", "sentence_for_vector"]
