"""What enrichment sees of an article."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from octavo.core.text import tokens


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """One article of a story, as enrichment sees it."""

    id: str
    title: str
    text: str
    """Plain, one paragraph a line; the offsets of cites and entities count into it."""
    language: str = ""
    publisher: str = ""
    """Its name."""
    agency: str = ""
    authors: tuple[str, ...] = ()
    section: str = ""
    tags: tuple[str, ...] = ()
    copy_of: str = ""
    """The id of the article whose text this is; "" for one that stands by itself."""
    published: datetime | None = None
    country: str = ""
    """Its publisher's, ISO 3166."""


def independent(articles: Sequence[SourceArticle]) -> list[SourceArticle]:
    """Return the articles that are no copies, in order; each text once, a copy only where its original is absent."""
    ids = {article.id for article in articles}
    seen: set[str] = set()
    kept = []
    for article in articles:
        key = article.copy_of or " ".join(tokens(article.text or article.title))
        if article.copy_of in ids - {article.id} or key in seen:
            continue
        seen.add(key)
        kept.append(article)
    return kept
