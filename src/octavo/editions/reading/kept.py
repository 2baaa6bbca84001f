"""What a person keeps, as pages show it: saved, history, following."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Model, QuerySet

from octavo.accounts import keeping
from octavo.accounts.models import User
from octavo.accounts.state_models import Following, Read, Saved
from octavo.editions.reading.cards import (
    ArticleCard,
    PublisherCard,
    StoryCard,
    article_card,
    article_rows,
    publisher_card,
    story_cards,
    visible_articles,
)
from octavo.editions.reading.lists import PAGE_COUNT
from octavo.sources.models import Publisher

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One thing that a person saved or opened."""

    at: datetime
    story: StoryCard | None = None
    article: ArticleCard | None = None
    title: str = ""
    """Of what is gone, or stands elsewhere."""
    url: str = ""
    """Of a link from elsewhere."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    rows: tuple[KeptRow, ...]
    page: int
    """From 1."""
    pages_count: int
    count: int
    query: None = None


@dataclass(frozen=True, slots=True)
class FollowedStory:
    story: StoryCard
    is_new: bool
    tells: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """What a person follows, by kind."""

    stories: tuple[FollowedStory, ...]
    hashtags: tuple[Following, ...]
    publishers: tuple[tuple[Following, PublisherCard], ...]
    searches: tuple[Following, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.stories or self.hashtags or self.publishers or self.searches)


def saved_page(person: User, page: int, language: str) -> KeptPage | None:
    """Return a page of what a person saved, the latest first; None for a page that there is not."""

    def shown(rows: Sequence[Saved], cards: "_Cards") -> tuple[KeptRow, ...]:
        return tuple(
            KeptRow(
                row.changed,
                cards.stories.get(row.story_id or 0),
                cards.articles.get(row.article_id or 0),
                row.title,
                row.url,
            )
            for row in rows
        )

    return _page(keeping.saved_by(person), page, language, shown)


def history_page(person: User, page: int, language: str) -> KeptPage | None:
    """Return a page of what a person opened, the latest first; None for a page that there is not."""

    def shown(rows: Sequence[Read], cards: "_Cards") -> tuple[KeptRow, ...]:
        known = ((row, cards.stories.get(row.story_id or 0), cards.articles.get(row.article_id or 0)) for row in rows)
        return tuple(
            KeptRow(row.opened or row.changed, story, article) for row, story, article in known if story or article
        )

    return _page(keeping.history_of(person), page, language, shown)


@dataclass(frozen=True, slots=True)
class _Cards:
    stories: dict[int, StoryCard]
    articles: dict[int, ArticleCard]


def _page(
    rows: QuerySet[Row], page: int, language: str, shown: Callable[[Sequence[Row], _Cards], tuple[KeptRow, ...]]
) -> KeptPage | None:
    count = rows.count()
    found = list(rows[(page - 1) * PAGE_COUNT : page * PAGE_COUNT])
    if page > 1 and not found:
        return None
    stories = story_cards([row.story_id for row in found if row.story_id], language)  # type: ignore[attr-defined]
    ids = [row.article_id for row in found if row.article_id]  # type: ignore[attr-defined]
    articles = map(article_card, article_rows(visible_articles().filter(pk__in=ids)))
    cards = _Cards({card.id: card for card in stories}, {card.id: card for card in articles})
    return KeptPage(shown(found, cards), page, max(1, -(-count // PAGE_COUNT)), count)


def followed(person: User, language: str) -> Followed:
    """Return what a person follows; stories with the latest news first."""
    rows = list(keeping.followed_by(person))
    by_kind: dict[str, list[Following]] = {kind: [row for row in rows if row.kind == kind] for kind in Following.Kind}
    publishers = Publisher.objects.in_bulk([row.name for row in by_kind["publisher"]], field_name="slug")
    return Followed(
        stories=_followed_stories(by_kind["story"], language),
        hashtags=tuple(by_kind["hashtag"]),
        publishers=tuple(
            (row, publisher_card(publishers[row.name])) for row in by_kind["publisher"] if row.name in publishers
        ),
        searches=tuple(by_kind["search"]),
    )


def _followed_stories(rows: Sequence[Following], language: str) -> tuple[FollowedStory, ...]:
    known = {row.story_id: row for row in rows if row.story_id}
    cards = sorted(story_cards(list(known), language), key=lambda card: card.latest, reverse=True)
    return tuple(FollowedStory(card, card.latest > known[card.id].seen, known[card.id].tells) for card in cards)


def saved_paths(person: User, count: int) -> list[tuple[str, int]]:
    """Return the kind and the id of what a person saved last: what their devices keep for when there is no network."""
    rows = keeping.saved_by(person).values_list("story_id", "article_id")[:count]
    return [("story", story) if story else ("article", article) for story, article in rows if story or article]
