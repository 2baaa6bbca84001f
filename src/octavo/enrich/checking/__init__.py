"""Checks what is said against its source."""

from octavo.enrich.checking.check import SUPPORTED_BOUND, Checked, Checker

__all__ = ["SUPPORTED_BOUND", "Checked", "Checker"]
