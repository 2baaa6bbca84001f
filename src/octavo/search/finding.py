"""Finding articles: which hold a question's words, which are near to it in meaning, and which of them first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from octavo.enrich.models import Hashtag, Tagging
from octavo.extract.models import Article
from octavo.search.constants import FRESH_SHARE, READ_COUNT
from octavo.search.fusing import fuse
from octavo.search.known_words import respelled
from octavo.search.meaning import nearest
from octavo.search.query import Query
from octavo.search.store import quoted


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search found."""

    query: Query
    """As it was answered: respelled where the words as typed are in no article."""
    by_words: tuple[int, ...] = ()
    """Ids of articles that hold everything asked for, best first."""
    by_meaning: tuple[int, ...] = ()
    """Ids of further articles that are near in meaning, nearest first."""


def find(query: Query, articles: QuerySet[Article]) -> Findings:
    """Return those of `articles` that answer `query`; none for an empty one."""
    if query.is_empty:
        return Findings(query)
    query, by_words = _by_words_or_respelled(query, articles)
    near = nearest(" ".join(query.words + query.phrases), _within(query, articles))
    held, further = fuse(by_words, near)
    return Findings(query, tuple(held), () if query.phrases else _without_excluded(query, further))


def _by_words_or_respelled(query: Query, articles: QuerySet[Article]) -> tuple[Query, list[int]]:
    found = holding(query, articles)
    better = None if found else respelled(query)
    found_better = holding(better, articles) if better else []
    return (better, found_better) if better and found_better else (query, found)


def holding(query: Query, articles: QuerySet[Article]) -> list[int]:
    """Return the ids of those that hold everything asked for, best first; neither respelled nor by meaning."""
    wanted = _tsquery(query)
    rows = _within(query, articles)
    if wanted:
        rows = rows.filter(matches(wanted))
    rank = RawSQL("ts_rank(search_indexedarticle.tokens, %s::tsquery)", [wanted])
    rows = rows.select_related("indexed").order_by("-moment", "-id")
    newest = list(rows.annotate(rank=rank).values_list("id", "rank", "indexed__article")[:READ_COUNT])
    best = max((score for _, score, _ in newest), default=0) or 1.0

    def value(place: int) -> float:
        return float(newest[place][1]) / best - FRESH_SHARE * place / len(newest)

    return [newest[place][0] for place in sorted(range(len(newest)), key=lambda place: (-value(place), place))]


def _within(query: Query, articles: QuerySet[Article]) -> QuerySet[Article]:
    """Return those of `articles` that the query allows, whatever words they hold."""
    for name in query.publishers:
        articles = articles.filter(Q(publisher__slug__icontains=name) | Q(publisher__name__icontains=name))
    for name in query.hashtags:
        same = Hashtag.objects.called(name).with_same()
        tagged = Tagging.objects.filter(story=OuterRef("membership__story"), hashtag__in=same)
        articles = articles.filter(Exists(tagged))
    if query.languages:
        articles = articles.filter(language__in=query.languages)
    if query.before:
        articles = articles.filter(moment__lt=query.before)
    if query.after:
        articles = articles.filter(moment__gte=query.after)
    return articles


def _without_excluded(query: Query, ids: list[int]) -> tuple[int, ...]:
    if not query.excluded_terms:
        return tuple(ids)
    holding = Article.objects.filter(matches(any_of(query.excluded_terms)), id__in=ids)
    excluded = set(holding.values_list("id", flat=True))
    return tuple(one for one in ids if one not in excluded)


def matches(tsquery: str) -> Q:
    """Return the condition that an article's tokens match."""
    return Q(id__in=RawSQL("SELECT article_id FROM search_indexedarticle WHERE tokens @@ %s::tsquery", [tsquery]))


def any_of(terms: Iterable[tuple[str, ...]]) -> str:
    """Return the tsquery that any of these terms matches."""
    return " | ".join(map(_in_a_row, terms))


def all_of(terms: Iterable[tuple[str, ...]]) -> str:
    """Return the tsquery that all of these terms match."""
    return " & ".join(map(_in_a_row, terms))


def _tsquery(query: Query) -> str:
    wanted = [_in_a_row(term, is_beginning=term == query.beginning) for term in query.terms]
    return " & ".join([*wanted, *(f"!({_in_a_row(term)})" for term in query.excluded_terms)])


def _in_a_row(term: tuple[str, ...], *, is_beginning: bool = False) -> str:
    """Return the tsquery for tokens that follow one another; a lone character of East Asia begins a longer token."""
    is_lone = len(term) == 1 and len(term[0]) == 1 and not term[0].isascii()
    return "(" + " <-> ".join(map(quoted, term)) + (":*" if is_lone or is_beginning else "") + ")"
