"""Lists of stories and articles: by hashtag, category, publisher and search."""

from dataclasses import dataclass, replace

from django.db.models import QuerySet

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
from octavo.enrich import CATEGORIES
from octavo.enrich.models import Hashtag
from octavo.extract.models import Article
from octavo.search import Query, parse_query, snippet
from octavo.search.finding import find, holding
from octavo.sources.models import Publisher
from octavo.stories.models import Story

PAGE_COUNT = 20


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a search found, with the piece of its text that shows why."""

    article: ArticleCard
    pieces: tuple[tuple[str, bool], ...]
    """Joined they are a part of the text; True for those that match."""
    is_by_meaning: bool = False
    """It lacks some of the words, and is near in meaning."""


@dataclass(frozen=True, slots=True)
class ListPage:
    title: str
    """What the list is about, as shown: a hashtag without its sign, a category's slug, a publisher's name, a query."""
    page: int
    """From 1."""
    pages_count: int
    count: int
    """Over all pages."""
    stories: tuple[StoryCard, ...] = ()
    articles: tuple[ArticleCard, ...] = ()
    found: tuple[Found, ...] = ()
    publisher: PublisherCard | None = None
    home_url: str = ""
    query: Query | None = None
    same: tuple[str, ...] = ()
    """Of a hashtag, those that say the same in other languages."""


def hashtag_list(name: str, language: str, page: int) -> ListPage | None:
    """Return the stories of a hashtag, newest first; None where there is no such hashtag."""
    called = Hashtag.objects.called(name)
    if not (names := sorted(called.values_list("name", flat=True), key=lambda one: (one != name, one))):
        return None
    same = called.with_same()
    shown = _stories(names[0], Story.objects.filter(taggings__hashtag__in=same), language, page)
    others = same.exclude(name=names[0]).order_by("name").values_list("name", flat=True)
    return shown and replace(shown, same=tuple(others))


def category_list(slug: str, language: str, page: int) -> ListPage | None:
    """Return an edition's stories of a category, newest first; None where there is no such category.

    An edition without any report in its language shows all, as its front page does.
    """
    if slug not in CATEGORIES:
        return None
    stories = Story.objects.filter(enrichment__category=slug)
    if visible_articles().filter(language=language).exists():
        stories = stories.filter(memberships__article__language=language)
    return _stories(slug, stories, language, page)


def _stories(title: str, stories: QuerySet[Story], language: str, page: int) -> ListPage | None:
    shown = stories.filter(memberships__article__in=visible_articles()).distinct()
    count = shown.count()
    ids = list(shown.order_by("-latest", "-id").values_list("id", flat=True)[page_slice(page)])
    if page > 1 and not ids:
        return None
    return ListPage(title, page, pages_count(count), count, stories=tuple(story_cards(ids, language)))


def publisher_list(slug: str, page: int) -> ListPage | None:
    """Return a publisher's articles, newest first; None where there is no such publisher."""
    publisher = Publisher.objects.filter(slug=slug).first()
    if publisher is None:
        return None
    rows = visible_articles().filter(publisher=publisher)
    count = rows.count()
    articles = tuple(map(article_card, article_rows(rows).order_by("-moment", "-id")[page_slice(page)]))
    if page > 1 and not articles:
        return None
    card = publisher_card(publisher)
    return ListPage(
        publisher.name, page, pages_count(count), count, articles=articles, publisher=card, home_url=publisher.home_url
    )


def search_list(text: str, page: int, *, is_unfinished: bool = False) -> ListPage:
    """Return what a search finds among the visible articles: those that hold the words first, then near meanings."""
    findings = find(parse_query(text, is_unfinished=is_unfinished), visible_articles())
    ids = findings.by_words + findings.by_meaning
    held = set(findings.by_words)
    rows = article_rows(visible_articles().filter(id__in=ids[page_slice(page)])).in_bulk()
    texts = dict(Article.objects.filter(id__in=rows).values_list("id", "text"))
    found = tuple(
        _found(article_card(rows[one]), texts[one], findings.query, is_by_meaning=one not in held)
        for one in ids[page_slice(page)]
    )
    return ListPage(text, page, pages_count(len(ids)), len(ids), found=found, query=findings.query)


def holding_articles(words: str, count: int) -> tuple[ArticleCard, ...]:
    """Return up to `count` articles that hold all these words, best first: what is cheap to find."""
    query = parse_query(words)
    ids = [] if query.is_empty else holding(query, visible_articles())[:count]
    rows = article_rows(visible_articles().filter(id__in=ids)).in_bulk()
    return tuple(article_card(rows[one]) for one in ids)


def _found(article: ArticleCard, text: str, query: Query, *, is_by_meaning: bool) -> Found:
    return Found(article, tuple(snippet(text, query)) if article.publisher.is_quotable else (), is_by_meaning)


def page_slice(page: int) -> slice:
    """Return which of a list's rows stand on a page, from 1."""
    return slice((page - 1) * PAGE_COUNT, page * PAGE_COUNT)


def pages_count(count: int) -> int:
    """Return how many pages `count` rows take, one at least."""
    return max(1, -(-count // PAGE_COUNT))
