"""Folding a whole window again, in one canonical order: the same stories whatever order the articles come in."""

from collections.abc import Iterable

from octavo.core.types import Folded, FoldInput
from octavo.stories.folder import Folder


def refold(articles: Iterable[FoldInput], folder: Folder | None = None) -> list[Folded]:
    """Fold `articles` in order of (published, id), undated first; the result is in that order too.

    `folder` may know what was before them.
    """
    folder = folder or Folder()
    return folder.mended(list(folder.fold_all(sorted(articles, key=_canonical))))


def _canonical(article: FoldInput) -> tuple[float, str]:
    return (article.published.timestamp() if article.published else 0.0, article.id)
