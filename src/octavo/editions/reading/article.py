"""Article pages."""

import re
from dataclasses import dataclass
from datetime import datetime

from octavo.community.reading import DiscussionCard, discussion_card
from octavo.core.clock import utc_now
from octavo.editions.reading.cards import (
    ArticleCard,
    StoryCard,
    article_card,
    article_rows,
    story_cards,
    visible_articles,
)
from octavo.editions.reading.citing import SummarySentence
from octavo.editions.reading.provenance import Provenance, provenance, root_of
from octavo.editions.reading.story import (
    RelatedCard,
    originals_of,
    related_cards,
    summary_of,
)
from octavo.extract import TEXT_FROM_FEED
from octavo.extract.models import Article
from octavo.sources.models import Publisher

EXCERPT_PARAGRAPHS_COUNT = 2
WORDS_PER_MINUTE = 220
DENSE_CHARACTERS_PER_MINUTE = 500
"""Of Korean, Japanese and Chinese, whose readers take in characters rather than words."""
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
DATELINE_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class ArticlePage:
    card: ArticleCard
    html: str
    """Sanitised; cut to the lead, or empty, as the publisher's display policy wants."""
    is_whole: bool
    """Whether `html` is all of the article."""
    authors: tuple[str, ...]
    dateline: str
    """Where it was written; "" where the text itself begins with it."""
    published: datetime | None
    updated: datetime | None
    is_from_feed: bool
    """The page could not be read: the text is what the feed gave."""
    minutes: int
    """Reading time of the whole text."""
    text: str
    """What citations count into."""
    story: StoryCard
    original: ArticleCard | None
    """Of which this article is a copy."""
    copies: tuple[ArticleCard, ...]
    provenance: Provenance | None
    """Of the text that it shares with others; None where it shares it with none."""
    coverage: tuple[ArticleCard, ...]
    """Other reports of the same story that are no copies."""
    summary: tuple[SummarySentence, ...]
    related: tuple[RelatedCard, ...]
    discussion: DiscussionCard | None
    """None where the house has no comments."""


def article_page(article_id: int, language: str) -> ArticlePage | None:
    """Return an article's page, None where there is no such article to be seen."""
    rows = visible_articles().select_related("publisher", "copy", "membership")
    row = rows.filter(id=article_id).first()
    if row is None:
        return None
    story_id = row.membership.story_id
    members = article_rows(visible_articles().filter(membership__story=story_id)).order_by("moment", "url")
    cards = {member.pk: article_card(member) for member in members}
    originals = originals_of(members)
    root = root_of(row.pk, originals)
    family = tuple(cards[one] for one in cards if one != root and root_of(one, originals) == root)
    html = _shown_html(row)
    (story,) = story_cards([story_id], language)
    return ArticlePage(
        card=cards[row.pk],
        html=html,
        is_whole=html == row.html,
        authors=tuple(name for name in row.authors if name.casefold() != row.publisher.name.casefold()),
        dateline="" if row.dateline in row.text[:DATELINE_CHARACTERS] else row.dateline,
        published=row.published,
        updated=row.updated,
        is_from_feed=row.fetched is None and TEXT_FROM_FEED not in row.reasons,
        minutes=reading_minutes(row.text),
        text=row.text,
        story=story,
        original=cards[root] if root != row.pk else None,
        copies=family if root == row.pk else (),
        provenance=provenance(cards[root], family),
        coverage=tuple(card for card in cards.values() if not card.copy_kind and card.id != row.pk),
        summary=summary_of(story, cards, language),
        related=related_cards(story_id, language),
        discussion=discussion_card(story_id, utc_now()),
    )


def reading_minutes(text: str) -> int:
    """Return how long a text takes to read, one minute at least."""
    dense_count = len(_DENSE.findall(text))
    words_count = len(_DENSE.sub("", text).split())
    return max(1, round(words_count / WORDS_PER_MINUTE + dense_count / DENSE_CHARACTERS_PER_MINUTE))


def shown_paragraphs_count(row: Article) -> int | None:
    """Return how many of its paragraphs an article's publisher lets everyone see; None for all."""
    policy = row.publisher.display_policy
    if row.publisher.is_demo or policy == Publisher.DisplayPolicy.FULL:
        return None
    return 0 if policy == Publisher.DisplayPolicy.HEADLINE else EXCERPT_PARAGRAPHS_COUNT


def _shown_html(row: Article) -> str:
    count = shown_paragraphs_count(row)
    if count is None:
        return row.html
    end = 0
    for _ in range(count):
        found = row.html.find("</p>", end)
        end = found + len("</p>") if found >= 0 else end
    return row.html[:end] or (row.html if count else "")
