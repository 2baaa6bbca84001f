"""Finding articles: which match, and which of them first."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from octavo.enrich.models import Tagging
from octavo.extract.models import Article
from octavo.search.query import Query
from octavo.search.store import quoted

READ_COUNT = 1000
"""Newest matches that are ranked; ranking every match of a common word would be slow at the tail."""
FRESH_SHARE = 0.3
"""Of an article's score, what the newest of the matches has over the oldest."""


def find(query: Query, articles: QuerySet[Article]) -> list[int]:
    """Return the ids of up to READ_COUNT of `articles` that match, best first; none for an empty query."""
    if query.is_empty:
        return []
    rank = RawSQL("ts_rank(search_indexedarticle.tokens, %s::tsquery)", [_tsquery(query)])
    rows = _filtered(query, articles).select_related("indexed").order_by("-moment", "-id")
    newest = list(rows.annotate(rank=rank).values_list("id", "rank", "indexed__article")[:READ_COUNT])
    best = max((score for _, score, _ in newest), default=0) or 1.0

    def value(place: int) -> float:
        return float(newest[place][1]) / best - FRESH_SHARE * place / len(newest)

    return [newest[place][0] for place in sorted(range(len(newest)), key=lambda place: (-value(place), place))]


def _filtered(query: Query, articles: QuerySet[Article]) -> QuerySet[Article]:
    if wanted := _tsquery(query):
        articles = articles.filter(_matches(wanted))
    for name in query.publishers:
        articles = articles.filter(Q(publisher__slug__icontains=name) | Q(publisher__name__icontains=name))
    for name in query.hashtags:
        tagged = Tagging.objects.filter(story=OuterRef("membership__story"), hashtag__name__iexact=name)
        articles = articles.filter(Exists(tagged))
    if query.languages:
        articles = articles.filter(language__in=query.languages)
    if query.before:
        articles = articles.filter(moment__lt=query.before)
    if query.after:
        articles = articles.filter(moment__gte=query.after)
    return articles


def _matches(tsquery: str) -> Q:
    return Q(id__in=RawSQL("SELECT article_id FROM search_indexedarticle WHERE tokens @@ %s::tsquery", [tsquery]))


def _tsquery(query: Query) -> str:
    wanted = [_in_a_row(term) for term in query.terms]
    return " & ".join([*wanted, *(f"!({_in_a_row(term)})" for term in query.excluded_terms)])


def _in_a_row(term: tuple[str, ...]) -> str:
    """Return the tsquery for tokens that follow one another; a lone character of East Asia begins a longer token."""
    is_beginning = len(term) == 1 and len(term[0]) == 1 and not term[0].isascii()
    return "(" + " <-> ".join(map(quoted, term)) + (":*" if is_beginning else "") + ")"
