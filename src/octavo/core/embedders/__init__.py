"""Models of sentence vectors that an operator brings, beside the one that Octavo carries."""

from octavo.core.embedders.brought import BroughtEmbedder, brought, keep_fit
from octavo.core.embedders.fitting import Fit, fitted, told_apart
from octavo.core.embedders.model import model_in

__all__ = ["BroughtEmbedder", "Fit", "brought", "fitted", "keep_fit", "model_in", "told_apart"]
