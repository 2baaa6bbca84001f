"""Article lines to what folding sees, and fold lines out of what it decides."""

from octavo.core.lines import ArticleLine
from octavo.core.types import Folded, FoldInput
from octavo.extract import agency


def line_input(article: ArticleLine) -> FoldInput:
    """Return what folding sees of one line's article."""
    return FoldInput(
        id=article.id,
        title=article.title,
        text=article.text,
        url=article.url,
        publisher=article.publisher,
        agency=article.agency or agency.find(article.text, agency.apart(article.authors)).agency,
        published=article.published,
        language=article.language,
    )


def fold_line(folded: Folded) -> dict[str, object]:
    """Return the fold line of one article."""
    copy = folded.copy if folded.copy and folded.copy.article == folded.id else None
    return {
        "id": folded.id,
        "story": folded.story,
        "thread": folded.thread,
        "copy_of": copy.original if copy else None,
        "copy_kind": copy.kind if copy else None,
        "likeness": copy.likeness if copy else None,
        "language": folded.language,
    }
