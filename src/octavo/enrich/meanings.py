"""Vectors of sentences and words, kept for as long as a page or two asks for them again."""

from collections.abc import Sequence

import numpy as np

from octavo.core.vectors import Embedder, Vectors

KEPT_COUNT = 8192
"""Texts, at two kilobytes each; making one takes some 2 ms."""

_kept: dict[tuple[str, str], Vectors] = {}


def meanings(texts: Sequence[str], embedder: Embedder) -> Vectors:
    """Return float32 (n_texts, dim), rows L2-normalised."""
    known = {text: vector for text in texts if (vector := _kept.get((embedder.name, text))) is not None}
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    made = dict(zip(missing, embedder.encode(missing), strict=True))
    if len(_kept) + len(made) > KEPT_COUNT:
        _kept.clear()
    _kept.update({(embedder.name, text): vector for text, vector in made.items()})
    known |= made
    return np.stack([known[text] for text in texts]) if texts else embedder.encode([])
