"""The briefing of an edition, or of what one person follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from octavo.accounts.keeping import followed_by
from octavo.accounts.models import User
from octavo.accounts.state_models import Following
from octavo.editions.briefing import brief
from octavo.editions.edition import Edition
from octavo.editions.reading.cards import StoryCard, article_card, article_rows, story_cards, visible_articles
from octavo.editions.reading.citing import SummarySentence
from octavo.editions.reading.front import front_order
from octavo.editions.reading.story import summary_of
from octavo.enrich.models import Hashtag
from octavo.stories.models import Story

CANDIDATES_COUNT = 24
FRESH = timedelta(hours=36)
"""What is older is no news of this morning."""


@dataclass(frozen=True, slots=True)
class Briefed:
    """A story of a briefing."""

    story: StoryCard
    sentences: tuple[SummarySentence, ...]


@dataclass(frozen=True, slots=True)
class BriefingPage:
    language: str
    stories: tuple[Briefed, ...]
    minutes: int
    """To hear; to read takes less."""
    is_own: bool
    """Of what a person follows."""


def edition_briefing(edition: Edition, language: str, now: datetime) -> BriefingPage:
    """Return the briefing of an edition: its front page's order, in the reader's language."""
    fresh = [card for _, card in front_order(edition, language, now) if card.latest >= now - FRESH]
    return _page(fresh[:CANDIDATES_COUNT], language, is_own=False)


def own_briefing(person: User, language: str, now: datetime) -> BriefingPage:
    """Return the briefing of what a person follows: stories, hashtags and publishers, the latest first."""
    names: dict[str, list[str]] = {}
    for one in followed_by(person):
        names.setdefault(one.kind, []).append(str(one.story_id or one.name))
    followed = (
        Q(id__in=[int(one) for one in names.get(Following.Kind.STORY, ())])
        | Q(taggings__hashtag__in=Hashtag.objects.called(*names.get(Following.Kind.HASHTAG, ())).with_same())
        | Q(memberships__article__publisher__slug__in=names.get(Following.Kind.PUBLISHER, ()))
    )
    fresh = Story.objects.filter(followed, latest__gte=now - FRESH).order_by("-latest", "-id").distinct()
    ids = list(fresh.values_list("id", flat=True)[:CANDIDATES_COUNT])
    return _page(story_cards(ids, language), language, is_own=True)


def _page(cards: Sequence[StoryCard], language: str, *, is_own: bool) -> BriefingPage:
    told = [_sentences(card, language) for card in cards]
    chosen, minutes = brief([[one.text for one in sentences] for sentences in told], [card.headline for card in cards])
    stories = tuple(Briefed(cards[one.place], told[one.place][: one.sentences_count]) for one in chosen)
    return BriefingPage(language, stories, max(1, round(minutes)), is_own)


def _sentences(card: StoryCard, language: str) -> tuple[SummarySentence, ...]:
    """Return a story's sentences in the language of its card: a briefing speaks one language a story."""
    rows = article_rows(visible_articles().filter(membership__story=card.id))
    found = summary_of(card, {row.pk: article_card(row) for row in rows}, language)
    return tuple(one for one in found if all(cite.article.language == card.language for cite in one.cites))
