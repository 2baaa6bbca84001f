"""Article lines in, a story's summary out: the shapes of `octavo summarise` and `octavo ask`."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from octavo.core.lines import ArticleLine
from octavo.core.text import language_of
from octavo.core.types import Summary
from octavo.enrich.inputs import SourceArticle
from octavo.stories import Folder
from octavo.stories.lines import line_input


def stories(
    lines: Sequence[ArticleLine], language: str = "", *, fold: bool = False
) -> Iterator[tuple[str, list[SourceArticle]]]:
    """Yield the stories of these lines: all as one, or as folding parts them; copies are marked.

    The articles of a story begin with one in `language`, or in the language that most of them speak.
    """
    folder = Folder()
    folded = [folder.fold(line_input(line)) for line in lines]
    grouped: dict[str, list[SourceArticle]] = {}
    for line, found in zip(lines, folded, strict=True):
        original = found.copy.original if found.copy and found.copy.article == found.id else ""
        grouped.setdefault(found.story if fold else "", []).append(source_article(line, original))
    for story, articles in grouped.items():
        main = language or _main_language(articles)
        yield story, sorted(articles, key=lambda article: article.language != main)


def source_article(line: ArticleLine, copy_of: str = "") -> SourceArticle:
    """Return a line's article as enrichment sees it."""
    return SourceArticle(
        id=line.id,
        title=line.title,
        text=line.text,
        language=line.language or language_of(f"{line.title}\n{line.text}"),
        publisher=line.publisher,
        agency=line.agency,
        authors=line.authors,
        copy_of=copy_of,
        published=line.published,
    )


def summary_line(summary: Summary) -> dict[str, Any]:
    """Return the summary line of the contract."""
    return asdict(summary)


def _main_language(articles: Sequence[SourceArticle]) -> str:
    spoken = [article.language for article in articles]
    return max(spoken, key=spoken.count)
