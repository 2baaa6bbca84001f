"""Texts to hear: what is said, by which voice, encoded small and kept within a bound."""

from octavo.enrich.speech.script import Chapter, Script
from octavo.enrich.speech.voices import Voice, voice_for

__all__ = ["Chapter", "Script", "Voice", "voice_for"]
