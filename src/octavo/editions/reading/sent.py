"""What was sent to a language model, as its page and the terminal list it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from octavo.accounts.models import User
from octavo.editions.reading.cards import ArticleCard, article_card, article_rows, visible_articles
from octavo.enrich.models import ModelCall

PAGE_COUNT = 50
ARTICLES_COUNT = 12
"""Of a call, those that are named."""


@dataclass(frozen=True, slots=True)
class SentCall:
    purpose: str
    host: str
    model: str
    prompt_version: str
    articles: tuple[ArticleCard, ...]
    articles_count: int
    characters_count: int
    tokens_in: int
    tokens_out: int
    milliseconds: int
    outcome: str
    is_own: bool
    """Asked by the person who looks."""
    made: datetime


@dataclass(frozen=True, slots=True)
class SentPage:
    calls: tuple[SentCall, ...]
    page: int
    pages_count: int
    query: str = ""


def listing(person: User | None, page: int = 1) -> SentPage:
    """Return the house's own calls and the person's, the latest first; those of others are theirs."""
    shown = Q(person__isnull=True) | (Q(person=person) if person else Q(pk__in=()))
    rows = ModelCall.objects.filter(shown).order_by("-made", "-pk")
    count = rows.count()
    found = list(rows[(page - 1) * PAGE_COUNT : page * PAGE_COUNT])
    cards = _cards(found)
    return SentPage(tuple(_call(row, cards) for row in found), page, max(1, -(-count // PAGE_COUNT)))


def _cards(rows: list[ModelCall]) -> Mapping[int, ArticleCard]:
    ids = {one for row in rows for one in row.article_ids[:ARTICLES_COUNT]}
    return {row.pk: article_card(row) for row in article_rows(visible_articles().filter(id__in=ids))}


def _call(row: ModelCall, cards: Mapping[int, ArticleCard]) -> SentCall:
    return SentCall(
        purpose=row.purpose,
        host=row.host,
        model=row.model,
        prompt_version=row.prompt_version,
        articles=tuple(cards[one] for one in row.article_ids[:ARTICLES_COUNT] if one in cards),
        articles_count=len(row.article_ids),
        characters_count=row.characters_count,
        tokens_in=row.tokens_in,
        tokens_out=row.tokens_out,
        milliseconds=row.milliseconds,
        outcome=row.outcome,
        is_own=row.person_id is not None,
        made=row.made,
    )
