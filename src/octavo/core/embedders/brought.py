"""A model that an operator brought and Octavo has fitted, as an `Embedder`."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

import numpy as np

from octavo.core.embedders.fitting import Fit
from octavo.core.embedders.model import Model, digest, model_in
from octavo.core.errors import BadInput
from octavo.core.vectors import LocalEmbedder, Vectors

FIT_FILE = "octavo.json"
DIM = LocalEmbedder.dim
"""Of all vectors that are kept; a model's own may have fewer, since one place is what all have in common."""


class BroughtEmbedder:
    """Sentence vectors by the model in a directory that `octavo embedder` has fitted."""

    dim = DIM

    def __init__(self, directory: Path) -> None:
        """Raises BadInput where the directory was not fitted; its model is read when first used."""
        self._directory = directory
        self._digest, self._fit = _kept(directory)
        self._model: Model | None = None
        self.name = f"{directory.name}-{self._digest[:12]}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 (n_texts, 512), rows L2-normalised. Raises BadInput where the model is another than fitted."""
        if not texts:
            return np.empty((0, self.dim), dtype=np.float32)
        if self._model is None:
            if digest(self._directory) != self._digest:
                raise BadInput(f"the model in {self._directory} has changed: run octavo embedder {self._directory}")
            self._model = model_in(self._directory)
        return self._fit.fitted(self._model.encode(texts), self.dim)


@cache
def brought(directory: Path) -> BroughtEmbedder:
    """Return the process's one embedder of a directory. Raises BadInput where it was not fitted."""
    return BroughtEmbedder(directory)


def keep_fit(directory: Path, fit: Fit) -> None:
    """Keep how the model in a directory is fitted. Raises BadInput where nothing can be written there."""
    if len(fit.middle) >= DIM:
        raise BadInput(f"the model has {len(fit.middle)} dimensions, and Octavo keeps {DIM}: take one with fewer")
    try:
        text = json.dumps({"digest": digest(directory), **asdict(fit)})
        (directory / FIT_FILE).write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{directory / FIT_FILE} cannot be written: {error.strerror}") from None


def _kept(directory: Path) -> tuple[str, Fit]:
    """Return which model in a directory was fitted, and how."""
    try:
        read = json.loads((directory / FIT_FILE).read_text(encoding="utf-8"))
        return str(read["digest"]), Fit(tuple(map(float, read["middle"])), float(read["common"]))
    except (OSError, ValueError, KeyError, TypeError):
        raise BadInput(f"the model in {directory} was not fitted yet: run octavo embedder {directory}") from None
