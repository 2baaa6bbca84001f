"""Which articles may answer a question: those near to it in meaning, and those that say most of its rarer words.

Of a question of a time, or of the newest, those of that time and the newest before the others.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from octavo.core.clock import shifted
from octavo.enrich.answering import Period, Present, When
from octavo.extract.models import Article
from octavo.search.constants import LIKELY_COUNT, READ_COUNT, TOLD_AFTER_DAYS
from octavo.search.finding import all_of, any_of, matches
from octavo.search.meaning import nearest
from octavo.search.query import parse_query


def likely(question: str, articles: QuerySet[Article]) -> list[int]:
    """Return the ids of a few of `articles` that may answer `question`, the likeliest of both kinds by turns."""
    return _by_turns(nearest(question, articles), _by_words(question, articles))


def likely_then(when: When, topic: str, present: Present, articles: QuerySet[Article]) -> list[int]:
    """Return the same of a question that asks of a time or for news; `topic` is what it asks of, "" for anything."""
    then = articles.filter(told_of(when.periods, present)) if when.periods else articles
    if not when.is_news:
        found = likely(when.rest, then)
    elif topic:
        found = _by_turns(_newest(topic, then), nearest(topic, then), _by_words(topic, then))
    else:
        found = _newest("", then)
    return list(dict.fromkeys([*found, *likely(topic or when.rest, articles)]))[:LIKELY_COUNT]


def told_of(periods: Sequence[Period], present: Present) -> Q:
    """Return the condition that an article may tell of one of these spans: it came within it or soon after.

    What is still to come may have been told at any time.
    """
    told = Q()
    for one in periods:
        first, after = (datetime.combine(day, time(), present.zone).astimezone(UTC) for day in (one.first, one.last))
        came = Q(moment__gte=first, moment__lt=shifted(after, timedelta(days=1 + TOLD_AFTER_DAYS)))
        told |= came if one.first <= present.day else Q(moment__isnull=False)
    return told


def _by_turns(*lists: Sequence[int]) -> list[int]:
    longest = max(map(len, lists))
    turns = (found[at] for at in range(longest) for found in lists if at < len(found))
    return list(dict.fromkeys(turns))[:LIKELY_COUNT]


def _newest(topic: str, articles: QuerySet[Article]) -> list[int]:
    """Return the newest articles that say all of a topic."""
    terms = parse_query(topic).terms
    told = articles.filter(matches(all_of(terms))) if terms else articles
    return list(told.order_by("-moment", "-id").values_list("id", flat=True)[:LIKELY_COUNT])


def _by_words(question: str, articles: QuerySet[Article]) -> list[int]:
    terms = parse_query(question).terms
    if not terms:
        return []
    wanted = any_of(terms)
    rank = RawSQL("ts_rank(search_indexedarticle.tokens, %s::tsquery)", [wanted])
    rows = articles.filter(matches(wanted)).select_related("indexed").order_by("-moment", "-id")
    newest = list(rows.annotate(rank=rank).values_list("id", "rank", "indexed__article")[:READ_COUNT])
    return [one for one, _, _ in sorted(newest, key=lambda row: -row[1])[:LIKELY_COUNT]]
