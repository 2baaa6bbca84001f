"""A small newspaper, written straight into the database."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.html import escape

from octavo.dedupe.models import Copy
from octavo.enrich.models import Enrichment, Hashtag, Tagging
from octavo.extract.models import Article
from octavo.search.store import index_articles
from octavo.sources.models import Publisher
from octavo.stories.models import FoldingState, Membership, RelatedStory, Story, Thread

PARAGRAPHS = (
    "The lighthouse of Port Almera was lit again on Monday after forty dark years.",
    "Volunteers rebuilt the lamp from drawings found in a kitchen drawer, the keeper Ines Marol said.",
    "Ferries will be guided by it from the first of May, the harbour office announced.",
    "Only the fog horn is still missing; a foundry in Brisk is casting it.",
)


def publisher(name: str, **facts: Any) -> Publisher:
    slug = name.lower().replace(" ", "-")
    return Publisher.objects.create(slug=slug, name=name, **{"country": "GB", "languages": ["en"], **facts})


def article(by: Publisher, title: str, paragraphs: Sequence[str] = PARAGRAPHS, **facts: Any) -> Article:
    """Keep an article at an address of its own, an hour old where not said otherwise."""
    moment = facts.pop("moment", datetime.now(UTC) - timedelta(hours=1))
    row = Article.objects.create(
        publisher=by,
        title=title,
        text="\n".join(paragraphs),
        **{
            "url": f"https://{by.slug}.example/{Article.objects.count()}",
            "html": "".join(f"<p>{escape(one)}</p>" for one in paragraphs),
            "verdict": "article",
            "language": "en",
            "published": moment,
            "first_seen": moment,
            "fetched": moment,
            "moment": moment,
            **facts,
        },
    )
    index_articles([(row.pk, row.title, row.text)])
    return row


def story(
    *articles: Article, thread: Thread | None = None, category: str = "society", tags: Sequence[str] = ()
) -> Story:
    """Fold articles into a story with a summary that cites its first."""
    first = articles[0]
    row = Story.objects.create(
        thread=thread or Thread.objects.create(),
        headline=first.title,
        began=min(one.moment for one in articles),
        latest=max(one.moment for one in articles),
        articles_count=len(articles),
        copies_count=sum(hasattr(one, "copy") for one in articles),
    )
    Membership.objects.bulk_create([Membership(article=one, story=row) for one in articles])
    sentence = first.text.partition("\n")[0]
    cite = {"article": str(first.pk), "start": 0, "end": len(sentence)}
    Enrichment.objects.create(
        story=row,
        category=category,
        summaries={"en": {"headline": first.title, "sentences": [{"text": sentence, "cites": [cite]}]}},
        input_hash="",
        made=row.latest,
    )
    for place, name in enumerate(tags):
        Tagging.objects.create(story=row, hashtag=Hashtag.objects.get_or_create(name=name)[0], position=place)
    FoldingState.objects.update_or_create(id=1, defaults={"version": Story.objects.count()})
    return row


def copy(of: Article, by: Publisher, kind: str = "near", likeness: float = 0.93) -> Article:
    """Keep a copy of an article; it is not yet in its story."""
    row = article(by, of.title, of.text.split("\n"))
    Copy.objects.create(article=row, original=of, kind=kind, likeness=likeness)
    return row


def relate(one: Story, other: Story, reason: str, *terms: str) -> None:
    RelatedStory.objects.create(story=one, other=other, score=1.0, reason=reason, terms=list(terms))
