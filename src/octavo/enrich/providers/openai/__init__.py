"""Any OpenAI-compatible endpoint: asked through the one HTTP door, never believed."""

from octavo.enrich.providers.openai.client import Answer, Client, Question
from octavo.enrich.providers.openai.wire import Endpoint, Message

__all__ = ["Answer", "Client", "Endpoint", "Message", "Question"]
