"""Pages of names: what the news says of a person, a body or a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from octavo.config import settings
from octavo.editions.reading.cards import StoryCard, article_card, article_rows, story_cards, visible_articles
from octavo.editions.reading.citing import QuoteCard, quote_card
from octavo.editions.reading.lists import page_slice, pages_count
from octavo.enrich import EntityKind, SourceArticle
from octavo.enrich.hashtags import canonical, name_in
from octavo.enrich.models import Hashtag
from octavo.enrich.named import Named, named_in
from octavo.enrich.quotes import quotes
from octavo.enrich.verification import plain
from octavo.enrich.wikidata import wikidata_id
from octavo.extract.models import Article
from octavo.search import parse_query
from octavo.search.finding import holding

READ_COUNT = 12
"""The newest reports that are read for quotes and for who else is named."""
QUOTES_COUNT = 4
BESIDE_COUNT = 12
NAME_CHARACTERS = 100
Said = tuple[tuple[QuoteCard, ...], tuple[str, ...], str]
NOTHING: Said = ((), (), "")


@dataclass(frozen=True, slots=True)
class AboutPage:
    name: str
    page: int
    """From 1."""
    pages_count: int
    count: int
    """Stories over all pages."""
    stories: tuple[StoryCard, ...]
    """The newest first."""
    quotes: tuple[QuoteCard, ...]
    """What the bearer of the name is quoted with lately; on the first page only."""
    beside: tuple[str, ...]
    """Other names in the same reports."""
    wikidata: str
    """The item that the name stands for, as "Q884"; "" where that is not known."""


def about_page(name: str, language: str, page: int) -> AboutPage | None:
    """Return what there is about a name; None where no report names it."""
    wanted = " ".join(name.replace('"', " ").split())[:NAME_CHARACTERS]
    names = (wanted, *_elsewhere(wanted))
    naming = reduce(or_, (_naming(one) for one in names if one), Q(pk__in=()))
    rows = list(visible_articles().filter(naming).order_by("-moment", "-pk").values_list("pk", "membership__story"))
    if not rows:
        return None
    story_ids = list(dict.fromkeys(story for _, story in rows))
    stories = tuple(story_cards(story_ids[page_slice(page)], language))
    if page > 1 and not stories:
        return None
    told, beside, item = _said(names, [one for one, _ in rows[:READ_COUNT]], language) if page == 1 else NOTHING
    return AboutPage(wanted, page, pages_count(len(story_ids)), len(story_ids), stories, told, beside, item)


def _elsewhere(name: str) -> list[str]:
    """Return what a name is called in other languages, as far as stories told in several say."""
    same = Hashtag.objects.called(canonical(name)).with_same().values_list("name", flat=True)
    return sorted({name_in(one) for one in same} - {name})


def _naming(name: str) -> Q:
    return Q(pk__in=holding(parse_query(f'"{name}"'), visible_articles()), text__icontains=name)


def _said(names: Sequence[str], article_ids: list[int], language: str) -> Said:
    """Return what reports quote of one with these names, and whom else they name; nothing where `OCTAVO_AI` is off."""
    if not settings.current().ai:
        return NOTHING
    cards = {row.pk: article_card(row) for row in article_rows(visible_articles().filter(pk__in=article_ids))}
    texts = dict(Article.objects.filter(pk__in=cards).values_list("pk", "text"))
    sources = [
        SourceArticle(str(one), cards[one].title, texts[one], cards[one].language)
        for one in article_ids
        if cards[one].publisher.is_quotable and not cards[one].copy_kind
    ]
    told = [one for one in quotes(sources) if _is_among(one.speaker, names)]
    told.sort(key=lambda one: cards[int(one.article)].language != language)
    shown = tuple(quote_card(one, cards) for one in told[:QUOTES_COUNT])
    named = named_in(sources)
    others = (one.name for one in named if not _is_among(one.name, names))
    return shown, tuple(others)[:BESIDE_COUNT], _item(names[0], named, {language, *(one.language for one in sources)})


def _is_among(name: str, names: Sequence[str]) -> bool:
    return any(one.casefold() in name.casefold() for one in names)


def _item(name: str, named: Sequence[Named], languages: set[str]) -> str:
    """Return the one Wikidata item of a name, "" where its languages do not agree on one."""
    kind = next((one.kind for one in named if plain(one.name) == plain(name)), EntityKind.OTHER)
    found = {wikidata_id(name, kind, language) for language in languages} - {""}
    return found.pop() if len(found) == 1 else ""
