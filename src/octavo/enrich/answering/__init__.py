"""Answers questions out of articles, citing the passages, or refuses."""

from octavo.enrich.answering.answer import Answer, Near, ask
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.questions import understood

__all__ = ["Answer", "Archive", "Near", "ask", "understood"]
