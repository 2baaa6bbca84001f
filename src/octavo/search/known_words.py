"""The words that articles hold, counted in the background, and how a mistyped question is spelled with them."""

from django.db import connection, transaction

from octavo.search.models import CountedArticles, IndexedArticle, KnownWord
from octavo.search.query import Query, parse_query
from octavo.search.spelling import best, is_spelled, keys

COUNT_AT_ONCE = 5000
"""Articles whose words are counted in one transaction."""

_COUNT = """
    SELECT word, ndoc
    FROM ts_stat('SELECT tokens FROM search_indexedarticle WHERE article_id > {} AND article_id <= {}')
"""
_KEEP = """
    INSERT INTO search_knownword (word, articles_count, keys) VALUES (%s, %s, %s)
    ON CONFLICT (word) DO UPDATE SET articles_count = search_knownword.articles_count + excluded.articles_count
"""


def count_words() -> bool:
    """Count the words of the oldest articles that are not counted yet; return whether there may be more."""
    with transaction.atomic():
        state, _ = CountedArticles.objects.select_for_update().get_or_create(id=1)
        ids = IndexedArticle.objects.filter(article_id__gt=state.last_id).order_by("article_id")
        fresh = list(ids.values_list("article_id", flat=True)[:COUNT_AT_ONCE])
        if fresh:
            _count_between(state.last_id, fresh[-1])
            state.last_id = fresh[-1]
            state.save()
    return len(fresh) == COUNT_AT_ONCE


def _count_between(after: int, until: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(int(after), int(until)))
        counted = [(word, count, keys(word)) for word, count in cursor.fetchall() if is_spelled(word)]
        cursor.executemany(_KEEP, sorted(counted))


def respelled(query: Query) -> Query | None:
    """Return the query with its unknown words spelled as articles spell what they likely mean; None where none are."""
    better = [(word, _known_like(term)) for word, term in _lone_words(query)]
    text = query.text
    for word, known in better:
        if known:
            text = text.replace(word, known)
    return parse_query(text) if text != query.text else None


def _lone_words(query: Query) -> list[tuple[str, str]]:
    return [
        (word, term.terms[0][0])
        for word in query.words
        if len((term := parse_query(word)).terms) == 1 and len(term.terms[0]) == 1 and is_spelled(term.terms[0][0])
    ]


def _known_like(typed: str) -> str | None:
    if KnownWord.objects.filter(word=typed).exists():
        return None
    near = KnownWord.objects.filter(keys__overlap=keys(typed))
    return best(typed, near.values_list("word", "articles_count"))
