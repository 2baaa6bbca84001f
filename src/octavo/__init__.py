"""Octavo: publishers' feeds in, a folded newspaper out."""

__version__ = "0.1.0"
