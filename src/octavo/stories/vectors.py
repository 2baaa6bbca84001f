"""Sentence vectors of kept articles: made once, in batches, and kept with the row."""

from collections.abc import Sequence

import numpy as np

from octavo.config.vectors import embedder
from octavo.extract.models import Article
from octavo.stories.digest import sentence_for_vector
from octavo.stories.window import fold_input

ENCODE_BATCH_COUNT = 64


def ensure_vectors(rows: Sequence[Article]) -> None:
    """Make and keep the vectors of these articles where they are missing."""
    model, missing = embedder(), [row for row in rows if not row.vector]
    if model is None or not missing:
        return
    vectors = model.encode([sentence_for_vector(fold_input(row)) for row in missing])
    for row, vector in zip(missing, vectors, strict=True):
        row.vector = vector.astype(np.float32).tobytes()
    Article.objects.bulk_update(missing, ["vector"], batch_size=ENCODE_BATCH_COUNT)
