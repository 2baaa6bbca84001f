"""The front page of an edition."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from octavo.editions.constants import CORROBORATED_HOLDS_HOURS, CORROBORATED_PUBLISHERS
from octavo.editions.edition import Edition
from octavo.editions.facts import EditionFacts, Placed, PublisherFacts, StoryFacts
from octavo.editions.layout import lay_out
from octavo.editions.mixing import place_names, place_pattern, standing
from octavo.editions.ranking import rank
from octavo.editions.reading.cards import StoryCard, story_cards, visible_articles
from octavo.sources.models import Feed, Publisher
from octavo.stories.models import Story

STORIES_COUNT = 600
"""Newest stories that are ranked, and besides them of the corroborated ones that hold their place."""
HOLDS = timedelta(hours=CORROBORATED_HOLDS_HOURS)


@dataclass(frozen=True, slots=True)
class FrontSection:
    category: str
    stories: tuple[StoryCard, ...]
    more_count: int


@dataclass(frozen=True, slots=True)
class FrontView:
    edition: Edition
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


def front(edition: Edition, language: str, now: datetime) -> FrontView:
    """Return the front page of `edition` on pages of `language`: stories told in its languages, else all."""
    told = _languages(edition, language)
    placed = _placed(edition, told, now)
    page = lay_out(placed, edition.sections)
    cards = _cards(page.shown, told)

    def chosen(stories: tuple[Placed, ...]) -> tuple[StoryCard, ...]:
        return tuple(cards[one.story.id] for one in stories if one.story.id in cards)

    sections = (FrontSection(one.category, chosen(one.stories), one.more_count) for one in page.sections)
    return FrontView(
        edition=edition,
        lead=cards.get(page.lead.story.id) if page.lead else None,
        top=chosen(page.top),
        sections=tuple(section for section in sections if section.stories),
        is_demo=any(card.lead.publisher.is_demo for card in cards.values()),
        placed=tuple(placed),
    )


def front_order(edition: Edition, language: str, now: datetime) -> tuple[tuple[Placed, StoryCard], ...]:
    """Return the stories that a front page shows, in the order that ranking gave them, with what put each there."""
    told = _languages(edition, language)
    shown = sorted(lay_out(_placed(edition, told, now), edition.sections).shown, key=lambda one: one.position)
    cards = _cards(shown, told)
    return tuple((one, cards[one.story.id]) for one in shown if one.story.id in cards)


def plain_edition(language: str, country: str = "") -> Edition:
    """Return the edition of a language and a country alone: every publisher counts alike."""
    return Edition("", {language: ""}, (language,), country)


def _cards(placed: Sequence[Placed], languages: Sequence[str]) -> dict[str, StoryCard]:
    found = story_cards([int(one.story.id) for one in placed], languages[0], further_languages=languages[1:])
    return {str(card.id): card for card in found}


def _languages(edition: Edition, language: str) -> tuple[str, ...]:
    return edition.languages or (language,)


def _placed(edition: Edition, languages: Sequence[str], now: datetime) -> list[Placed]:
    shares = tuple(draw.share for draw in edition.draws)
    facts = EditionFacts(languages[0], edition.country, tuple(languages[1:]), shares)
    return rank(_facts(edition, languages, now) or _facts(edition, (), now), facts, now)


def _facts(edition: Edition, languages: Sequence[str], now: datetime) -> list[StoryFacts]:
    """Return what ranking sees of the newest stories with a report in `languages`, or of all newest for none.

    However many reports of single publishers are newer, corroborated stories are there as long as they hold. What only
    publishers report that do not count in the edition is left out.
    """
    members = visible_articles().filter(membership__story=OuterRef("id"))
    stories = Story.objects.filter(Exists(members.filter(language__in=languages) if languages else members))
    stories = stories.select_related("enrichment").order_by("-latest", "-id")
    holding = stories.filter(publishers_count__gte=CORROBORATED_PUBLISHERS, latest__gte=now - HOLDS)
    shown = {story.pk: story for some in (stories, holding) for story in some[:STORIES_COUNT]}
    reports = _reports(shown, edition)
    here = place_pattern(place_names(edition.country, edition.places, edition.languages), edition.languages)
    facts = (_story_facts(story, reports[story.pk], here) for story in shown.values())
    return [one for one in facts if any(publisher.weight for publisher in one.publishers)]


def _reports(story_ids: Iterable[int], edition: Edition) -> dict[int, list[_Report]]:
    """Return the reports of each story; where it has copies alone, one of each original: theirs is one text."""
    rows = visible_articles().filter(membership__story__in=list(story_ids)).order_by("id")
    facts = ("membership__story", "copy__original", "language", "publisher")
    publishers = _publishers(edition)
    own: dict[int, list[_Report]] = defaultdict(list)
    copies: dict[int, dict[int, _Report]] = defaultdict(dict)
    for story, original, language, publisher in rows.values_list(*facts):
        report = _Report(language, publishers[publisher])
        if original:
            copies[story].setdefault(original, report)
        else:
            own[story].append(report)
    return {story: list(found.values()) for story, found in copies.items()} | own


def _publishers(edition: Edition) -> dict[int, PublisherFacts]:
    """Return what every publisher is to the edition."""
    found = {}
    for identity, site, country, languages in Publisher.objects.values_list("id", "site", "country", "languages"):
        known = standing(edition, site, country, tuple(languages))
        found[identity] = PublisherFacts(str(identity), country, tuple(languages), known.weight, known.draw)
    return found


def _story_facts(story: Story, reports: Sequence[_Report], here: re.Pattern[str] | None) -> StoryFacts:
    enrichment = getattr(story, "enrichment", None)
    return StoryFacts(
        id=str(story.pk),
        latest=story.latest,
        publishers=tuple({report.publisher.id: report.publisher for report in reports}.values()),
        category=enrichment.category if enrichment else "",
        thread=str(story.thread_id),
        languages=tuple(sorted({report.language for report in reports})),
        is_here=bool(here and here.search(story.headline)),
    )


def progress() -> Progress:
    """Count the feeds that have been read at least once; the demo's do not count beside real ones."""
    active = Feed.objects.filter(state=Feed.State.ACTIVE, publisher__is_demo=False)
    return Progress(
        feeds_count=active.count(),
        read_count=active.filter(polled__isnull=False).count(),
        failing_count=active.filter(errors_count__gt=0).count(),
    )
