"""The front page of an edition."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from octavo.editions.facts import EditionFacts, Placed, PublisherFacts, StoryFacts
from octavo.editions.layout import lay_out
from octavo.editions.ranking import rank
from octavo.editions.reading.cards import StoryCard, story_cards, visible_articles
from octavo.enrich.models import Enrichment
from octavo.extract.models import Article
from octavo.sources.models import Feed, Publisher

STORIES_COUNT = 600
"""Newest stories that are ranked."""


@dataclass(frozen=True, slots=True)
class FrontSection:
    category: str
    stories: tuple[StoryCard, ...]
    more_count: int


@dataclass(frozen=True, slots=True)
class FrontView:
    language: str
    lead: StoryCard | None
    top: tuple[StoryCard, ...]
    sections: tuple[FrontSection, ...]
    is_demo: bool
    placed: tuple[Placed, ...]
    """Every ranked story with the reasons for its position."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the first reading of the feeds has come."""

    feeds_count: int
    read_count: int
    failing_count: int

    @property
    def is_reading(self) -> bool:
        return self.read_count < self.feeds_count


def front(language: str, now: datetime, country: str = "") -> FrontView:
    """Return the front page for `language`: stories with coverage in it, or all where none has."""
    facts = _facts(language) or _facts("")
    placed = rank(facts, EditionFacts(language, country), now)
    page = lay_out(placed)
    shown = [*filter(None, [page.lead]), *page.top, *(one for section in page.sections for one in section.stories)]
    cards = {str(card.id): card for card in story_cards([int(one.story.id) for one in shown], language)}

    def chosen(stories: tuple[Placed, ...]) -> tuple[StoryCard, ...]:
        return tuple(cards[one.story.id] for one in stories if one.story.id in cards)

    sections = (FrontSection(one.category, chosen(one.stories), one.more_count) for one in page.sections)
    return FrontView(
        language=language,
        lead=cards.get(page.lead.story.id) if page.lead else None,
        top=chosen(page.top),
        sections=tuple(section for section in sections if section.stories),
        is_demo=any(card.lead.publisher.is_demo for card in cards.values()),
        placed=tuple(placed),
    )


def _facts(language: str) -> list[StoryFacts]:
    rows = visible_articles()
    if language:
        rows = rows.filter(membership__story__memberships__article__language=language).distinct()
    newest = rows.order_by("-membership__story__latest").values_list("membership__story", flat=True)
    ids = list(dict.fromkeys(newest[: STORIES_COUNT * 8]))[:STORIES_COUNT]
    members: dict[int, list[Article]] = defaultdict(list)
    articles = visible_articles().filter(membership__story__in=ids).select_related("publisher", "membership__story")
    for row in articles.only("language", "publisher", "membership__story", "membership__article").order_by("id"):
        members[row.membership.story_id].append(row)
    categories = dict(Enrichment.objects.filter(story__in=ids).values_list("story_id", "category"))
    copies = set(Article.objects.filter(membership__story__in=ids, copy__isnull=False).values_list("id", flat=True))
    return [_story_facts(members[story], copies, categories.get(story, "")) for story in ids if members[story]]


def _story_facts(rows: list[Article], copies: set[int], category: str) -> StoryFacts:
    story = rows[0].membership.story
    own = [row for row in rows if row.pk not in copies] or rows
    publishers = {row.publisher_id: row.publisher for row in own}
    return StoryFacts(
        id=str(story.pk),
        latest=story.latest,
        publishers=tuple(_publisher_facts(publisher) for publisher in publishers.values()),
        category=category,
        thread=str(story.thread_id),
        languages=tuple(sorted({row.language for row in own})),
    )


def _publisher_facts(row: Publisher) -> PublisherFacts:
    return PublisherFacts(str(row.pk), row.country, tuple(row.languages))


def progress() -> Progress:
    """Count the feeds that have been read at least once; the demo's do not count beside real ones."""
    active = Feed.objects.filter(state=Feed.State.ACTIVE, publisher__is_demo=False)
    return Progress(
        feeds_count=active.count(),
        read_count=active.filter(polled__isnull=False).count(),
        failing_count=active.filter(errors_count__gt=0).count(),
    )
