"""Answers questions out of articles, citing the passages, or refuses."""

from octavo.enrich.answering.answer import Answer, Near, ask
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.following import understood
from octavo.enrich.answering.questions import language_asked
from octavo.enrich.answering.suggesting import suggested

__all__ = ["Answer", "Archive", "Near", "ask", "language_asked", "suggested", "understood"]
