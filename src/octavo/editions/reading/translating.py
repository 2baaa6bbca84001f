"""What of an article or a story can be translated for a reader: as much as everyone is shown."""

from dataclasses import dataclass

from octavo.core.plain import paragraphs
from octavo.editions.reading.article import article_page
from octavo.editions.reading.cards import ArticleCard, StoryCard
from octavo.editions.reading.citing import SentenceCite
from octavo.editions.reading.story import story_page

TEXTS_COUNT = 120
"""Paragraphs of an article; longer ones go on at the publisher's."""


@dataclass(frozen=True, slots=True)
class Original:
    """Texts in one language: a title, then paragraphs or sentences."""

    language: str
    texts: tuple[str, ...]
    cites: tuple[tuple[SentenceCite, ...], ...]
    """Of each text where it rests; empty for the title and for paragraphs."""
    article_ids: tuple[int, ...]
    """Whose text it is."""
    article: ArticleCard | None = None
    story: StoryCard | None = None


def original(kind: str, identity: int, language: str) -> Original | None:
    """Return the texts of an "article" or of a "story", as a page in `language` shows them; None for none."""
    return _article(identity, language) if kind == "article" else _story(identity, language)


def _article(identity: int, language: str) -> Original | None:
    page = article_page(identity, language)
    if page is None:
        return None
    texts = (page.card.title, *paragraphs(page.html)[:TEXTS_COUNT])
    return Original(page.card.language, texts, ((),) * len(texts), (identity,), article=page.card)


def _story(identity: int, language: str) -> Original | None:
    page = story_page(identity, language)
    if page is None:
        return None
    sentences = [one for one in page.summary if one.cites[0].article.language == page.story.language]
    texts = (page.story.headline, *(one.text for one in sentences))
    cites = ((), *(one.cites for one in sentences))
    ids = dict.fromkeys(cite.article.id for one in sentences for cite in one.cites) or {page.story.lead.id: None}
    return Original(page.story.language, texts, cites, tuple(ids), story=page.story)
