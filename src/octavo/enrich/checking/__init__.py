"""Checks what is said against its source."""

from octavo.enrich.checking.check import SUPPORTED_BOUND, Checked, Checker
from octavo.enrich.checking.contradictions import contradictions

__all__ = ["SUPPORTED_BOUND", "Checked", "Checker", "contradictions"]
