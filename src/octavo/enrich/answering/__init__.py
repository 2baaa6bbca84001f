"""Answers questions out of articles, citing the passages, or refuses."""

from octavo.enrich.answering.answer import Answer, Near, ask
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.asked_time import Present, When, asked_time
from octavo.enrich.answering.following import understood
from octavo.enrich.answering.questions import language_asked, own_words
from octavo.enrich.answering.suggesting import suggested
from octavo.enrich.periods import Period

__all__ = [
    "Answer",
    "Archive",
    "Near",
    "Period",
    "Present",
    "When",
    "ask",
    "asked_time",
    "language_asked",
    "own_words",
    "suggested",
    "understood",
]
