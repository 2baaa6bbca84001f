"""The front page of an edition."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from octavo.editions.facts import EditionFacts, Placed, PublisherFacts, StoryFacts
from octavo.editions.layout import lay_out
from octavo.editions.ranking import rank
from octavo.editions.reading.cards import StoryCard, story_cards, visible_articles
from octavo.sources.models import Feed
from octavo.stories.models import Story

STORIES_COUNT = 600
"""Newest stories that are ranked."""
EXPLAINED_COUNT = 40
"""Positions that are explained on request: lead, top, and the sections' first."""


@dataclass(frozen=True, slots=True)
class FrontSection:
    category: str
    stories: tuple[StoryCard, ...]
    more_count: int


@dataclass(frozen=True, slots=True)
class FrontView:
    language: str
    country: str
    """ISO 3166-1 alpha-2, upper case; "" for an edition of a language alone."""
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


class _Report(NamedTuple):
    language: str
    publisher: PublisherFacts


def front(language: str, now: datetime, country: str = "") -> FrontView:
    """Return the front page for `language`: stories with coverage in it, or all where none has."""
    placed = _placed(language, now, country)
    page = lay_out(placed)
    shown = [*filter(None, [page.lead]), *page.top, *(one for section in page.sections for one in section.stories)]
    cards = {str(card.id): card for card in story_cards([int(one.story.id) for one in shown], language)}

    def chosen(stories: tuple[Placed, ...]) -> tuple[StoryCard, ...]:
        return tuple(cards[one.story.id] for one in stories if one.story.id in cards)

    sections = (FrontSection(one.category, chosen(one.stories), one.more_count) for one in page.sections)
    return FrontView(
        language=language,
        country=country,
        lead=cards.get(page.lead.story.id) if page.lead else None,
        top=chosen(page.top),
        sections=tuple(section for section in sections if section.stories),
        is_demo=any(card.lead.publisher.is_demo for card in cards.values()),
        placed=tuple(placed),
    )


def front_order(language: str, now: datetime, country: str = "") -> tuple[tuple[Placed, StoryCard], ...]:
    """Return the first stories of a front page in their order, with what put each there."""
    placed = _placed(language, now, country)[:EXPLAINED_COUNT]
    cards = {str(card.id): card for card in story_cards([int(one.story.id) for one in placed], language)}
    return tuple((one, cards[one.story.id]) for one in placed if one.story.id in cards)


def _placed(language: str, now: datetime, country: str) -> list[Placed]:
    return rank(_facts(language) or _facts(""), EditionFacts(language, country), now)


def _facts(language: str) -> list[StoryFacts]:
    """Return what ranking sees of the newest stories with a report in `language`, or of all newest for ""."""
    members = visible_articles().filter(membership__story=OuterRef("id"))
    stories = Story.objects.filter(Exists(members.filter(language=language) if language else members))
    newest = stories.select_related("enrichment").order_by("-latest", "-id")[:STORIES_COUNT]
    shown = {story.pk: story for story in newest}
    reports = _reports(shown)
    return [_story_facts(story, reports[story.pk]) for story in shown.values()]


def _reports(story_ids: Iterable[int]) -> dict[int, list[_Report]]:
    """Return the reports of each story; its copies only where it has nothing else."""
    rows = visible_articles().filter(membership__story__in=list(story_ids)).order_by("id")
    facts = ("membership__story", "copy", "language", "publisher", "publisher__country", "publisher__languages")
    own: dict[int, list[_Report]] = defaultdict(list)
    copies: dict[int, list[_Report]] = defaultdict(list)
    for story, copy, language, publisher, country, languages in rows.values_list(*facts):
        report = _Report(language, PublisherFacts(str(publisher), country, tuple(languages)))
        (copies if copy else own)[story].append(report)
    return copies | own


def _story_facts(story: Story, reports: Sequence[_Report]) -> StoryFacts:
    enrichment = getattr(story, "enrichment", None)
    return StoryFacts(
        id=str(story.pk),
        latest=story.latest,
        publishers=tuple({report.publisher.id: report.publisher for report in reports}.values()),
        category=enrichment.category if enrichment else "",
        thread=str(story.thread_id),
        languages=tuple(sorted({report.language for report in reports})),
    )


def progress() -> Progress:
    """Count the feeds that have been read at least once; the demo's do not count beside real ones."""
    active = Feed.objects.filter(state=Feed.State.ACTIVE, publisher__is_demo=False)
    return Progress(
        feeds_count=active.count(),
        read_count=active.filter(polled__isnull=False).count(),
        failing_count=active.filter(errors_count__gt=0).count(),
    )
