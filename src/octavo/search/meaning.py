"""Finding by meaning: the articles whose sentence vectors lie nearest to a question's, in any language."""

from collections.abc import Sequence

import numpy as np
from django.db import connection, transaction
from django.db.models import Q, QuerySet
from pgvector.django import MaxInnerProduct

from octavo.config.vectors import embedder
from octavo.extract.models import Article
from octavo.search.constants import MEANING_COUNT, MEANING_FLOOR
from octavo.search.models import ArticleMeaning

KEEP_AT_ONCE = 200
"""Articles whose vectors are put into the index in one statement; written out, they take 20 kB each."""


def keep_meanings() -> bool:
    """Make the newest articles findable by their vectors where they are not yet; return whether there may be more.

    Those of stories get the vectors that they lack: where the house took up another model, or had none.
    """
    has_vector = Q(vector__isnull=False)
    findable = has_vector | Q(membership__isnull=False) if embedder() else has_vector
    waiting = Article.objects.filter(findable, meaning__isnull=True).order_by("-id")
    vectors = dict(waiting.values_list("id", "vector")[:KEEP_AT_ONCE])
    vectors |= _made([one for one, vector in vectors.items() if vector is None])
    kept = [
        ArticleMeaning(article_id=one, vector=np.frombuffer(bytes(vector or b""), np.float32))
        for one, vector in vectors.items()
    ]
    ArticleMeaning.objects.bulk_create(kept, ignore_conflicts=True)
    return len(kept) == KEEP_AT_ONCE


def _made(article_ids: Sequence[int]) -> dict[int, bytes | memoryview | None]:
    """Make and keep the vectors of articles that have none; return them."""
    if not article_ids:
        return {}
    from octavo.stories.vectors import ensure_vectors

    rows = list(Article.objects.filter(id__in=article_ids).select_related("publisher"))
    ensure_vectors(rows)
    return {row.pk: row.vector for row in rows}


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
