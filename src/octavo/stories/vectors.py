"""Sentence vectors of kept articles: made once, in batches, and kept with the row."""

from collections.abc import Sequence

import numpy as np

from octavo.config.vectors import embedder
from octavo.extract.models import Article

ENCODE_BATCH_COUNT = 64


def fill_vectors(rows: Sequence[Article], texts: Sequence[str]) -> None:
    """Make and keep the vectors of `rows` from their `texts`, where they are missing."""
    model = embedder()
    missing = [(row, text) for row, text in zip(rows, texts, strict=True) if not row.vector]
    if model is None or not missing:
        return
    vectors = model.encode([text for _, text in missing])
    for (row, _), vector in zip(missing, vectors, strict=True):
        row.vector = vector.astype(np.float32).tobytes()
    Article.objects.bulk_update([row for row, _ in missing], ["vector"], batch_size=ENCODE_BATCH_COUNT)
