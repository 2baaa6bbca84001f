"""Finding by meaning: the articles whose sentence vectors lie nearest to a question's, in any language."""

import numpy as np
from django.db import connection, transaction
from django.db.models import QuerySet
from pgvector.django import MaxInnerProduct

from octavo.config.vectors import embedder
from octavo.extract.models import Article
from octavo.search.constants import MEANING_COUNT, MEANING_FLOOR
from octavo.search.models import ArticleMeaning

KEEP_AT_ONCE = 200
"""Articles whose vectors are put into the index in one statement; written out, they take 20 kB each."""


def keep_meanings() -> bool:
    """Make the newest articles findable by their vectors where they are not yet; return whether there may be more."""
    waiting = Article.objects.filter(vector__isnull=False, meaning__isnull=True).order_by("-id")
    rows = waiting.values_list("id", "vector")[:KEEP_AT_ONCE]
    kept = [
        ArticleMeaning(article_id=one, vector=np.frombuffer(bytes(vector or b""), np.float32)) for one, vector in rows
    ]
    ArticleMeaning.objects.bulk_create(kept, ignore_conflicts=True)
    return len(kept) == KEEP_AT_ONCE


def nearest(question: str, articles: QuerySet[Article]) -> list[int]:
    """Return the ids of the few of `articles` that are near to `question` in meaning, nearest first."""
    model = embedder()
    if model is None or not question:
        return []
    distance = MaxInnerProduct("vector", model.encode([question])[0])
    rows = ArticleMeaning.objects.filter(article__in=articles).annotate(distance=distance).order_by("distance")
    with transaction.atomic():
        _go_on_until_found()
        found = rows.values_list("article_id", "distance")[:MEANING_COUNT]
        return [one for one, distance in found if -distance >= MEANING_FLOOR]


def _go_on_until_found() -> None:
    """Let the index look further where conditions leave too few of the nearest (pgvector's iterative scan)."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL hnsw.iterative_scan = strict_order")
