"""What need not be kept for ever: calls to models, texts made of articles that are gone, recordings without sound."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain, islice

from octavo.config import settings
from octavo.enrich.models import Made, ModelCall, Recording
from octavo.enrich.speech.store import is_there
from octavo.extract.models import Article

BATCH_COUNT = 1000


def forget_old(now: datetime) -> None:
    """Forget calls after their days; what was made with its articles, or as calls where it is of none; lost sounds."""
    old = now - timedelta(days=settings.current().ai_calls_days)
    ModelCall.objects.filter(made__lt=old).delete()
    Made.objects.filter(made__lt=old, article_ids=[]).delete()
    _forget_orphans()
    lost = [row.pk for row in Recording.objects.filter(made__lt=old).only("key").iterator() if not is_there(row)]
    Recording.objects.filter(pk__in=lost).delete()


def _forget_orphans() -> None:
    """Delete what was made of articles of which none is kept."""
    for batch in _batches():
        named = set(chain.from_iterable(ids for _, ids in batch))
        kept = set(Article.objects.filter(pk__in=named).values_list("pk", flat=True))
        Made.objects.filter(pk__in=[pk for pk, ids in batch if kept.isdisjoint(ids)]).delete()


def _batches() -> Iterator[list[tuple[int, list[int]]]]:
    rows = Made.objects.exclude(article_ids=[]).order_by("pk").values_list("pk", "article_ids").iterator()
    while batch := list(islice(rows, BATCH_COUNT)):
        yield batch
