"""Enrichment in the database: headline, hashtags, category and summary of stories."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

import xxhash
from django.db.models import Q

from octavo.config import settings
from octavo.core.types import Summary
from octavo.enrich import SourceArticle, category, summarise
from octavo.enrich.hashtags import hashtags_by_language, same_across
from octavo.enrich.models import Enrichment, Hashtag, Tagging
from octavo.extract.models import Article
from octavo.stories.models import Story

ARTICLES_COUNT = 40
"""Of a story, the newest that are read for its enrichment."""

LANGUAGES_COUNT = 8
"""Of a story's articles, in which it is summarised."""


def enrich(story_ids: Sequence[int], now: datetime) -> None:
    """Enrich these stories where their articles have changed since the last time."""
    done = dict(Enrichment.objects.filter(story_id__in=story_ids).values_list("story_id", "input_hash"))
    for story in Story.objects.filter(id__in=story_ids).order_by("id"):
        articles = articles_of(story)
        if articles and done.get(story.pk) != (digest := _digest(articles)):
            _enrich(story, articles, digest, now)


def articles_of(story: Story) -> list[SourceArticle]:
    """Return a story's articles as enrichment reads them, the earliest first."""
    rows = Article.objects.filter(membership__story=story).select_related("publisher", "copy")
    return [source_of(row) for row in reversed(rows.order_by("-moment", "-url")[:ARTICLES_COUNT])]


def source_of(row: Article) -> SourceArticle:
    """Return an article as enrichment reads it."""
    copy = getattr(row, "copy", None)
    return SourceArticle(
        id=str(row.pk),
        title=row.title,
        text=row.text,
        language=row.language,
        publisher=row.publisher.name,
        agency=row.agency,
        authors=tuple(row.authors),
        section=row.section,
        tags=tuple(row.tags),
        copy_of=str(copy.original_id) if copy else "",
        published=row.published,
    )


def _digest(articles: Iterable[SourceArticle]) -> str:
    seen = [f"ai={settings.current().ai}", *map(repr, articles)]
    return xxhash.xxh3_128_hexdigest("\x1e".join(seen).encode("utf-8", "surrogatepass"))


def _enrich(story: Story, articles: Sequence[SourceArticle], digest: str, now: datetime) -> None:
    first = articles[0]
    summaries = _summaries(articles) if settings.current().ai else {}
    story.headline = (summaries[first.language].headline if summaries else "") or first.title
    story.save(update_fields=["headline"])
    _tag(story, hashtags_by_language(articles))
    Enrichment.objects.update_or_create(
        story=story,
        defaults={
            "category": category(first.title, first.text, first.section, first.tags, first.language),
            "summaries": {language: asdict(summary) for language, summary in summaries.items()},
            "input_hash": digest,
            "made": now,
        },
    )


def _summaries(articles: Sequence[SourceArticle]) -> dict[str, Summary]:
    languages = list(dict.fromkeys(article.language for article in articles))[:LANGUAGES_COUNT]
    return {language: summarise(articles, language) for language in languages}


def _tag(story: Story, hashtags: Mapping[str, Sequence[str]]) -> None:
    told = [(language, name[:80]) for language, names in hashtags.items() for name in names]
    distinct = {name for _, name in told}
    Hashtag.objects.bulk_create([Hashtag(name=name) for name in sorted(distinct)], ignore_conflicts=True)
    ids = dict(Hashtag.objects.filter(name__in=distinct).values_list("name", "id"))
    Tagging.objects.filter(story=story).delete()
    Tagging.objects.bulk_create(
        Tagging(story=story, language=language, hashtag_id=ids[name], position=place)
        for place, (language, name) in enumerate(told)
    )
    for one, other in same_across(hashtags):
        _note_same(ids[one[:80]], ids[other[:80]])


def _note_same(one: int, other: int) -> None:
    """Note that two hashtags, and all that say the same as either, are one in several languages."""
    both = Hashtag.objects.filter(pk__in=(one, other)).values_list("pk", "same_as")
    first, *others = sorted({same or own for own, same in both})
    Hashtag.objects.filter(Q(pk__in=others) | Q(same_as__in=others)).update(same_as=first)
