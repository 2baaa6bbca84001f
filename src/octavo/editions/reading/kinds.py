"""A story's summary of one length and style, and what is new in it since a moment."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from octavo.config import settings
from octavo.config.vectors import embedder
from octavo.core.types import CitedSentence, Dropped
from octavo.editions.reading.cards import (
    ArticleCard,
    StoryCard,
    article_card,
    article_rows,
    story_cards,
    visible_articles,
)
from octavo.editions.reading.citing import SummarySentence
from octavo.editions.reading.story import StoryPage, cited_sentences, dropped_sentences
from octavo.enrich import SourceArticle, summarise
from octavo.enrich.developments import developments
from octavo.enrich.models import Enrichment
from octavo.enrich.store import articles_of
from octavo.enrich.writing import Kind, kept_summary
from octavo.stories.models import Story


@dataclass(frozen=True, slots=True)
class KindPage:
    story: StoryCard
    kind: Kind
    """In a language that the story's articles speak."""
    sentences: tuple[SummarySentence, ...]
    model: str
    """That worded it; "" for the reports' own words."""
    refusal: str
    """Why the model did not, where it was asked."""
    dropped: tuple[Dropped, ...]
    """Sentences that the reports do not hold."""
    since: datetime | None
    news: tuple[SummarySentence, ...]
    """What has come since that moment."""


def kind_page(story_id: int, kind: Kind, since: datetime | None = None) -> KindPage | None:
    """Return a story's summary of a kind: the model's of its present articles, else the local provider's, made now.

    None where there is no such story to be seen.
    """
    cards = story_cards([story_id], kind.language)
    if not cards:
        return None
    kind = replace(kind, language=cards[0].language)
    articles, seen = _read(story_id)
    row = kept_summary(story_id, kind)
    made_from = Enrichment.objects.filter(story=story_id).values_list("input_hash", flat=True).first()
    row = row if row and row.input_hash == made_from else None
    told = row.summary if row and row.model else asdict(summarise(articles, kind.language, kind.length))
    refusal, model = (row.refusal, row.model) if row else ("", "")
    sentences = cited_sentences({**told, "model": model}, seen)
    dropped = dropped_sentences(row.summary if row else told, seen)
    news = _news(articles, seen, kind.language, since) if since and since < cards[0].arrived else ()
    return KindPage(cards[0], kind, sentences, model, refusal, dropped, since, news)


def story_news(page: StoryPage, since: datetime | None) -> tuple[SummarySentence, ...]:
    """Return what is new on a story's page since a moment; nothing where there is none, or where `OCTAVO_AI` is off."""
    story = page.story
    if since is None or since >= story.arrived or not settings.current().ai:
        return ()
    return _news(articles_of(Story.objects.get(id=story.id)), page.articles, story.language, since)


def _read(story_id: int) -> tuple[list[SourceArticle], dict[int, ArticleCard]]:
    """Return a story's articles as they are read for summaries, and the cards of those that are to be seen."""
    rows = article_rows(visible_articles().filter(membership__story=story_id))
    return articles_of(Story.objects.get(id=story_id)), {row.pk: article_card(row) for row in rows}


def _news(
    articles: list[SourceArticle], seen: Mapping[int, ArticleCard], language: str, since: datetime
) -> tuple[SummarySentence, ...]:
    """Return sentences of the reports that arrived since a moment that none of the reports before holds."""
    moments = {str(card.id): card.arrived for card in seen.values()}
    known = [one for one in articles if one.id in moments]
    earlier = [one for one in known if moments[one.id] <= since]
    fresh = [one for one in known if moments[one.id] > since]
    found = developments(earlier, fresh, language, embedder()) if earlier and fresh else ()
    return cited_sentences({"sentences": [_stored(one) for one in found]}, seen)


def _stored(sentence: CitedSentence) -> dict[str, object]:
    return asdict(sentence)
