"""Which articles may answer a question: those near to it in meaning, and those that say most of its rarer words."""

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from octavo.extract.models import Article
from octavo.search.constants import LIKELY_COUNT, READ_COUNT
from octavo.search.finding import any_of, matches
from octavo.search.meaning import nearest
from octavo.search.query import parse_query


def likely(question: str, articles: QuerySet[Article]) -> list[int]:
    """Return the ids of a few of `articles` that may answer `question`, the likeliest of both kinds by turns."""
    near, said = nearest(question, articles), _by_words(question, articles)
    turns = [one for pair in zip(near, said, strict=False) for one in pair]
    rest = [*near[len(said) :], *said[len(near) :]]
    return list(dict.fromkeys([*turns, *rest]))[:LIKELY_COUNT]


def _by_words(question: str, articles: QuerySet[Article]) -> list[int]:
    terms = parse_query(question).terms
    if not terms:
        return []
    wanted = any_of(terms)
    rank = RawSQL("ts_rank(search_indexedarticle.tokens, %s::tsquery)", [wanted])
    rows = articles.filter(matches(wanted)).select_related("indexed").order_by("-moment", "-id")
    newest = list(rows.annotate(rank=rank).values_list("id", "rank", "indexed__article")[:READ_COUNT])
    return [one for one, _, _ in sorted(newest, key=lambda row: -row[1])[:LIKELY_COUNT]]
