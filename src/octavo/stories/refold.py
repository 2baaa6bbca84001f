"""Folding a whole window again, in one canonical order: the same stories whatever order the articles come in."""

from collections.abc import Iterable

from octavo.core.types import Folded, FoldInput
from octavo.stories.constants import BLOCK_ARTICLES
from octavo.stories.folder import Folder


def refold(articles: Iterable[FoldInput], folder: Folder | None = None) -> list[Folded]:
    """Fold `articles` in order of (published, id), undated first; the result is in that order too.

    `folder` may know what was before them. Each block is looked over once it is there.
    """
    folder, ordered = folder or Folder(), sorted(articles, key=_canonical)
    blocks = [ordered[start : start + BLOCK_ARTICLES] for start in range(0, len(ordered), BLOCK_ARTICLES)]
    return folder.mended([one for block in blocks for one in folder.fold_block(block)])


def _canonical(article: FoldInput) -> tuple[float, str]:
    return (article.published.timestamp() if article.published else 0.0, article.id)
