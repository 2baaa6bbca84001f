"""Questions put to a story, an article or everything: cited passages, or a refusal with the nearest ones."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from django.db.models import QuerySet

from octavo.core.types import CitedSentence
from octavo.core.vectors import local_embedder
from octavo.editions.reading.cards import ArticleCard, article_card, article_rows, visible_articles
from octavo.editions.reading.citing import SentenceCite, SummarySentence
from octavo.enrich.answering import Answer, Archive, ask
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.store import source_of
from octavo.extract.models import Article
from octavo.search.likely import likely
from octavo.sources.models import Publisher

ARTICLES_COUNT = 24
"""Of a story, those that are read for an answer; the newest."""
KEPT_COUNT = 500
"""Answers kept in memory, those asked for last: the same question of the same articles is answered once."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question is put to; neither for everything."""

    story: int | None = None
    article: int | None = None


@dataclass(frozen=True, slots=True)
class AskPage:
    question: str
    """"" where nothing is asked yet."""
    answered: bool
    passages: tuple[SummarySentence, ...]
    """What answers, the likeliest first; where refused, the nearest passages."""
    about: ArticleCard | None
    """The article, or the story's first, that the question is put to."""


_kept: OrderedDict[tuple[object, ...], Answer] = OrderedDict()
_lock = Lock()


def ask_page(question: str, language: str, scope: Scope) -> AskPage | None:
    """Return what the articles in `scope` answer; None where there is no such story or article to be seen."""
    rows = _scoped(scope)
    about = None
    if rows is not None:
        first = article_rows(rows).order_by("moment", "url").first()
        if first is None:
            return None
        about = article_card(first)
    if not question:
        return AskPage("", answered=False, passages=(), about=about)
    found = _read(question, rows)
    answer = _answer(question, language, list(map(source_of, found.values())))
    given = answer.sentences if answer.answered else [near.sentence for near in answer.nearest]
    return AskPage(
        question, answer.answered, _cited(given, {one: article_card(row) for one, row in found.items()}), about
    )


def _scoped(scope: Scope) -> QuerySet[Article] | None:
    """Return the articles that are asked, None for all."""
    if scope.article is not None:
        return visible_articles().filter(id=scope.article)
    if scope.story is not None:
        return visible_articles().filter(membership__story=scope.story)
    return None


def _read(question: str, rows: QuerySet[Article] | None) -> Mapping[int, Article]:
    """Return the articles that may be quoted and may answer, by id."""
    quotable = (visible_articles() if rows is None else rows).exclude(
        publisher__display_policy=Publisher.DisplayPolicy.HEADLINE
    )
    if rows is None:
        return article_rows(quotable.filter(id__in=likely(question, quotable))).defer(None).in_bulk()
    newest = list(quotable.order_by("-moment", "-id").values_list("id", flat=True)[:ARTICLES_COUNT])
    return article_rows(visible_articles().filter(id__in=newest)).defer(None).in_bulk()


def _answer(question: str, language: str, articles: Sequence[SourceArticle]) -> Answer:
    key = (question, language, *((one.id, hash(one.text)) for one in articles))
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    answer = ask(Archive(articles, local_embedder()), question)
    with _lock:
        _kept[key] = answer
        while len(_kept) > KEPT_COUNT:
            _kept.popitem(last=False)
    return answer


def _cited(sentences: Sequence[CitedSentence], cards: Mapping[int, ArticleCard]) -> tuple[SummarySentence, ...]:
    return tuple(
        SummarySentence(
            one.text, tuple(SentenceCite(cards[int(cite.article)], cite.start, cite.end) for cite in one.cites)
        )
        for one in sentences
    )
